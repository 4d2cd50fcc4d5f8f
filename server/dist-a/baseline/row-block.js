'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.RowSample = exports.RowBlock = void 0;
const feature_table_1 = require('./feature-table');
/** Some rows with what they have of outputs. */
class RowBlock {
  constructor(rows, width) {
    /** Rows that are filled. */
    this.filled = 0;
    this.table = new feature_table_1.FeatureTable(rows, width);
    this.outputs = new Array(rows).fill(null);
  }
}
exports.RowBlock = RowBlock;
const BLOCK = 4_096;
/** Rows kept of a stream: all of them up to `most`, then a uniform sample (Vitter 1985, algorithm R). */
class RowSample {
  constructor(width, most, random) {
    this.width = width;
    this.most = most;
    this.random = random;
    this.blocks = [];
    this.seen = 0;
    this.aside = new RowBlock(1, width);
  }
  /** Whether nothing was left out. */
  get isWhole() {
    return this.seen <= this.most;
  }
  /** Where the next row goes. */
  next() {
    this.seen += 1;
    if (this.seen <= this.most) return this.append();
    const chosen = Math.floor(this.random() * this.seen);
    if (chosen >= this.most) return { block: this.aside, row: 0 };
    return { block: this.blocks[Math.floor(chosen / BLOCK)], row: chosen % BLOCK };
  }
  append() {
    const last = this.blocks.at(-1);
    const block = last && last.filled < BLOCK ? last : new RowBlock(BLOCK, this.width);
    if (block !== last) this.blocks.push(block);
    block.filled += 1;
    return { block, row: block.filled - 1 };
  }
}
exports.RowSample = RowSample;
//# sourceMappingURL=row-block.js.map
