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
exports.VersionEventResolver = void 0;
const type_graphql_1 = require('type-graphql');
const request_1 = require('../contract/request');
const stream_1 = require('../contract/stream');
const load_by_id_1 = require('../database/load-by-id');
const envelope_1 = require('../event/envelope');
const event_entity_1 = require('../event/event.entity');
const event_filter_1 = require('../event/event-filter');
const event_type_1 = require('../event/event-type');
const model_input_1 = require('../model/model.input');
const stage_1 = require('./stage');
const version_entity_1 = require('./version.entity');
let VersionEventFilter = class VersionEventFilter {};
__decorate(
  [
    (0, type_graphql_1.Field)(() => model_input_1.ModelRef, { nullable: true }),
    __metadata('design:type', Object),
  ],
  VersionEventFilter.prototype,
  'model',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [stage_1.Stage], { nullable: true }), __metadata('design:type', Object)],
  VersionEventFilter.prototype,
  'stage',
  void 0,
);
VersionEventFilter = __decorate([(0, type_graphql_1.InputType)()], VersionEventFilter);
/** A view of the log's event: both of its fields are resolved from that. */
let VersionEvent = class VersionEvent {};
VersionEvent = __decorate([(0, type_graphql_1.ObjectType)()], VersionEvent);
const VersionEventEnvelope = (0, envelope_1.envelopeOf)('VersionEvent', () => VersionEvent);
const isAboutVersions = (0, event_filter_1.acceptsType)([
  event_type_1.EventType.VERSION_REGISTERED,
  event_type_1.EventType.VERSION_STAGE_CHANGED,
]);
let VersionEventResolver = class VersionEventResolver {
  constructor(dataSource, models, delivery) {
    this.dataSource = dataSource;
    this.models = models;
    this.delivery = delivery;
  }
  async versionEvents(request, filter, after) {
    const model = filter?.model && (await this.models.find(request, filter.model, ['filter', 'model']));
    const stages = filter?.stage && new Set(filter.stage);
    return this.delivery.deliver(request, {
      after,
      accept: (event) =>
        isAboutVersions(event) &&
        (!model || event.modelId === model.id) &&
        // A registration and a move both say in which stage the version then stood.
        (!stages || stages.has(event.after?.stage)),
    });
  }
  event(event) {
    return event;
  }
  version(request, { subjectId }) {
    return (0, load_by_id_1.loadById)(request, this.dataSource, version_entity_1.Version).load(subjectId);
  }
};
exports.VersionEventResolver = VersionEventResolver;
__decorate(
  [
    (0, stream_1.Stream)(() => VersionEventEnvelope),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('filter', () => VersionEventFilter, { nullable: true }),
    ),
    __param(
      2,
      (0, type_graphql_1.Arg)('after', () => String, { nullable: true }),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, Object, Object]),
    __metadata('design:returntype', Promise),
  ],
  VersionEventResolver.prototype,
  'versionEvents',
  null,
);
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => event_entity_1.Event),
    __param(0, (0, type_graphql_1.Root)()),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [event_entity_1.Event]),
    __metadata('design:returntype', event_entity_1.Event),
  ],
  VersionEventResolver.prototype,
  'event',
  null,
);
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => version_entity_1.Version, { nullable: true }),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(1, (0, type_graphql_1.Root)()),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, event_entity_1.Event]),
    __metadata('design:returntype', Promise),
  ],
  VersionEventResolver.prototype,
  'version',
  null,
);
exports.VersionEventResolver = VersionEventResolver = __decorate(
  [
    (0, type_graphql_1.Resolver)(() => VersionEvent),
    __metadata('design:paramtypes', [Function, Function, Function]),
  ],
  VersionEventResolver,
);
//# sourceMappingURL=version-event.resolver.js.map
