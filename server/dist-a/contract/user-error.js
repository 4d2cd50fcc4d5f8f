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
exports.Refusal =
  exports.ConflictError =
  exports.NotFoundError =
  exports.ValidationError =
  exports.UserError =
  exports.UserErrorCode =
    void 0;
const type_graphql_1 = require('type-graphql');
/** See the SDL for what each means. */
var UserErrorCode;
((UserErrorCode) => {
  UserErrorCode['INVALID_INPUT'] = 'INVALID_INPUT';
  UserErrorCode['NOT_FOUND'] = 'NOT_FOUND';
  UserErrorCode['NAME_TAKEN'] = 'NAME_TAKEN';
  UserErrorCode['IDEMPOTENCY_MISMATCH'] = 'IDEMPOTENCY_MISMATCH';
  UserErrorCode['READ_ONLY'] = 'READ_ONLY';
  UserErrorCode['IMMUTABLE'] = 'IMMUTABLE';
  UserErrorCode['UNEXPECTED_STATE'] = 'UNEXPECTED_STATE';
  UserErrorCode['STAGE_TRANSITION_NOT_ALLOWED'] = 'STAGE_TRANSITION_NOT_ALLOWED';
  UserErrorCode['ARTIFACT_MISMATCH'] = 'ARTIFACT_MISMATCH';
})(UserErrorCode || (exports.UserErrorCode = UserErrorCode = {}));
(0, type_graphql_1.registerEnumType)(UserErrorCode, { name: 'UserErrorCode' });
/** Why a mutation changed nothing. A value, not an exception: `Refusal` carries it to the edge. */
let UserError = class UserError {
  constructor(code, message, path) {
    this.code = code;
    this.message = message;
    this.path = [...path];
  }
};
exports.UserError = UserError;
__decorate(
  [(0, type_graphql_1.Field)(() => UserErrorCode), __metadata('design:type', String)],
  UserError.prototype,
  'code',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  UserError.prototype,
  'message',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [String]), __metadata('design:type', Array)],
  UserError.prototype,
  'path',
  void 0,
);
exports.UserError = UserError = __decorate(
  [(0, type_graphql_1.InterfaceType)(), __metadata('design:paramtypes', [String, String, Array])],
  UserError,
);
let ValidationError = class ValidationError extends UserError {
  constructor(message, path) {
    super(UserErrorCode.INVALID_INPUT, message, path);
  }
};
exports.ValidationError = ValidationError;
exports.ValidationError = ValidationError = __decorate(
  [
    (0, type_graphql_1.ObjectType)({ implements: UserError }),
    __metadata('design:paramtypes', [String, Array]),
  ],
  ValidationError,
);
let NotFoundError = class NotFoundError extends UserError {
  constructor(message, path) {
    super(UserErrorCode.NOT_FOUND, message, path);
  }
};
exports.NotFoundError = NotFoundError;
exports.NotFoundError = NotFoundError = __decorate(
  [
    (0, type_graphql_1.ObjectType)({ implements: UserError }),
    __metadata('design:paramtypes', [String, Array]),
  ],
  NotFoundError,
);
let ConflictError = class ConflictError extends UserError {
  constructor(code, message, path, existingId = null) {
    super(UserErrorCode[code], message, path);
    this.existingId = existingId;
  }
};
exports.ConflictError = ConflictError;
__decorate(
  [(0, type_graphql_1.Field)(() => type_graphql_1.ID, { nullable: true }), __metadata('design:type', Object)],
  ConflictError.prototype,
  'existingId',
  void 0,
);
exports.ConflictError = ConflictError = __decorate(
  [
    (0, type_graphql_1.ObjectType)({ implements: UserError }),
    __metadata('design:paramtypes', [String, String, Array, Object]),
  ],
  ConflictError,
);
/** Thrown by a rule that refuses; rolls the transaction back; the edge turns it into `userErrors`. */
class Refusal extends Error {
  constructor(...errors) {
    super(errors.map((error) => error.message).join(' '));
    this.name = 'Refusal';
    this.errors = errors;
  }
}
exports.Refusal = Refusal;
//# sourceMappingURL=user-error.js.map
