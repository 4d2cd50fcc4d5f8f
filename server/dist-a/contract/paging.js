'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.pageSize = pageSize;
const service_error_1 = require('./service-error');
/** The size of a page as asked for; anything but 1 to 100 is refused rather than cut, so that nobody mistakes a part for the whole. */
function pageSize(first) {
  if (first >= 1 && first <= 100) return first;
  throw new service_error_1.ServiceError(
    'BAD_REQUEST',
    `first is ${first}; give 1 to 100 and follow pageInfo.endCursor for more.`,
  );
}
//# sourceMappingURL=paging.js.map
