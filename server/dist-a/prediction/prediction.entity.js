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
exports.Prediction =
  exports.Actual =
  exports.PredictionOutput =
  exports.NumberOutput =
  exports.ClassOutput =
  exports.LabelProbability =
    void 0;
const type_graphql_1 = require('type-graphql');
const typeorm_1 = require('typeorm');
const columns_1 = require('../database/columns');
let LabelProbability = class LabelProbability {};
exports.LabelProbability = LabelProbability;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  LabelProbability.prototype,
  'label',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', Number)],
  LabelProbability.prototype,
  'probability',
  void 0,
);
exports.LabelProbability = LabelProbability = __decorate(
  [(0, type_graphql_1.ObjectType)()],
  LabelProbability,
);
/** Unions are told apart by class. */
let ClassOutput = class ClassOutput {
  constructor(label, probability, probabilities) {
    this.label = label;
    this.probability = probability;
    this.probabilities = Object.entries(probabilities ?? {}).map(([of, is]) => ({
      label: of,
      probability: is,
    }));
  }
};
exports.ClassOutput = ClassOutput;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  ClassOutput.prototype,
  'label',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Number, { nullable: true }), __metadata('design:type', Object)],
  ClassOutput.prototype,
  'probability',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [LabelProbability]), __metadata('design:type', Array)],
  ClassOutput.prototype,
  'probabilities',
  void 0,
);
exports.ClassOutput = ClassOutput = __decorate(
  [(0, type_graphql_1.ObjectType)(), __metadata('design:paramtypes', [String, Object, Object])],
  ClassOutput,
);
let NumberOutput = class NumberOutput {
  constructor(value, lower, upper) {
    this.value = value;
    this.lower = lower;
    this.upper = upper;
  }
};
exports.NumberOutput = NumberOutput;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', Number)],
  NumberOutput.prototype,
  'value',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Number, { nullable: true }), __metadata('design:type', Object)],
  NumberOutput.prototype,
  'lower',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Number, { nullable: true }), __metadata('design:type', Object)],
  NumberOutput.prototype,
  'upper',
  void 0,
);
exports.NumberOutput = NumberOutput = __decorate(
  [(0, type_graphql_1.ObjectType)(), __metadata('design:paramtypes', [Number, Object, Object])],
  NumberOutput,
);
exports.PredictionOutput = (0, type_graphql_1.createUnionType)({
  name: 'PredictionOutput',
  types: () => [ClassOutput, NumberOutput],
});
/** See `actual` in the migrations: the one that counts for an id of a model. */
let Actual = class Actual {};
exports.Actual = Actual;
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  Actual.prototype,
  'label',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Number, { nullable: true }), __metadata('design:type', Object)],
  Actual.prototype,
  'number',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Date), __metadata('design:type', String)],
  Actual.prototype,
  'actualAt',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => type_graphql_1.Int), __metadata('design:type', Number)],
  Actual.prototype,
  'revision',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Date), __metadata('design:type', String)],
  Actual.prototype,
  'receivedAt',
  void 0,
);
exports.Actual = Actual = __decorate([(0, type_graphql_1.ObjectType)()], Actual);
/** A row of a day's partition. It is written by the staged ingest, see `staged-ingest.ts`. */
let Prediction = class Prediction {};
exports.Prediction = Prediction;
__decorate(
  [(0, typeorm_1.PrimaryColumn)('uuid', { name: 'version_id' }), __metadata('design:type', String)],
  Prediction.prototype,
  'versionId',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(),
    (0, typeorm_1.PrimaryColumn)('text', { name: 'prediction_id' }),
    __metadata('design:type', String),
  ],
  Prediction.prototype,
  'predictionId',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => Date),
    (0, columns_1.InstantColumn)({ name: 'received_at', primary: true }),
    __metadata('design:type', String),
  ],
  Prediction.prototype,
  'receivedAt',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => Date),
    (0, columns_1.InstantColumn)({ name: 'occurred_at' }),
    __metadata('design:type', String),
  ],
  Prediction.prototype,
  'occurredAt',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => String, { nullable: true }),
    (0, typeorm_1.Column)('text', { name: 'entity_id', nullable: true }),
    __metadata('design:type', Object),
  ],
  Prediction.prototype,
  'entityId',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => Number, { nullable: true }),
    (0, typeorm_1.Column)('float8', { name: 'latency_ms', nullable: true }),
    __metadata('design:type', Object),
  ],
  Prediction.prototype,
  'latencyMs',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => String, { nullable: true }),
    (0, typeorm_1.Column)('text', { nullable: true }),
    __metadata('design:type', Object),
  ],
  Prediction.prototype,
  'error',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => String, { nullable: true }),
    (0, typeorm_1.Column)('text', { nullable: true }),
    __metadata('design:type', Object),
  ],
  Prediction.prototype,
  'variant',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('text', { nullable: true }), __metadata('design:type', Object)],
  Prediction.prototype,
  'label',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('float8', { nullable: true }), __metadata('design:type', Object)],
  Prediction.prototype,
  'probability',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('jsonb', { nullable: true }), __metadata('design:type', Object)],
  Prediction.prototype,
  'probabilities',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('float8', { nullable: true }), __metadata('design:type', Object)],
  Prediction.prototype,
  'number',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('float8', { nullable: true }), __metadata('design:type', Object)],
  Prediction.prototype,
  'lower',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('float8', { nullable: true }), __metadata('design:type', Object)],
  Prediction.prototype,
  'upper',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('float8', { name: 'features', array: true }), __metadata('design:type', Array)],
  Prediction.prototype,
  'numbers',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('jsonb', { nullable: true }), __metadata('design:type', Object)],
  Prediction.prototype,
  'extra',
  void 0,
);
exports.Prediction = Prediction = __decorate(
  [(0, typeorm_1.Entity)('prediction'), (0, type_graphql_1.ObjectType)()],
  Prediction,
);
//# sourceMappingURL=prediction.entity.js.map
