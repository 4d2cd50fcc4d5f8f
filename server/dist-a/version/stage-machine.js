'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.demotionTarget = exports.mayMove = exports.allowedFrom = void 0;
const stage_1 = require('./stage');
const { DEVELOPMENT, STAGING, SHADOW, CANARY, PRODUCTION, DEPRECATED, ARCHIVED } = stage_1.Stage;
/** A stage graph is data: it selects edges among the stages and names where incumbents go. */
const MACHINES = {
  [stage_1.StageGraph.STANDARD]: {
    edges: {
      [DEVELOPMENT]: [STAGING, SHADOW, CANARY, PRODUCTION, DEPRECATED, ARCHIVED],
      [STAGING]: [DEVELOPMENT, SHADOW, CANARY, PRODUCTION, DEPRECATED, ARCHIVED],
      [SHADOW]: [DEVELOPMENT, STAGING, CANARY, PRODUCTION, DEPRECATED, ARCHIVED],
      [CANARY]: [DEVELOPMENT, STAGING, PRODUCTION, DEPRECATED, ARCHIVED],
      [PRODUCTION]: [STAGING, DEPRECATED, ARCHIVED],
      [DEPRECATED]: [STAGING, PRODUCTION, ARCHIVED],
      [ARCHIVED]: [DEVELOPMENT, DEPRECATED],
    },
    demoteTo: DEPRECATED,
  },
  [stage_1.StageGraph.STRICT]: {
    edges: {
      [DEVELOPMENT]: [STAGING, DEPRECATED, ARCHIVED],
      [STAGING]: [DEVELOPMENT, SHADOW, DEPRECATED, ARCHIVED],
      [SHADOW]: [STAGING, CANARY, DEPRECATED, ARCHIVED],
      [CANARY]: [SHADOW, PRODUCTION, DEPRECATED, ARCHIVED],
      [PRODUCTION]: [DEPRECATED],
      [DEPRECATED]: [STAGING, ARCHIVED],
      [ARCHIVED]: [DEVELOPMENT, DEPRECATED],
    },
    demoteTo: DEPRECATED,
  },
};
/** Where a version may go from a stage. */
const allowedFrom = (graph, from) => MACHINES[graph].edges[from];
exports.allowedFrom = allowedFrom;
const mayMove = (graph, from, to) => (0, exports.allowedFrom)(graph, from).includes(to);
exports.mayMove = mayMove;
const demotionTarget = (graph) => MACHINES[graph].demoteTo;
exports.demotionTarget = demotionTarget;
//# sourceMappingURL=stage-machine.js.map
