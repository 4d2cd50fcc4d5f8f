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
exports.RevokeTokenInput =
  exports.CreateTokenInput =
  exports.CreateProjectInput =
  exports.TokenFilter =
  exports.ProjectRef =
    void 0;
const type_graphql_1 = require('type-graphql');
const actor_1 = require('../contract/actor');
const filter_1 = require('../contract/filter');
let ProjectRef = class ProjectRef {};
exports.ProjectRef = ProjectRef;
__decorate(
  [(0, type_graphql_1.Field)(() => type_graphql_1.ID, { nullable: true }), __metadata('design:type', Object)],
  ProjectRef.prototype,
  'id',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  ProjectRef.prototype,
  'name',
  void 0,
);
exports.ProjectRef = ProjectRef = __decorate(
  [(0, type_graphql_1.InputType)(), (0, type_graphql_1.Directive)('@oneOf')],
  ProjectRef,
);
let TokenFilter = class TokenFilter {};
exports.TokenFilter = TokenFilter;
__decorate(
  [
    (0, type_graphql_1.Field)(() => filter_1.StringFilter, { nullable: true }),
    __metadata('design:type', Object),
  ],
  TokenFilter.prototype,
  'subject',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Boolean, { nullable: true }), __metadata('design:type', Object)],
  TokenFilter.prototype,
  'active',
  void 0,
);
exports.TokenFilter = TokenFilter = __decorate([(0, type_graphql_1.InputType)()], TokenFilter);
let CreateProjectInput = class CreateProjectInput {};
exports.CreateProjectInput = CreateProjectInput;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  CreateProjectInput.prototype,
  'name',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)({ defaultValue: '' }), __metadata('design:type', String)],
  CreateProjectInput.prototype,
  'description',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  CreateProjectInput.prototype,
  'idempotencyKey',
  void 0,
);
exports.CreateProjectInput = CreateProjectInput = __decorate(
  [(0, type_graphql_1.InputType)()],
  CreateProjectInput,
);
let CreateTokenInput = class CreateTokenInput {};
exports.CreateTokenInput = CreateTokenInput;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  CreateTokenInput.prototype,
  'subject',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => actor_1.Role), __metadata('design:type', String)],
  CreateTokenInput.prototype,
  'role',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => ProjectRef, { nullable: true }), __metadata('design:type', Object)],
  CreateTokenInput.prototype,
  'project',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Date, { nullable: true }), __metadata('design:type', Object)],
  CreateTokenInput.prototype,
  'expiresAt',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  CreateTokenInput.prototype,
  'idempotencyKey',
  void 0,
);
exports.CreateTokenInput = CreateTokenInput = __decorate([(0, type_graphql_1.InputType)()], CreateTokenInput);
let RevokeTokenInput = class RevokeTokenInput {};
exports.RevokeTokenInput = RevokeTokenInput;
__decorate(
  [(0, type_graphql_1.Field)(() => type_graphql_1.ID), __metadata('design:type', String)],
  RevokeTokenInput.prototype,
  'id',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  RevokeTokenInput.prototype,
  'reason',
  void 0,
);
exports.RevokeTokenInput = RevokeTokenInput = __decorate([(0, type_graphql_1.InputType)()], RevokeTokenInput);
//# sourceMappingURL=access.input.js.map
