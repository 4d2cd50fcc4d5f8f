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
exports.succeeded = exports.ReplayablePayload = exports.Payload = void 0;
const type_graphql_1 = require('type-graphql');
const user_error_1 = require('./user-error');
/** What every payload has. A refusal becomes one at the edge (see `guard.ts`); a service only throws it. */
let Payload = class Payload {};
exports.Payload = Payload;
__decorate(
  [(0, type_graphql_1.Field)(() => [user_error_1.UserError]), __metadata('design:type', Array)],
  Payload.prototype,
  'userErrors',
  void 0,
);
exports.Payload = Payload = __decorate([(0, type_graphql_1.ObjectType)()], Payload);
/** The payload of a mutation that takes an idempotency key. */
let ReplayablePayload = class ReplayablePayload extends Payload {};
exports.ReplayablePayload = ReplayablePayload;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', Boolean)],
  ReplayablePayload.prototype,
  'replayed',
  void 0,
);
exports.ReplayablePayload = ReplayablePayload = __decorate(
  [(0, type_graphql_1.ObjectType)()],
  ReplayablePayload,
);
/** A payload without errors. */
const succeeded = (result) => ({
  ...result,
  userErrors: [],
});
exports.succeeded = succeeded;
//# sourceMappingURL=payload.js.map
