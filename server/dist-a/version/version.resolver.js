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
exports.StageTransitionResolver = exports.VersionResolver = exports.VersionConnection = void 0;
const type_graphql_1 = require('type-graphql');
const artifact_entity_1 = require('../artifact/artifact.entity');
const artifact_loader_1 = require('../artifact/artifact.loader');
const connection_1 = require('../contract/connection');
const filter_1 = require('../contract/filter');
const guard_1 = require('../contract/guard');
const payload_1 = require('../contract/payload');
const request_1 = require('../contract/request');
const load_by_id_1 = require('../database/load-by-id');
const page_1 = require('../database/page');
const where_1 = require('../database/where');
const model_entity_1 = require('../model/model.entity');
const evaluation_1 = require('./evaluation');
const stage_transition_entity_1 = require('./stage-transition.entity');
const version_entity_1 = require('./version.entity');
const version_input_1 = require('./version.input');
exports.VersionConnection = (0, connection_1.connectionOf)('Version', () => version_entity_1.Version, {
  counted: true,
});
const StageTransitionConnection = (0, connection_1.connectionOf)(
  'StageTransition',
  () => stage_transition_entity_1.StageTransition,
  { counted: false },
);
let RegisterVersionPayload = class RegisterVersionPayload extends payload_1.ReplayablePayload {};
__decorate(
  [
    (0, type_graphql_1.Field)(() => version_entity_1.Version, { nullable: true }),
    __metadata('design:type', Object),
  ],
  RegisterVersionPayload.prototype,
  'version',
  void 0,
);
RegisterVersionPayload = __decorate([(0, type_graphql_1.ObjectType)()], RegisterVersionPayload);
let TransitionVersionPayload = class TransitionVersionPayload extends payload_1.ReplayablePayload {};
__decorate(
  [
    (0, type_graphql_1.Field)(() => version_entity_1.Version, { nullable: true }),
    __metadata('design:type', Object),
  ],
  TransitionVersionPayload.prototype,
  'version',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => version_entity_1.Version, { nullable: true }),
    __metadata('design:type', Object),
  ],
  TransitionVersionPayload.prototype,
  'demoted',
  void 0,
);
TransitionVersionPayload = __decorate([(0, type_graphql_1.ObjectType)()], TransitionVersionPayload);
let RollbackModelPayload = class RollbackModelPayload extends payload_1.ReplayablePayload {};
__decorate(
  [
    (0, type_graphql_1.Field)(() => model_entity_1.Model, { nullable: true }),
    __metadata('design:type', Object),
  ],
  RollbackModelPayload.prototype,
  'model',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => version_entity_1.Version, { nullable: true }),
    __metadata('design:type', Object),
  ],
  RollbackModelPayload.prototype,
  'restored',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => version_entity_1.Version, { nullable: true }),
    __metadata('design:type', Object),
  ],
  RollbackModelPayload.prototype,
  'demoted',
  void 0,
);
RollbackModelPayload = __decorate([(0, type_graphql_1.ObjectType)()], RollbackModelPayload);
let VersionResolver = class VersionResolver {
  constructor(dataSource, models, finder, registrations, stages) {
    this.dataSource = dataSource;
    this.models = models;
    this.finder = finder;
    this.registrations = registrations;
    this.stages = stages;
  }
  version(request, ref) {
    return (0, guard_1.nullWhenMissing)(this.finder.find(request, ref));
  }
  async versions(request, filter, order, first, after) {
    const { projectId } = request.actor;
    const query = this.dataSource
      .getRepository(version_entity_1.Version)
      .createQueryBuilder('version')
      .where('version.project_id = :project', { project: projectId });
    if (filter?.model) {
      const model = await this.models.look(request, filter.model);
      query.andWhere('version.model_id IS NOT DISTINCT FROM :model', { model: model?.id ?? null });
    }
    (0, where_1.whereOneOf)(query, 'version.stage', filter?.stage);
    (0, where_1.whereTags)(query, 'version.tags', filter?.tags);
    (0, where_1.whereInstant)(query, 'version.registered_at', filter?.registeredAt);
    return (0, page_1.readPage)(query, columnsOf(order), {
      first,
      after,
      of: ['versions', projectId, filter, order],
    });
  }
  registerVersion(request, input) {
    return this.registrations.register(request, input).then(payload_1.succeeded);
  }
  transitionVersion(request, input) {
    return this.stages.transition(request, input).then(payload_1.succeeded);
  }
  rollbackModel(request, input) {
    return this.stages.rollback(request, input).then(payload_1.succeeded);
  }
  model(request, { modelId }) {
    return (0, load_by_id_1.loadById)(request, this.dataSource, model_entity_1.Model).load(modelId);
  }
  artifacts(request, { id }) {
    return (0, artifact_loader_1.artifactsOf)(request, this.dataSource).load(id);
  }
  evaluations(request, { id }) {
    return (0, evaluation_1.evaluationsOf)(request, this.dataSource).load(id);
  }
  stageHistory({ id }, first, after) {
    const query = this.dataSource
      .getRepository(stage_transition_entity_1.StageTransition)
      .createQueryBuilder('transition')
      .where('transition.version_id = :version', { version: id });
    const order = [{ sql: 'transition.at', type: 'timestamptz', descending: true }];
    return (0, page_1.readPage)(query, order, { first, after, of: ['stageHistory', id] });
  }
};
exports.VersionResolver = VersionResolver;
__decorate(
  [
    (0, type_graphql_1.Query)(() => version_entity_1.Version, { nullable: true }),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('ref', () => version_input_1.VersionRef),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, version_input_1.VersionRef]),
    __metadata('design:returntype', Promise),
  ],
  VersionResolver.prototype,
  'version',
  null,
);
__decorate(
  [
    (0, type_graphql_1.Query)(() => exports.VersionConnection),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('filter', () => version_input_1.VersionFilter, { nullable: true }),
    ),
    __param(
      2,
      (0, type_graphql_1.Arg)('order', () => version_input_1.VersionOrder, { nullable: true }),
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
  VersionResolver.prototype,
  'versions',
  null,
);
__decorate(
  [
    (0, type_graphql_1.Mutation)(() => RegisterVersionPayload),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('input', () => version_input_1.RegisterVersionInput),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, version_input_1.RegisterVersionInput]),
    __metadata('design:returntype', Promise),
  ],
  VersionResolver.prototype,
  'registerVersion',
  null,
);
__decorate(
  [
    (0, type_graphql_1.Mutation)(() => TransitionVersionPayload),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('input', () => version_input_1.TransitionVersionInput),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, version_input_1.TransitionVersionInput]),
    __metadata('design:returntype', Promise),
  ],
  VersionResolver.prototype,
  'transitionVersion',
  null,
);
__decorate(
  [
    (0, type_graphql_1.Mutation)(() => RollbackModelPayload),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('input', () => version_input_1.RollbackModelInput),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, version_input_1.RollbackModelInput]),
    __metadata('design:returntype', Promise),
  ],
  VersionResolver.prototype,
  'rollbackModel',
  null,
);
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => model_entity_1.Model),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(1, (0, type_graphql_1.Root)()),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, version_entity_1.Version]),
    __metadata('design:returntype', Promise),
  ],
  VersionResolver.prototype,
  'model',
  null,
);
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => [artifact_entity_1.Artifact]),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(1, (0, type_graphql_1.Root)()),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, version_entity_1.Version]),
    __metadata('design:returntype', Promise),
  ],
  VersionResolver.prototype,
  'artifacts',
  null,
);
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => [evaluation_1.Evaluation]),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(1, (0, type_graphql_1.Root)()),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, version_entity_1.Version]),
    __metadata('design:returntype', Promise),
  ],
  VersionResolver.prototype,
  'evaluations',
  null,
);
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => StageTransitionConnection),
    __param(0, (0, type_graphql_1.Root)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('first', () => type_graphql_1.Int, { defaultValue: 50 }),
    ),
    __param(
      2,
      (0, type_graphql_1.Arg)('after', () => String, { nullable: true }),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [version_entity_1.Version, Number, Object]),
    __metadata('design:returntype', Promise),
  ],
  VersionResolver.prototype,
  'stageHistory',
  null,
);
exports.VersionResolver = VersionResolver = __decorate(
  [
    (0, type_graphql_1.Resolver)(() => version_entity_1.Version),
    __metadata('design:paramtypes', [Function, Function, Function, Function, Function]),
  ],
  VersionResolver,
);
let StageTransitionResolver = class StageTransitionResolver {
  constructor(dataSource) {
    this.dataSource = dataSource;
  }
  version(request, { versionId }) {
    return (0, load_by_id_1.loadById)(request, this.dataSource, version_entity_1.Version).load(versionId);
  }
};
exports.StageTransitionResolver = StageTransitionResolver;
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => version_entity_1.Version),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(1, (0, type_graphql_1.Root)()),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, stage_transition_entity_1.StageTransition]),
    __metadata('design:returntype', Promise),
  ],
  StageTransitionResolver.prototype,
  'version',
  null,
);
exports.StageTransitionResolver = StageTransitionResolver = __decorate(
  [
    (0, type_graphql_1.Resolver)(() => stage_transition_entity_1.StageTransition),
    __metadata('design:paramtypes', [Function]),
  ],
  StageTransitionResolver,
);
function columnsOf(order) {
  const descending = (order?.direction ?? filter_1.SortDirection.DESC) === filter_1.SortDirection.DESC;
  const first =
    order?.field === version_input_1.VersionOrderField.NUMBER
      ? { sql: 'version.number', type: 'integer', descending }
      : { sql: 'version.registered_at', type: 'timestamptz', descending };
  return [first, { sql: 'version.id', type: 'uuid', descending }];
}
//# sourceMappingURL=version.resolver.js.map
