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
exports.ModelVersionsResolver = void 0;
const type_graphql_1 = require('type-graphql');
const request_1 = require('../contract/request');
const page_1 = require('../database/page');
const where_1 = require('../database/where');
const model_entity_1 = require('../model/model.entity');
const stage_1 = require('./stage');
const version_entity_1 = require('./version.entity');
const version_input_1 = require('./version.input');
const version_loader_1 = require('./version.loader');
const version_resolver_1 = require('./version.resolver');
const version_pick_1 = require('./version-pick');
/** What a model says of its versions. */
let ModelVersionsResolver = class ModelVersionsResolver {
  constructor(dataSource) {
    this.dataSource = dataSource;
  }
  stageGraph(request, { id }) {
    return (0, version_loader_1.stageGraphOf)(request, this.dataSource).load(id);
  }
  production(request, { id }) {
    return (0, version_loader_1.pickedOf)(request, this.dataSource, version_pick_1.PRODUCTION).load(id);
  }
  version(request, { id }, pick) {
    return (0, version_loader_1.pickedOf)(request, this.dataSource, pick).load(id);
  }
  versions({ id }, stage, first, after) {
    const query = this.dataSource
      .getRepository(version_entity_1.Version)
      .createQueryBuilder('version')
      .where('version.model_id = :model', { model: id });
    (0, where_1.whereOneOf)(query, 'version.stage', stage);
    const order = [{ sql: 'version.number', type: 'integer', descending: true }];
    return (0, page_1.readPage)(query, order, { first, after, of: ['Model.versions', id, stage] });
  }
  versionAt(request, { id }, stage, at) {
    return (0, version_loader_1.standingAt)(request, this.dataSource, stage, at).load(id);
  }
};
exports.ModelVersionsResolver = ModelVersionsResolver;
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => stage_1.StageGraph),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(1, (0, type_graphql_1.Root)()),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, model_entity_1.Model]),
    __metadata('design:returntype', Promise),
  ],
  ModelVersionsResolver.prototype,
  'stageGraph',
  null,
);
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => version_entity_1.Version, { nullable: true }),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(1, (0, type_graphql_1.Root)()),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, model_entity_1.Model]),
    __metadata('design:returntype', Promise),
  ],
  ModelVersionsResolver.prototype,
  'production',
  null,
);
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => version_entity_1.Version, { nullable: true }),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(1, (0, type_graphql_1.Root)()),
    __param(
      2,
      (0, type_graphql_1.Arg)('pick', () => version_input_1.VersionPick),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, model_entity_1.Model, version_input_1.VersionPick]),
    __metadata('design:returntype', Promise),
  ],
  ModelVersionsResolver.prototype,
  'version',
  null,
);
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => version_resolver_1.VersionConnection),
    __param(0, (0, type_graphql_1.Root)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('stage', () => [stage_1.Stage], { nullable: true }),
    ),
    __param(
      2,
      (0, type_graphql_1.Arg)('first', () => type_graphql_1.Int, { defaultValue: 50 }),
    ),
    __param(
      3,
      (0, type_graphql_1.Arg)('after', () => String, { nullable: true }),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [model_entity_1.Model, Object, Number, Object]),
    __metadata('design:returntype', Promise),
  ],
  ModelVersionsResolver.prototype,
  'versions',
  null,
);
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => version_entity_1.Version, { nullable: true }),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(1, (0, type_graphql_1.Root)()),
    __param(
      2,
      (0, type_graphql_1.Arg)('stage', () => stage_1.Stage, { defaultValue: stage_1.Stage.PRODUCTION }),
    ),
    __param(
      3,
      (0, type_graphql_1.Arg)('at', () => Date),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, model_entity_1.Model, String, String]),
    __metadata('design:returntype', Promise),
  ],
  ModelVersionsResolver.prototype,
  'versionAt',
  null,
);
exports.ModelVersionsResolver = ModelVersionsResolver = __decorate(
  [(0, type_graphql_1.Resolver)(() => model_entity_1.Model), __metadata('design:paramtypes', [Function])],
  ModelVersionsResolver,
);
//# sourceMappingURL=model-versions.resolver.js.map
