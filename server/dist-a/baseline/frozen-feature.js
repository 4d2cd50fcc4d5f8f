'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
//# sourceMappingURL=frozen-feature.js.map
