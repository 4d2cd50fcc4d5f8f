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
exports.FinishTrainingRunInput =
  exports.LogTrainingMetricsInput =
  exports.MetricPointInput =
  exports.StartTrainingRunInput =
  exports.RunDatasetInput =
  exports.TrainingRunOrder =
  exports.TrainingRunOrderField =
  exports.TrainingRunFilter =
  exports.TrainingRunRef =
    void 0;
const type_graphql_1 = require('type-graphql');
const filter_1 = require('../contract/filter');
const scalars_1 = require('../contract/scalars');
const tag_1 = require('../contract/tag');
const model_input_1 = require('../model/model.input');
const run_entity_1 = require('./run.entity');
let TrainingRunRef = class TrainingRunRef {};
exports.TrainingRunRef = TrainingRunRef;
__decorate(
  [(0, type_graphql_1.Field)(() => type_graphql_1.ID, { nullable: true }), __metadata('design:type', Object)],
  TrainingRunRef.prototype,
  'id',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  TrainingRunRef.prototype,
  'externalId',
  void 0,
);
exports.TrainingRunRef = TrainingRunRef = __decorate(
  [(0, type_graphql_1.InputType)(), (0, type_graphql_1.Directive)('@oneOf')],
  TrainingRunRef,
);
let TrainingRunFilter = class TrainingRunFilter {};
exports.TrainingRunFilter = TrainingRunFilter;
__decorate(
  [
    (0, type_graphql_1.Field)(() => filter_1.StringFilter, { nullable: true }),
    __metadata('design:type', Object),
  ],
  TrainingRunFilter.prototype,
  'experiment',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => [run_entity_1.TrainingRunStatus], { nullable: true }),
    __metadata('design:type', Object),
  ],
  TrainingRunFilter.prototype,
  'status',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => model_input_1.ModelRef, { nullable: true }),
    __metadata('design:type', Object),
  ],
  TrainingRunFilter.prototype,
  'model',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => filter_1.DateTimeFilter, { nullable: true }),
    __metadata('design:type', Object),
  ],
  TrainingRunFilter.prototype,
  'startedAt',
  void 0,
);
exports.TrainingRunFilter = TrainingRunFilter = __decorate(
  [(0, type_graphql_1.InputType)()],
  TrainingRunFilter,
);
var TrainingRunOrderField;
((TrainingRunOrderField) => {
  TrainingRunOrderField['STARTED_AT'] = 'STARTED_AT';
  TrainingRunOrderField['NAME'] = 'NAME';
})(TrainingRunOrderField || (exports.TrainingRunOrderField = TrainingRunOrderField = {}));
(0, type_graphql_1.registerEnumType)(TrainingRunOrderField, { name: 'TrainingRunOrderField' });
let TrainingRunOrder = class TrainingRunOrder {};
exports.TrainingRunOrder = TrainingRunOrder;
__decorate(
  [
    (0, type_graphql_1.Field)(() => TrainingRunOrderField, {
      defaultValue: TrainingRunOrderField.STARTED_AT,
    }),
    __metadata('design:type', String),
  ],
  TrainingRunOrder.prototype,
  'field',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => filter_1.SortDirection, { defaultValue: filter_1.SortDirection.DESC }),
    __metadata('design:type', String),
  ],
  TrainingRunOrder.prototype,
  'direction',
  void 0,
);
exports.TrainingRunOrder = TrainingRunOrder = __decorate([(0, type_graphql_1.InputType)()], TrainingRunOrder);
let RunDatasetInput = class RunDatasetInput {};
exports.RunDatasetInput = RunDatasetInput;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  RunDatasetInput.prototype,
  'name',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  RunDatasetInput.prototype,
  'version',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  RunDatasetInput.prototype,
  'digest',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.SafeIntScalar, { nullable: true }),
    __metadata('design:type', Object),
  ],
  RunDatasetInput.prototype,
  'rows',
  void 0,
);
exports.RunDatasetInput = RunDatasetInput = __decorate([(0, type_graphql_1.InputType)()], RunDatasetInput);
let StartTrainingRunInput = class StartTrainingRunInput {};
exports.StartTrainingRunInput = StartTrainingRunInput;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  StartTrainingRunInput.prototype,
  'name',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  StartTrainingRunInput.prototype,
  'externalId',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  StartTrainingRunInput.prototype,
  'experiment',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => model_input_1.ModelRef, { nullable: true }),
    __metadata('design:type', Object),
  ],
  StartTrainingRunInput.prototype,
  'model',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.JSONObjectScalar, { nullable: true }),
    __metadata('design:type', Object),
  ],
  StartTrainingRunInput.prototype,
  'params',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => RunDatasetInput, { nullable: true }), __metadata('design:type', Object)],
  StartTrainingRunInput.prototype,
  'dataset',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.SafeIntScalar, { nullable: true }),
    __metadata('design:type', Object),
  ],
  StartTrainingRunInput.prototype,
  'trainingSamples',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.SafeIntScalar, { nullable: true }),
    __metadata('design:type', Object),
  ],
  StartTrainingRunInput.prototype,
  'validationSamples',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.JSONObjectScalar, { nullable: true }),
    __metadata('design:type', Object),
  ],
  StartTrainingRunInput.prototype,
  'environment',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  StartTrainingRunInput.prototype,
  'gitCommit',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [tag_1.TagInput], { defaultValue: [] }), __metadata('design:type', Array)],
  StartTrainingRunInput.prototype,
  'tags',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Date, { nullable: true }), __metadata('design:type', Object)],
  StartTrainingRunInput.prototype,
  'startedAt',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  StartTrainingRunInput.prototype,
  'idempotencyKey',
  void 0,
);
exports.StartTrainingRunInput = StartTrainingRunInput = __decorate(
  [(0, type_graphql_1.InputType)()],
  StartTrainingRunInput,
);
let MetricPointInput = class MetricPointInput {};
exports.MetricPointInput = MetricPointInput;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  MetricPointInput.prototype,
  'name',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.SafeIntScalar, { defaultValue: 0 }),
    __metadata('design:type', Number),
  ],
  MetricPointInput.prototype,
  'step',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Date, { nullable: true }), __metadata('design:type', Object)],
  MetricPointInput.prototype,
  'at',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', Number)],
  MetricPointInput.prototype,
  'value',
  void 0,
);
exports.MetricPointInput = MetricPointInput = __decorate([(0, type_graphql_1.InputType)()], MetricPointInput);
let LogTrainingMetricsInput = class LogTrainingMetricsInput {};
exports.LogTrainingMetricsInput = LogTrainingMetricsInput;
__decorate(
  [(0, type_graphql_1.Field)(() => TrainingRunRef), __metadata('design:type', TrainingRunRef)],
  LogTrainingMetricsInput.prototype,
  'run',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [MetricPointInput]), __metadata('design:type', Array)],
  LogTrainingMetricsInput.prototype,
  'points',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.JSONObjectScalar, { nullable: true }),
    __metadata('design:type', Object),
  ],
  LogTrainingMetricsInput.prototype,
  'params',
  void 0,
);
exports.LogTrainingMetricsInput = LogTrainingMetricsInput = __decorate(
  [(0, type_graphql_1.InputType)()],
  LogTrainingMetricsInput,
);
let FinishTrainingRunInput = class FinishTrainingRunInput {};
exports.FinishTrainingRunInput = FinishTrainingRunInput;
__decorate(
  [(0, type_graphql_1.Field)(() => TrainingRunRef), __metadata('design:type', TrainingRunRef)],
  FinishTrainingRunInput.prototype,
  'run',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => run_entity_1.TrainingRunStatus), __metadata('design:type', String)],
  FinishTrainingRunInput.prototype,
  'status',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  FinishTrainingRunInput.prototype,
  'error',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Date, { nullable: true }), __metadata('design:type', Object)],
  FinishTrainingRunInput.prototype,
  'finishedAt',
  void 0,
);
exports.FinishTrainingRunInput = FinishTrainingRunInput = __decorate(
  [(0, type_graphql_1.InputType)()],
  FinishTrainingRunInput,
);
//# sourceMappingURL=run.input.js.map
