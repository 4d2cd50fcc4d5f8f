'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.VECTOR_TYPES = void 0;
exports.addTo = addTo;
const pg_1 = require('pg');
const instant_1 = require('../../contract/instant');
const vector = (text) => JSON.parse(`[${text.slice(1, -1)}]`);
/** integer[], float8[], timestamptz. */
const PARSERS = {
  1007: vector,
  1022: vector,
  1184: instant_1.instantFromPostgres,
};
/** Vectors hold no null and no NaN, so that they can be read much faster than arrays of anything. */
exports.VECTOR_TYPES = {
  getTypeParser: (oid, format) => PARSERS[oid] ?? pg_1.types.getTypeParser(oid, format),
};
/** Adds a vector to a longer or equally long total, in place. */
function addTo(total, vector) {
  for (let place = 0; place < vector.length; place++) total[place] = (total[place] ?? 0) + vector[place];
}
//# sourceMappingURL=stored-summary.js.map
