'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.outputOf = exports.STORED_COLUMNS = void 0;
exports.fillRow = fillRow;
exports.STORED_COLUMNS = `prediction.features, prediction.extra, prediction.error IS NOT NULL AS failed, prediction.label,
  prediction.probability, prediction.probabilities, prediction.number, prediction.lower, prediction.upper`;
/** Puts the features of a stored prediction into a table. */
function fillRow(table, row, { features, extra }) {
  for (let column = 0; column < table.width; column++) table.setNumber(row, column, features[column] ?? null);
  table.extras[row] = extra;
}
/** Null for a failed prediction. */
const outputOf = (row) => (row.failed ? null : row);
exports.outputOf = outputOf;
//# sourceMappingURL=stored-row.js.map
