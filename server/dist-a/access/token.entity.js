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
exports.Token = void 0;
const type_graphql_1 = require('type-graphql');
const typeorm_1 = require('typeorm');
const actor_1 = require('../contract/actor');
const columns_1 = require('../database/columns');
(0, type_graphql_1.registerEnumType)(actor_1.Role, { name: 'Role' });
let Token = class Token {};
exports.Token = Token;
__decorate(
  [
    (0, type_graphql_1.Field)(() => type_graphql_1.ID),
    (0, typeorm_1.PrimaryColumn)('uuid'),
    __metadata('design:type', String),
  ],
  Token.prototype,
  'id',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('uuid', { name: 'project_id' }), __metadata('design:type', String)],
  Token.prototype,
  'projectId',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), (0, typeorm_1.Column)('text'), __metadata('design:type', String)],
  Token.prototype,
  'subject',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => actor_1.Role),
    (0, typeorm_1.Column)('text'),
    __metadata('design:type', String),
  ],
  Token.prototype,
  'role',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), (0, typeorm_1.Column)('text'), __metadata('design:type', String)],
  Token.prototype,
  'prefix',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('bytea', { name: 'secret_hash', select: false }), __metadata('design:type', Buffer)],
  Token.prototype,
  'secretHash',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => Date),
    (0, columns_1.InstantColumn)({ name: 'created_at', insert: false }),
    __metadata('design:type', String),
  ],
  Token.prototype,
  'createdAt',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(),
    (0, typeorm_1.Column)('text', { name: 'created_by' }),
    __metadata('design:type', String),
  ],
  Token.prototype,
  'createdBy',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => Date, { nullable: true }),
    (0, columns_1.InstantColumn)({ name: 'expires_at', nullable: true }),
    __metadata('design:type', Object),
  ],
  Token.prototype,
  'expiresAt',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => Date, { nullable: true }),
    (0, columns_1.InstantColumn)({ name: 'revoked_at', nullable: true }),
    __metadata('design:type', Object),
  ],
  Token.prototype,
  'revokedAt',
  void 0,
);
exports.Token = Token = __decorate([(0, typeorm_1.Entity)('token'), (0, type_graphql_1.ObjectType)()], Token);
//# sourceMappingURL=token.entity.js.map
