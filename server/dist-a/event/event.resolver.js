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
exports.EventResolver = exports.EventEnvelope = void 0;
const type_graphql_1 = require('type-graphql');
const connection_1 = require('../contract/connection');
const id_1 = require('../contract/id');
const request_1 = require('../contract/request');
const stream_1 = require('../contract/stream');
const page_1 = require('../database/page');
const where_1 = require('../database/where');
const envelope_1 = require('./envelope');
const event_entity_1 = require('./event.entity');
const event_filter_1 = require('./event-filter');
const EventConnection = (0, connection_1.connectionOf)('Event', () => event_entity_1.Event, {
  counted: false,
});
exports.EventEnvelope = (0, envelope_1.envelopeOf)('Event', () => event_entity_1.Event);
let EventResolver = class EventResolver {
  constructor(dataSource, delivery) {
    this.dataSource = dataSource;
    this.delivery = delivery;
  }
  async events({ actor }, filter, first, after) {
    const query = this.dataSource
      .getRepository(event_entity_1.Event)
      .createQueryBuilder('event')
      .where('event.project_id = :project AND event.position IS NOT NULL', { project: actor.projectId });
    (0, where_1.whereOneOf)(query, 'event.type', filter?.types);
    if (filter?.subjectId != null)
      query.andWhere('event.subject_id = :subject', { subject: (0, id_1.idOrNone)(filter.subjectId) });
    const order = [{ sql: 'event.position', type: 'bigint', descending: true }];
    return (0, page_1.readPage)(query, order, { first, after, of: ['events', actor.projectId, filter] });
  }
  follow(request, filter, after) {
    return this.delivery.deliver(request, { after, accept: (0, event_filter_1.acceptsEvent)(filter) });
  }
};
exports.EventResolver = EventResolver;
__decorate(
  [
    (0, type_graphql_1.Query)(() => EventConnection),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('filter', () => event_filter_1.EventFilter, { nullable: true }),
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
    __metadata('design:paramtypes', [request_1.Request, Object, Number, Object]),
    __metadata('design:returntype', Promise),
  ],
  EventResolver.prototype,
  'events',
  null,
);
__decorate(
  [
    (0, stream_1.Stream)(() => exports.EventEnvelope, { name: 'events' }),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('filter', () => event_filter_1.EventFilter, { nullable: true }),
    ),
    __param(
      2,
      (0, type_graphql_1.Arg)('after', () => String, { nullable: true }),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, Object, Object]),
    __metadata('design:returntype', Promise),
  ],
  EventResolver.prototype,
  'follow',
  null,
);
exports.EventResolver = EventResolver = __decorate(
  [(0, type_graphql_1.Resolver)(), __metadata('design:paramtypes', [Function, Function])],
  EventResolver,
);
//# sourceMappingURL=event.resolver.js.map
