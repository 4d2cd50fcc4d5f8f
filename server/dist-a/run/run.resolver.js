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
var __param =
  (this && this.__param) ||
  ((paramIndex, decorator) => (target, key) => {
    decorator(target, key, paramIndex);
  });
Object.defineProperty(exports, '__esModule', { value: true });
exports.ModelRunsResolver = exports.RunResolver = void 0;
const type_graphql_1 = require('type-graphql');
const connection_1 = require('../contract/connection');
const guard_1 = require('../contract/guard');
const item_reject_1 = require('../contract/item-reject');
const payload_1 = require('../contract/payload');
const request_1 = require('../contract/request');
const scalars_1 = require('../contract/scalars');
const load_by_id_1 = require('../database/load-by-id');
const model_entity_1 = require('../model/model.entity');
const metric_point_entity_1 = require('./metric-point.entity');
const run_entity_1 = require('./run.entity');
const run_input_1 = require('./run.input');
const run_list_1 = require('./run.list');
const run_loader_1 = require('./run.loader');
const TrainingRunConnection = (0, connection_1.connectionOf)('TrainingRun', () => run_entity_1.TrainingRun, {
  counted: true,
});
const MetricPointConnection = (0, connection_1.connectionOf)(
  'MetricPoint',
  () => metric_point_entity_1.MetricPoint,
  { counted: false },
);
let StartTrainingRunPayload = class StartTrainingRunPayload extends payload_1.ReplayablePayload {};
__decorate(
  [
    (0, type_graphql_1.Field)(() => run_entity_1.TrainingRun, { nullable: true }),
    __metadata('design:type', Object),
  ],
  StartTrainingRunPayload.prototype,
  'trainingRun',
  void 0,
);
StartTrainingRunPayload = __decorate([(0, type_graphql_1.ObjectType)()], StartTrainingRunPayload);
let LogTrainingMetricsPayload = class LogTrainingMetricsPayload extends payload_1.Payload {};
__decorate(
  [
    (0, type_graphql_1.Field)(() => run_entity_1.TrainingRun, { nullable: true }),
    __metadata('design:type', Object),
  ],
  LogTrainingMetricsPayload.prototype,
  'trainingRun',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => type_graphql_1.Int), __metadata('design:type', Number)],
  LogTrainingMetricsPayload.prototype,
  'accepted',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [item_reject_1.ItemReject]), __metadata('design:type', Array)],
  LogTrainingMetricsPayload.prototype,
  'rejects',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => type_graphql_1.ID, { nullable: true }), __metadata('design:type', Object)],
  LogTrainingMetricsPayload.prototype,
  'ingestId',
  void 0,
);
LogTrainingMetricsPayload = __decorate([(0, type_graphql_1.ObjectType)()], LogTrainingMetricsPayload);
let FinishTrainingRunPayload = class FinishTrainingRunPayload extends payload_1.Payload {};
__decorate(
  [
    (0, type_graphql_1.Field)(() => run_entity_1.TrainingRun, { nullable: true }),
    __metadata('design:type', Object),
  ],
  FinishTrainingRunPayload.prototype,
  'trainingRun',
  void 0,
);
FinishTrainingRunPayload = __decorate([(0, type_graphql_1.ObjectType)()], FinishTrainingRunPayload);
let RunResolver = class RunResolver {
  constructor(dataSource, runs, metricLog) {
    this.dataSource = dataSource;
    this.runs = runs;
    this.metricLog = metricLog;
  }
  trainingRun(request, ref) {
    return (0, guard_1.nullWhenMissing)(this.runs.find(request, ref));
  }
  trainingRuns({ actor }, filter, order, first, after) {
    return (0, run_list_1.listRuns)(this.dataSource, actor, filter, order, { first, after });
  }
  startTrainingRun(request, input) {
    return this.runs.start(request, input).then(payload_1.succeeded);
  }
  async logTrainingMetrics(request, input) {
    const { runId, ...logged } = await this.metricLog.log(request, input);
    return (0, payload_1.succeeded)({ ...logged, trainingRun: await this.runs.find(request, { id: runId }) });
  }
  finishTrainingRun(request, input) {
    return this.runs.finish(request, input).then((trainingRun) => (0, payload_1.succeeded)({ trainingRun }));
  }
  async model(request, run) {
    return run.modelId === null
      ? null
      : (0, load_by_id_1.loadById)(request, this.dataSource, model_entity_1.Model).load(run.modelId);
  }
  metrics(request, run) {
    return (0, run_loader_1.latestMetrics)(request, this.dataSource).load(run.id);
  }
  metricHistory(request, run, name, first, after) {
    return (0, run_loader_1.historyOfMetric)(request, this.dataSource, name.normalize('NFC'), {
      first,
      after,
    }).load(run.id);
  }
  durationMs({ startedAt, finishedAt }) {
    const end = finishedAt === null ? Date.now() : Date.parse(finishedAt);
    return Math.max(0, end - Date.parse(startedAt));
  }
};
exports.RunResolver = RunResolver;
__decorate(
  [
    (0, type_graphql_1.Query)(() => run_entity_1.TrainingRun, { nullable: true }),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('ref', () => run_input_1.TrainingRunRef),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, run_input_1.TrainingRunRef]),
    __metadata('design:returntype', Promise),
  ],
  RunResolver.prototype,
  'trainingRun',
  null,
);
__decorate(
  [
    (0, type_graphql_1.Query)(() => TrainingRunConnection),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('filter', () => run_input_1.TrainingRunFilter, { nullable: true }),
    ),
    __param(
      2,
      (0, type_graphql_1.Arg)('order', () => run_input_1.TrainingRunOrder, { nullable: true }),
    ),
    __param(
      3,
      (0, type_graphql_1.Arg)('first', () => type_graphql_1.Int, { defaultValue: 50 }),
    ),
    __param(
      4,
      (0, type_graphql_1.Arg)('after', () => String, { nullable: true }),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, Object, Object, Number, Object]),
    __metadata('design:returntype', Promise),
  ],
  RunResolver.prototype,
  'trainingRuns',
  null,
);
__decorate(
  [
    (0, type_graphql_1.Mutation)(() => StartTrainingRunPayload),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('input', () => run_input_1.StartTrainingRunInput),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, run_input_1.StartTrainingRunInput]),
    __metadata('design:returntype', Promise),
  ],
  RunResolver.prototype,
  'startTrainingRun',
  null,
);
__decorate(
  [
    (0, type_graphql_1.Mutation)(() => LogTrainingMetricsPayload),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('input', () => run_input_1.LogTrainingMetricsInput),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, run_input_1.LogTrainingMetricsInput]),
    __metadata('design:returntype', Promise),
  ],
  RunResolver.prototype,
  'logTrainingMetrics',
  null,
);
__decorate(
  [
    (0, type_graphql_1.Mutation)(() => FinishTrainingRunPayload),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('input', () => run_input_1.FinishTrainingRunInput),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, run_input_1.FinishTrainingRunInput]),
    __metadata('design:returntype', Promise),
  ],
  RunResolver.prototype,
  'finishTrainingRun',
  null,
);
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => model_entity_1.Model, { nullable: true }),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(1, (0, type_graphql_1.Root)()),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, run_entity_1.TrainingRun]),
    __metadata('design:returntype', Promise),
  ],
  RunResolver.prototype,
  'model',
  null,
);
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => [metric_point_entity_1.MetricPoint]),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(1, (0, type_graphql_1.Root)()),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, run_entity_1.TrainingRun]),
    __metadata('design:returntype', Promise),
  ],
  RunResolver.prototype,
  'metrics',
  null,
);
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => MetricPointConnection),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(1, (0, type_graphql_1.Root)()),
    __param(2, (0, type_graphql_1.Arg)('name')),
    __param(
      3,
      (0, type_graphql_1.Arg)('first', () => type_graphql_1.Int, { defaultValue: 50 }),
    ),
    __param(
      4,
      (0, type_graphql_1.Arg)('after', () => String, { nullable: true }),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, run_entity_1.TrainingRun, String, Number, Object]),
    __metadata('design:returntype', Promise),
  ],
  RunResolver.prototype,
  'metricHistory',
  null,
);
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => scalars_1.SafeIntScalar),
    __param(0, (0, type_graphql_1.Root)()),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [run_entity_1.TrainingRun]),
    __metadata('design:returntype', Number),
  ],
  RunResolver.prototype,
  'durationMs',
  null,
);
exports.RunResolver = RunResolver = __decorate(
  [
    (0, type_graphql_1.Resolver)(() => run_entity_1.TrainingRun),
    __metadata('design:paramtypes', [Function, Function, Function]),
  ],
  RunResolver,
);
let ModelRunsResolver = class ModelRunsResolver {
  constructor(dataSource) {
    this.dataSource = dataSource;
  }
  trainingRuns(request, model, first, after) {
    return (0, run_loader_1.runsOfModels)(request, this.dataSource, { first, after }).load(model.id);
  }
};
exports.ModelRunsResolver = ModelRunsResolver;
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => TrainingRunConnection),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(1, (0, type_graphql_1.Root)()),
    __param(
      2,
      (0, type_graphql_1.Arg)('first', () => type_graphql_1.Int, { defaultValue: 50 }),
    ),
    __param(
      3,
      (0, type_graphql_1.Arg)('after', () => String, { nullable: true }),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, model_entity_1.Model, Number, Object]),
    __metadata('design:returntype', Promise),
  ],
  ModelRunsResolver.prototype,
  'trainingRuns',
  null,
);
exports.ModelRunsResolver = ModelRunsResolver = __decorate(
  [(0, type_graphql_1.Resolver)(() => model_entity_1.Model), __metadata('design:paramtypes', [Function])],
  ModelRunsResolver,
);
//# sourceMappingURL=run.resolver.js.map
