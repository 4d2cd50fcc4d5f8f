'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.requireSome = requireSome;
const user_error_1 = require('../contract/user-error');
/** Items of one call. */
const MOST_ITEMS = 5_000;
function requireSome(items, field) {
  if (items.length >= 1 && items.length <= MOST_ITEMS) return;
  const path = ['input', field];
  throw new user_error_1.Refusal(
    new user_error_1.ValidationError(
      `${path.join('.')}: give 1 to ${MOST_ITEMS}; ${items.length} were given.`,
      path,
    ),
  );
}
//# sourceMappingURL=batch-size.js.map
