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
exports.Event = void 0;
const type_graphql_1 = require('type-graphql');
const typeorm_1 = require('typeorm');
const scalars_1 = require('../contract/scalars');
const columns_1 = require('../database/columns');
const event_type_1 = require('./event-type');
(0, type_graphql_1.registerEnumType)(event_type_1.EventType, { name: 'EventType' });
(0, type_graphql_1.registerEnumType)(event_type_1.SubjectKind, { name: 'SubjectKind' });
let Event = class Event {};
exports.Event = Event;
__decorate(
  [
    (0, type_graphql_1.Field)(() => type_graphql_1.ID),
    (0, typeorm_1.PrimaryColumn)('uuid'),
    __metadata('design:type', String),
  ],
  Event.prototype,
  'id',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('uuid', { name: 'project_id' }), __metadata('design:type', String)],
  Event.prototype,
  'projectId',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.SafeIntScalar),
    (0, typeorm_1.Column)('bigint', { nullable: true }),
    __metadata('design:type', Number),
  ],
  Event.prototype,
  'position',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => event_type_1.EventType),
    (0, typeorm_1.Column)('text'),
    __metadata('design:type', String),
  ],
  Event.prototype,
  'type',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), (0, typeorm_1.Column)('text'), __metadata('design:type', String)],
  Event.prototype,
  'actor',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => event_type_1.SubjectKind),
    (0, typeorm_1.Column)('text', { name: 'subject_kind' }),
    __metadata('design:type', String),
  ],
  Event.prototype,
  'subjectKind',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => type_graphql_1.ID),
    (0, typeorm_1.Column)('uuid', { name: 'subject_id' }),
    __metadata('design:type', String),
  ],
  Event.prototype,
  'subjectId',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('uuid', { name: 'model_id', nullable: true }), __metadata('design:type', Object)],
  Event.prototype,
  'modelId',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.JSONObjectScalar, { nullable: true }),
    (0, typeorm_1.Column)('jsonb', { nullable: true }),
    __metadata('design:type', Object),
  ],
  Event.prototype,
  'before',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.JSONObjectScalar, { nullable: true }),
    (0, typeorm_1.Column)('jsonb', { nullable: true }),
    __metadata('design:type', Object),
  ],
  Event.prototype,
  'after',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => String, { nullable: true }),
    (0, typeorm_1.Column)('text', { nullable: true }),
    __metadata('design:type', Object),
  ],
  Event.prototype,
  'reason',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => String, { nullable: true }),
    (0, typeorm_1.Column)('text', { name: 'request_id', nullable: true }),
    __metadata('design:type', Object),
  ],
  Event.prototype,
  'requestId',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => String),
    (0, typeorm_1.Column)('bytea', {
      transformer: {
        from: (hash) => hash?.toString('hex') ?? null,
        to: (hex) => Buffer.from(hex, 'hex'),
      },
    }),
    __metadata('design:type', String),
  ],
  Event.prototype,
  'hash',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => Date),
    (0, columns_1.InstantColumn)({ name: 'occurred_at' }),
    __metadata('design:type', String),
  ],
  Event.prototype,
  'occurredAt',
  void 0,
);
exports.Event = Event = __decorate([(0, typeorm_1.Entity)('event'), (0, type_graphql_1.ObjectType)()], Event);
//# sourceMappingURL=event.entity.js.map
