'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
//# sourceMappingURL=window-summary.js.map
