'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.FeatureTable = void 0;
/**
 * The features of many rows as they are stored and counted: numbers side by side in one block of memory, each of which may
 * be missing, and the others by name.
 */
class FeatureTable {
  constructor(
    rows,
    /** Numbers a row has: NUMBER, INTEGER and BOOLEAN (0, 1) features, in the order of the signature. */
    width,
  ) {
    this.rows = rows;
    this.width = width;
    this.values = new Float64Array(rows * width);
    this.present = new Uint8Array(rows * width);
    this.extras = new Array(rows).fill(null);
  }
  setNumber(row, column, value) {
    const at = row * this.width + column;
    this.present[at] = value === null ? 0 : 1;
    this.values[at] = value ?? 0;
  }
  number(row, column) {
    const at = row * this.width + column;
    return this.present[at] === 1 ? this.values[at] : null;
  }
}
exports.FeatureTable = FeatureTable;
//# sourceMappingURL=feature-table.js.map
