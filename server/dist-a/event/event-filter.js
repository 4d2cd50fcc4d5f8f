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
exports.EventFilter = void 0;
exports.acceptsEvent = acceptsEvent;
exports.acceptsType = acceptsType;
const type_graphql_1 = require('type-graphql');
const id_1 = require('../contract/id');
const service_error_1 = require('../contract/service-error');
const event_type_1 = require('./event-type');
let EventFilter = class EventFilter {};
exports.EventFilter = EventFilter;
__decorate(
  [
    (0, type_graphql_1.Field)(() => [event_type_1.EventType], { nullable: true }),
    __metadata('design:type', Object),
  ],
  EventFilter.prototype,
  'types',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => type_graphql_1.ID, { nullable: true }), __metadata('design:type', Object)],
  EventFilter.prototype,
  'subjectId',
  void 0,
);
exports.EventFilter = EventFilter = __decorate([(0, type_graphql_1.InputType)()], EventFilter);
const MOST_TYPES = 50;
/** The filter as a rule for events that are handed out one by one; the query of `events` says the same in SQL. */
function acceptsEvent(filter) {
  const isOfType = acceptsType(filter?.types);
  const subjectId = filter?.subjectId == null ? null : (0, id_1.idOrNone)(filter.subjectId);
  return (event) => isOfType(event) && (subjectId === null || event.subjectId === subjectId);
}
/** Whether an event is of one of the types; of any when none are named. */
function acceptsType(types) {
  if (types == null) return () => true;
  if (types.length > MOST_TYPES)
    throw new service_error_1.ServiceError(
      'BAD_REQUEST',
      `types takes at most ${MOST_TYPES} values; ${types.length} were given.`,
    );
  const wanted = new Set(types);
  return ({ type }) => wanted.has(type);
}
//# sourceMappingURL=event-filter.js.map
