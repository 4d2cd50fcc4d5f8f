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
exports.PredictionResolver = void 0;
const type_graphql_1 = require('type-graphql');
const connection_1 = require('../contract/connection');
const guard_1 = require('../contract/guard');
const item_reject_1 = require('../contract/item-reject');
const payload_1 = require('../contract/payload');
const request_1 = require('../contract/request');
const scalars_1 = require('../contract/scalars');
const load_by_id_1 = require('../database/load-by-id');
const page_1 = require('../database/page');
const where_1 = require('../database/where');
const version_entity_1 = require('../version/version.entity');
const version_input_1 = require('../version/version.input');
const actual_input_1 = require('./actual.input');
const actual_loader_1 = require('./actual.loader');
const prediction_entity_1 = require('./prediction.entity');
const prediction_input_1 = require('./prediction.input');
const shown_features_1 = require('./shown-features');
const PredictionConnection = (0, connection_1.connectionOf)(
  'Prediction',
  () => prediction_entity_1.Prediction,
  { counted: false },
);
let LogPredictionsPayload = class LogPredictionsPayload extends payload_1.Payload {};
__decorate(
  [(0, type_graphql_1.Field)(() => type_graphql_1.Int), __metadata('design:type', Number)],
  LogPredictionsPayload.prototype,
  'accepted',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => type_graphql_1.Int), __metadata('design:type', Number)],
  LogPredictionsPayload.prototype,
  'duplicates',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [item_reject_1.ItemReject]), __metadata('design:type', Array)],
  LogPredictionsPayload.prototype,
  'rejects',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => type_graphql_1.ID, { nullable: true }), __metadata('design:type', Object)],
  LogPredictionsPayload.prototype,
  'ingestId',
  void 0,
);
LogPredictionsPayload = __decorate([(0, type_graphql_1.ObjectType)()], LogPredictionsPayload);
let RecordActualsPayload = class RecordActualsPayload extends payload_1.Payload {};
__decorate(
  [(0, type_graphql_1.Field)(() => type_graphql_1.Int), __metadata('design:type', Number)],
  RecordActualsPayload.prototype,
  'accepted',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => type_graphql_1.Int), __metadata('design:type', Number)],
  RecordActualsPayload.prototype,
  'duplicates',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => type_graphql_1.Int), __metadata('design:type', Number)],
  RecordActualsPayload.prototype,
  'stale',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => type_graphql_1.Int), __metadata('design:type', Number)],
  RecordActualsPayload.prototype,
  'early',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [item_reject_1.ItemReject]), __metadata('design:type', Array)],
  RecordActualsPayload.prototype,
  'rejects',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => type_graphql_1.ID, { nullable: true }), __metadata('design:type', Object)],
  RecordActualsPayload.prototype,
  'ingestId',
  void 0,
);
RecordActualsPayload = __decorate([(0, type_graphql_1.ObjectType)()], RecordActualsPayload);
let PredictionResolver = class PredictionResolver {
  constructor(dataSource, finder, predictionService, actualService) {
    this.dataSource = dataSource;
    this.finder = finder;
    this.predictionService = predictionService;
    this.actualService = actualService;
  }
  async prediction(request, ref) {
    const version = await (0, guard_1.nullWhenMissing)(
      this.finder.find(request, ref.version, ['ref', 'version']),
    );
    if (!version) return null;
    return this.dataSource
      .getRepository(prediction_entity_1.Prediction)
      .createQueryBuilder('prediction')
      .where('prediction.version_id = :version AND prediction.prediction_id = :id', {
        version: version.id,
        id: ref.predictionId.normalize('NFC'),
      })
      .andWhere(
        `prediction.received_at = (SELECT received_at FROM prediction_key
           WHERE model_id = :model AND prediction_id = :id AND version_id = :version)`,
        { model: version.modelId },
      )
      .getOne();
  }
  async predictions(request, ref, filter, first, after) {
    const version = await (0, guard_1.nullWhenMissing)(this.finder.find(request, ref, ['version']));
    const query = this.dataSource
      .getRepository(prediction_entity_1.Prediction)
      .createQueryBuilder('prediction')
      .where('prediction.version_id = :version', { version: version?.id ?? null });
    (0, where_1.whereInstant)(query, 'prediction.received_at', filter?.receivedAt);
    if (filter?.entityId != null)
      query.andWhere('prediction.entity_id = :entity', { entity: filter.entityId.normalize('NFC') });
    const order = [
      { sql: 'prediction.received_at', type: 'timestamptz', descending: true },
      { sql: 'prediction.prediction_id', type: 'text', descending: true },
    ];
    return (0, page_1.readPage)(query, order, {
      first,
      after,
      of: ['predictions', version?.id ?? ref, filter],
    });
  }
  logPredictions(request, input) {
    return this.predictionService.logPredictions(request, input).then(payload_1.succeeded);
  }
  recordActuals(request, input) {
    return this.actualService.recordActuals(request, input).then(payload_1.succeeded);
  }
  version(request, { versionId }) {
    return (0, load_by_id_1.loadById)(request, this.dataSource, version_entity_1.Version).load(versionId);
  }
  async features(request, { versionId, numbers, extra }) {
    const version = await (0, load_by_id_1.loadById)(request, this.dataSource, version_entity_1.Version).load(
      versionId,
    );
    return (0, shown_features_1.shownFeatures)(version?.signature ?? null, numbers, extra);
  }
  output({ error, label, probability, probabilities, number, lower, upper }) {
    if (error !== null) return null;
    return label !== null
      ? new prediction_entity_1.ClassOutput(label, probability, probabilities)
      : new prediction_entity_1.NumberOutput(number, lower, upper);
  }
  actual(request, { versionId, predictionId }) {
    return (0, actual_loader_1.actualOf)(request, this.dataSource).load({ versionId, predictionId });
  }
};
exports.PredictionResolver = PredictionResolver;
__decorate(
  [
    (0, type_graphql_1.Query)(() => prediction_entity_1.Prediction, { nullable: true }),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('ref', () => prediction_input_1.PredictionRef),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, prediction_input_1.PredictionRef]),
    __metadata('design:returntype', Promise),
  ],
  PredictionResolver.prototype,
  'prediction',
  null,
);
__decorate(
  [
    (0, type_graphql_1.Query)(() => PredictionConnection),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('version', () => version_input_1.VersionRef),
    ),
    __param(
      2,
      (0, type_graphql_1.Arg)('filter', () => prediction_input_1.PredictionFilter, { nullable: true }),
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
    __metadata('design:paramtypes', [request_1.Request, version_input_1.VersionRef, Object, Number, Object]),
    __metadata('design:returntype', Promise),
  ],
  PredictionResolver.prototype,
  'predictions',
  null,
);
__decorate(
  [
    (0, type_graphql_1.Mutation)(() => LogPredictionsPayload),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('input', () => prediction_input_1.LogPredictionsInput),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, prediction_input_1.LogPredictionsInput]),
    __metadata('design:returntype', Promise),
  ],
  PredictionResolver.prototype,
  'logPredictions',
  null,
);
__decorate(
  [
    (0, type_graphql_1.Mutation)(() => RecordActualsPayload),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('input', () => actual_input_1.RecordActualsInput),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, actual_input_1.RecordActualsInput]),
    __metadata('design:returntype', Promise),
  ],
  PredictionResolver.prototype,
  'recordActuals',
  null,
);
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => version_entity_1.Version),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(1, (0, type_graphql_1.Root)()),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, prediction_entity_1.Prediction]),
    __metadata('design:returntype', Promise),
  ],
  PredictionResolver.prototype,
  'version',
  null,
);
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => scalars_1.JSONObjectScalar),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(1, (0, type_graphql_1.Root)()),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, prediction_entity_1.Prediction]),
    __metadata('design:returntype', Promise),
  ],
  PredictionResolver.prototype,
  'features',
  null,
);
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => prediction_entity_1.PredictionOutput, { nullable: true }),
    __param(0, (0, type_graphql_1.Root)()),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [prediction_entity_1.Prediction]),
    __metadata('design:returntype', Object),
  ],
  PredictionResolver.prototype,
  'output',
  null,
);
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => prediction_entity_1.Actual, { nullable: true }),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(1, (0, type_graphql_1.Root)()),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, prediction_entity_1.Prediction]),
    __metadata('design:returntype', Promise),
  ],
  PredictionResolver.prototype,
  'actual',
  null,
);
exports.PredictionResolver = PredictionResolver = __decorate(
  [
    (0, type_graphql_1.Resolver)(() => prediction_entity_1.Prediction),
    __metadata('design:paramtypes', [Function, Function, Function, Function]),
  ],
  PredictionResolver,
);
//# sourceMappingURL=prediction.resolver.js.map
