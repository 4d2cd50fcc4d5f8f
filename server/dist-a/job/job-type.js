'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.MOST_ATTEMPTS = void 0;
/** How often a job is begun before it is given up. */
exports.MOST_ATTEMPTS = 5;
//# sourceMappingURL=job-type.js.map
