'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.computeBaseline = computeBaseline;
exports.freezeRows = freezeRows;
const seeded_random_1 = require('../statistics/random/seeded-random');
const binning_1 = require('./binning');
const count_quality_1 = require('./count-quality');
const count_rows_1 = require('./count-rows');
const freeze_bins_1 = require('./freeze-bins');
const ndjson_1 = require('./ndjson');
const row_block_1 = require('./row-block');
const row_reader_1 = require('./row-reader');
/** Values that are held in memory for the edges: enough for quantiles, whatever the number of rows. */
const MOST_VALUES = 20_000_000;
const MOST_SAMPLED = 1_000_000;
/**
 * Computes a baseline from NDJSON. The bins come from all rows, or a sample of them where they are too many for the
 * memory; the counts from all rows, for which `open` is then called a second time.
 */
async function computeBaseline(open, task) {
  try {
    return await compute(open, task);
  } catch (error) {
    if (error instanceof ndjson_1.BadLine)
      return { kind: 'BAD_LINE', line: error.line, path: error.path, why: error.why };
    throw error;
  }
}
async function compute(open, { signature, task, mostRows }) {
  const reader = new row_reader_1.RowReader(signature, task);
  const { width } = reader.features;
  const spec = (0, binning_1.outputSpec)(signature, task);
  // A label weighs about as much as ten numbers.
  const weight = width + 10 * ((0, binning_1.countedFeatures)(signature).length - width) + 1;
  const sample = new row_block_1.RowSample(
    width,
    Math.min(MOST_SAMPLED, Math.ceil(MOST_VALUES / weight)),
    (0, seeded_random_1.seededRandom)(1),
  );
  const quality = (0, count_quality_1.qualityCounter)(spec);
  let rows = 0;
  for await (const lines of (0, ndjson_1.linesOf)(await open())) {
    for (const { text, line } of rowsOf(lines)) {
      rows += 1;
      if (mostRows !== null && rows > mostRows) return { kind: 'TOO_MANY_ROWS' };
      const { block, row } = sample.next();
      const { output, actual } = reader.read(text, line, block.table, row);
      block.outputs[row] = output;
      if (output && actual) quality.add(output, actual);
    }
  }
  if (rows === 0) throw new ndjson_1.BadLine(1, 'the artifact has no rows');
  const counter = new count_rows_1.RowCounter(
    (0, freeze_bins_1.freezeBins)(signature, spec, sample.blocks),
    spec,
  );
  if (sample.isWhole) for (const block of sample.blocks) countAll(counter, block);
  else await countAgain(counter, reader, await open());
  return {
    kind: 'FROZEN',
    frozen: {
      rows,
      labelledRows: quality.labelled,
      features: counter.frozenFeatures(),
      output: counter.frozenOutput(),
      quality: quality.sums(),
    },
  };
}
/** A baseline of rows that are there already, without quality: the first predictions of a version. */
function freezeRows(signature, task, block) {
  const spec = (0, binning_1.outputSpec)(signature, task);
  const counter = new count_rows_1.RowCounter((0, freeze_bins_1.freezeBins)(signature, spec, [block]), spec);
  countAll(counter, block);
  return {
    rows: block.filled,
    labelledRows: 0,
    features: counter.frozenFeatures(),
    output: counter.frozenOutput(),
    quality: null,
  };
}
function countAll(counter, block) {
  for (let row = 0; row < block.filled; row++) counter.add(block, row);
}
async function countAgain(counter, reader, bytes) {
  const block = new row_block_1.RowBlock(1, reader.features.width);
  for await (const lines of (0, ndjson_1.linesOf)(bytes)) {
    for (const { text, line } of rowsOf(lines)) {
      block.outputs[0] = reader.read(text, line, block.table, 0).output;
      counter.add(block, 0);
    }
  }
}
/** Empty lines are no rows. */
function* rowsOf({ first, texts }) {
  for (const [index, text] of texts.entries()) if (text.trim() !== '') yield { text, line: first + index };
}
//# sourceMappingURL=compute-baseline.js.map
