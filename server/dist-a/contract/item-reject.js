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
exports.ItemReject = void 0;
exports.judge = judge;
exports.rejectOf = rejectOf;
const type_graphql_1 = require('type-graphql');
const text_1 = require('./text');
const user_error_1 = require('./user-error');
let ItemReject = class ItemReject {};
exports.ItemReject = ItemReject;
__decorate(
  [(0, type_graphql_1.Field)(() => type_graphql_1.Int), __metadata('design:type', Number)],
  ItemReject.prototype,
  'index',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => user_error_1.UserErrorCode), __metadata('design:type', String)],
  ItemReject.prototype,
  'code',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  ItemReject.prototype,
  'message',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [String]), __metadata('design:type', Array)],
  ItemReject.prototype,
  'path',
  void 0,
);
exports.ItemReject = ItemReject = __decorate([(0, type_graphql_1.ObjectType)()], ItemReject);
/**
 * Judges the items of a `@bulk` mutation one by one, also for text that no database can hold: the guard leaves the list to
 * the mutation. An item has at most one reject, its first fault.
 */
function judge(rule, items) {
  const good = [];
  const rejects = [];
  items.forEach((item, index) => {
    const illFormed = (0, text_1.findIllFormed)(item);
    const result = illFormed ? undefined : rule.safeParse(item);
    if (result?.success) good.push({ index, item: result.data });
    else if (illFormed)
      rejects.push(rejectOf(index, illFormed, 'holds a NUL character or half a surrogate pair'));
    else rejects.push(rejectOf(index, result.error.issues[0].path, result.error.issues[0].message));
  });
  return { good, rejects };
}
/** A reject for input that breaks a rule. */
function rejectOf(index, path, why) {
  const fields = path.map(String);
  return {
    index,
    code: user_error_1.UserErrorCode.INVALID_INPUT,
    message: `${[`Item ${index}`, ...fields].join('.')}: ${why}.`,
    path: fields,
  };
}
//# sourceMappingURL=item-reject.js.map
