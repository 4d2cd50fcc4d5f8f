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
exports.ModelResolver = void 0;
const type_graphql_1 = require('type-graphql');
const connection_1 = require('../contract/connection');
const filter_1 = require('../contract/filter');
const guard_1 = require('../contract/guard');
const payload_1 = require('../contract/payload');
const request_1 = require('../contract/request');
const stream_1 = require('../contract/stream');
const page_1 = require('../database/page');
const where_1 = require('../database/where');
const event_resolver_1 = require('../event/event.resolver');
const event_filter_1 = require('../event/event-filter');
const model_entity_1 = require('./model.entity');
const model_input_1 = require('./model.input');
const ModelConnection = (0, connection_1.connectionOf)('Model', () => model_entity_1.Model, {
  counted: true,
});
let RegisterModelPayload = class RegisterModelPayload extends payload_1.ReplayablePayload {};
__decorate(
  [
    (0, type_graphql_1.Field)(() => model_entity_1.Model, { nullable: true }),
    __metadata('design:type', Object),
  ],
  RegisterModelPayload.prototype,
  'model',
  void 0,
);
RegisterModelPayload = __decorate([(0, type_graphql_1.ObjectType)()], RegisterModelPayload);
let ModelResolver = class ModelResolver {
  constructor(dataSource, modelService, delivery) {
    this.dataSource = dataSource;
    this.modelService = modelService;
    this.delivery = delivery;
  }
  model(request, ref) {
    return (0, guard_1.nullWhenMissing)(this.modelService.find(request, ref));
  }
  models({ actor }, filter, order, first, after) {
    const query = this.dataSource
      .getRepository(model_entity_1.Model)
      .createQueryBuilder('model')
      .where('model.project_id = :project', { project: actor.projectId });
    (0, where_1.whereText)(query, 'model.name', filter?.name);
    (0, where_1.whereOneOf)(query, 'model.task', filter?.task);
    (0, where_1.whereText)(query, 'model.owner', filter?.owner);
    (0, where_1.whereTags)(query, 'model.tags', filter?.tags);
    return (0, page_1.readPage)(query, columnsOf(order), {
      first,
      after,
      of: ['models', actor.projectId, filter, order],
    });
  }
  registerModel(request, input) {
    return this.modelService.register(request, input).then(payload_1.succeeded);
  }
  async modelEvents(request, filter, after) {
    const isOfType = (0, event_filter_1.acceptsType)(filter?.types);
    const model = filter?.model && (await this.modelService.find(request, filter.model, ['filter', 'model']));
    return this.delivery.deliver(request, {
      after,
      accept: (event) => (model ? event.modelId === model.id : event.modelId !== null) && isOfType(event),
    });
  }
};
exports.ModelResolver = ModelResolver;
__decorate(
  [
    (0, type_graphql_1.Query)(() => model_entity_1.Model, { nullable: true }),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('ref', () => model_input_1.ModelRef),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, model_input_1.ModelRef]),
    __metadata('design:returntype', Promise),
  ],
  ModelResolver.prototype,
  'model',
  null,
);
__decorate(
  [
    (0, type_graphql_1.Query)(() => ModelConnection),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('filter', () => model_input_1.ModelFilter, { nullable: true }),
    ),
    __param(
      2,
      (0, type_graphql_1.Arg)('order', () => model_input_1.ModelOrder, { nullable: true }),
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
  ModelResolver.prototype,
  'models',
  null,
);
__decorate(
  [
    (0, type_graphql_1.Mutation)(() => RegisterModelPayload),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('input', () => model_input_1.RegisterModelInput),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, model_input_1.RegisterModelInput]),
    __metadata('design:returntype', Promise),
  ],
  ModelResolver.prototype,
  'registerModel',
  null,
);
__decorate(
  [
    (0, stream_1.Stream)(() => event_resolver_1.EventEnvelope),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('filter', () => model_input_1.ModelEventFilter, { nullable: true }),
    ),
    __param(
      2,
      (0, type_graphql_1.Arg)('after', () => String, { nullable: true }),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, Object, Object]),
    __metadata('design:returntype', Promise),
  ],
  ModelResolver.prototype,
  'modelEvents',
  null,
);
exports.ModelResolver = ModelResolver = __decorate(
  [(0, type_graphql_1.Resolver)(), __metadata('design:paramtypes', [Function, Function, Function])],
  ModelResolver,
);
function columnsOf(order) {
  const descending = (order?.direction ?? filter_1.SortDirection.DESC) === filter_1.SortDirection.DESC;
  const first =
    order?.field === model_input_1.ModelOrderField.NAME
      ? { sql: 'model.name', type: 'text', descending }
      : { sql: 'model.registered_at', type: 'timestamptz', descending };
  return [first, { sql: 'model.id', type: 'uuid', descending }];
}
//# sourceMappingURL=model.resolver.js.map
