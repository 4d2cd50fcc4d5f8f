'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
//# sourceMappingURL=registration-step.js.map
