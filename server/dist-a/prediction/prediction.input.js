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
exports.LogPredictionsInput =
  exports.PredictionInput =
  exports.ActualValueInput =
  exports.PredictionOutputInput =
  exports.NumberOutputInput =
  exports.ClassOutputInput =
  exports.PredictionFilter =
  exports.PredictionRef =
    void 0;
const type_graphql_1 = require('type-graphql');
const filter_1 = require('../contract/filter');
const scalars_1 = require('../contract/scalars');
const version_input_1 = require('../version/version.input');
let PredictionRef = class PredictionRef {};
exports.PredictionRef = PredictionRef;
__decorate(
  [
    (0, type_graphql_1.Field)(() => version_input_1.VersionRef),
    __metadata('design:type', version_input_1.VersionRef),
  ],
  PredictionRef.prototype,
  'version',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  PredictionRef.prototype,
  'predictionId',
  void 0,
);
exports.PredictionRef = PredictionRef = __decorate([(0, type_graphql_1.InputType)()], PredictionRef);
let PredictionFilter = class PredictionFilter {};
exports.PredictionFilter = PredictionFilter;
__decorate(
  [
    (0, type_graphql_1.Field)(() => filter_1.DateTimeFilter, { nullable: true }),
    __metadata('design:type', Object),
  ],
  PredictionFilter.prototype,
  'receivedAt',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  PredictionFilter.prototype,
  'entityId',
  void 0,
);
exports.PredictionFilter = PredictionFilter = __decorate([(0, type_graphql_1.InputType)()], PredictionFilter);
let ClassOutputInput = class ClassOutputInput {};
exports.ClassOutputInput = ClassOutputInput;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  ClassOutputInput.prototype,
  'label',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Number, { nullable: true }), __metadata('design:type', Object)],
  ClassOutputInput.prototype,
  'probability',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.JSONObjectScalar, { nullable: true }),
    __metadata('design:type', Object),
  ],
  ClassOutputInput.prototype,
  'probabilities',
  void 0,
);
exports.ClassOutputInput = ClassOutputInput = __decorate([(0, type_graphql_1.InputType)()], ClassOutputInput);
let NumberOutputInput = class NumberOutputInput {};
exports.NumberOutputInput = NumberOutputInput;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', Number)],
  NumberOutputInput.prototype,
  'value',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Number, { nullable: true }), __metadata('design:type', Object)],
  NumberOutputInput.prototype,
  'lower',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Number, { nullable: true }), __metadata('design:type', Object)],
  NumberOutputInput.prototype,
  'upper',
  void 0,
);
exports.NumberOutputInput = NumberOutputInput = __decorate(
  [(0, type_graphql_1.InputType)()],
  NumberOutputInput,
);
let PredictionOutputInput = class PredictionOutputInput {};
exports.PredictionOutputInput = PredictionOutputInput;
__decorate(
  [(0, type_graphql_1.Field)(() => ClassOutputInput, { nullable: true }), __metadata('design:type', Object)],
  PredictionOutputInput.prototype,
  'class',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => NumberOutputInput, { nullable: true }), __metadata('design:type', Object)],
  PredictionOutputInput.prototype,
  'number',
  void 0,
);
exports.PredictionOutputInput = PredictionOutputInput = __decorate(
  [(0, type_graphql_1.InputType)(), (0, type_graphql_1.Directive)('@oneOf')],
  PredictionOutputInput,
);
let ActualValueInput = class ActualValueInput {};
exports.ActualValueInput = ActualValueInput;
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  ActualValueInput.prototype,
  'label',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Number, { nullable: true }), __metadata('design:type', Object)],
  ActualValueInput.prototype,
  'number',
  void 0,
);
exports.ActualValueInput = ActualValueInput = __decorate(
  [(0, type_graphql_1.InputType)(), (0, type_graphql_1.Directive)('@oneOf')],
  ActualValueInput,
);
let PredictionInput = class PredictionInput {};
exports.PredictionInput = PredictionInput;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  PredictionInput.prototype,
  'predictionId',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  PredictionInput.prototype,
  'entityId',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Date, { nullable: true }), __metadata('design:type', Object)],
  PredictionInput.prototype,
  'occurredAt',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.JSONObjectScalar, { nullable: true }),
    __metadata('design:type', Object),
  ],
  PredictionInput.prototype,
  'features',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => PredictionOutputInput, { nullable: true }),
    __metadata('design:type', Object),
  ],
  PredictionInput.prototype,
  'output',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Number, { nullable: true }), __metadata('design:type', Object)],
  PredictionInput.prototype,
  'latencyMs',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  PredictionInput.prototype,
  'error',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  PredictionInput.prototype,
  'variant',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => ActualValueInput, { nullable: true }), __metadata('design:type', Object)],
  PredictionInput.prototype,
  'actual',
  void 0,
);
exports.PredictionInput = PredictionInput = __decorate([(0, type_graphql_1.InputType)()], PredictionInput);
let LogPredictionsInput = class LogPredictionsInput {};
exports.LogPredictionsInput = LogPredictionsInput;
__decorate(
  [
    (0, type_graphql_1.Field)(() => version_input_1.VersionRef),
    __metadata('design:type', version_input_1.VersionRef),
  ],
  LogPredictionsInput.prototype,
  'version',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [PredictionInput]), __metadata('design:type', Array)],
  LogPredictionsInput.prototype,
  'predictions',
  void 0,
);
exports.LogPredictionsInput = LogPredictionsInput = __decorate(
  [(0, type_graphql_1.InputType)()],
  LogPredictionsInput,
);
//# sourceMappingURL=prediction.input.js.map
