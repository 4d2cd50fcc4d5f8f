'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.InstantColumn = void 0;
const typeorm_1 = require('typeorm');
/**
 * An instant. The column is a timestamptz; telling TypeORM `text` keeps it from making a `Date` of it, which would lose
 * the microseconds. The pool's type parser gives RFC 3339 text.
 */
const InstantColumn = (options = {}) => (0, typeorm_1.Column)('text', options);
exports.InstantColumn = InstantColumn;
//# sourceMappingURL=columns.js.map
