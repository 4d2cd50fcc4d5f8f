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
exports.StageTransitionError = void 0;
const type_graphql_1 = require('type-graphql');
const user_error_1 = require('../contract/user-error');
const stage_1 = require('./stage');
let StageTransitionError = class StageTransitionError extends user_error_1.UserError {
  constructor(from, to, allowed, path) {
    super(
      user_error_1.UserErrorCode.STAGE_TRANSITION_NOT_ALLOWED,
      from === to
        ? `The version stands in ${to} already; from there it may go to ${list(allowed)}.`
        : `A version does not go from ${from} to ${to}; it may go to ${list(allowed)}.`,
      path,
    );
    this.from = from;
    this.to = to;
    this.allowed = [...allowed];
  }
};
exports.StageTransitionError = StageTransitionError;
__decorate(
  [(0, type_graphql_1.Field)(() => stage_1.Stage), __metadata('design:type', String)],
  StageTransitionError.prototype,
  'from',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => stage_1.Stage), __metadata('design:type', String)],
  StageTransitionError.prototype,
  'to',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [stage_1.Stage]), __metadata('design:type', Array)],
  StageTransitionError.prototype,
  'allowed',
  void 0,
);
exports.StageTransitionError = StageTransitionError = __decorate(
  [
    (0, type_graphql_1.ObjectType)({ implements: user_error_1.UserError }),
    __metadata('design:paramtypes', [String, String, Array, Array]),
  ],
  StageTransitionError,
);
const list = (stages) =>
  stages.length > 1 ? `${stages.slice(0, -1).join(', ')} or ${stages.at(-1)}` : stages.join('');
//# sourceMappingURL=stage-transition-error.js.map
