'use strict';
var __decorate =
  (this && this.__decorate) ||
  function (decorators, target, key, desc) {
    var c = arguments.length,
      r = c < 3 ? target : desc === null ? (desc = Object.getOwnPropertyDescriptor(target, key)) : desc,
      d;
    if (typeof Reflect === 'object' && typeof Reflect.decorate === 'function')
      r = Reflect.decorate(decorators, target, key, desc);
    else
      for (var i = decorators.length - 1; i >= 0; i--)
        if ((d = decorators[i])) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
  };
var __metadata =
  (this && this.__metadata) ||
  ((k, v) => {
    if (typeof Reflect === 'object' && typeof Reflect.metadata === 'function') return Reflect.metadata(k, v);
  });
Object.defineProperty(exports, '__esModule', { value: true });
exports.importanceColumn = exports.FeatureImportanceInput = exports.FeatureImportance = void 0;
const type_graphql_1 = require('type-graphql');
const metric_1 = require('../contract/metric');
const scalars_1 = require('../contract/scalars');
let FeatureImportance = class FeatureImportance {};
exports.FeatureImportance = FeatureImportance;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  FeatureImportance.prototype,
  'feature',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', Number)],
  FeatureImportance.prototype,
  'importance',
  void 0,
);
exports.FeatureImportance = FeatureImportance = __decorate(
  [(0, type_graphql_1.ObjectType)()],
  FeatureImportance,
);
let FeatureImportanceInput = class FeatureImportanceInput {};
exports.FeatureImportanceInput = FeatureImportanceInput;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  FeatureImportanceInput.prototype,
  'feature',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', Number)],
  FeatureImportanceInput.prototype,
  'importance',
  void 0,
);
exports.FeatureImportanceInput = FeatureImportanceInput = __decorate(
  [(0, type_graphql_1.InputType)()],
  FeatureImportanceInput,
);
/** In a jsonb column, with NaN and infinities as strings. */
exports.importanceColumn = {
  to: (list) =>
    list.map(({ feature, importance }) => ({ feature, importance: (0, scalars_1.printNumber)(importance) })),
  from: (stored) =>
    stored.map(({ feature, importance }) => ({ feature, importance: (0, metric_1.numberFrom)(importance) })),
};
//# sourceMappingURL=feature-importance.js.map
