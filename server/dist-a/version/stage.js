'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.StageTransitionKind = exports.StageGraph = exports.Stage = void 0;
const type_graphql_1 = require('type-graphql');
/** In the order of the way into production; see the SDL for what each means. */
var Stage;
((Stage) => {
  Stage['DEVELOPMENT'] = 'DEVELOPMENT';
  Stage['STAGING'] = 'STAGING';
  Stage['SHADOW'] = 'SHADOW';
  Stage['CANARY'] = 'CANARY';
  Stage['PRODUCTION'] = 'PRODUCTION';
  Stage['DEPRECATED'] = 'DEPRECATED';
  Stage['ARCHIVED'] = 'ARCHIVED';
})(Stage || (exports.Stage = Stage = {}));
(0, type_graphql_1.registerEnumType)(Stage, { name: 'Stage' });
var StageGraph;
((StageGraph) => {
  StageGraph['STANDARD'] = 'STANDARD';
  StageGraph['STRICT'] = 'STRICT';
})(StageGraph || (exports.StageGraph = StageGraph = {}));
(0, type_graphql_1.registerEnumType)(StageGraph, { name: 'StageGraph' });
var StageTransitionKind;
((StageTransitionKind) => {
  StageTransitionKind['REGISTRATION'] = 'REGISTRATION';
  StageTransitionKind['TRANSITION'] = 'TRANSITION';
  StageTransitionKind['DEMOTION'] = 'DEMOTION';
  StageTransitionKind['ROLLBACK'] = 'ROLLBACK';
})(StageTransitionKind || (exports.StageTransitionKind = StageTransitionKind = {}));
(0, type_graphql_1.registerEnumType)(StageTransitionKind, { name: 'StageTransitionKind' });
//# sourceMappingURL=stage.js.map
