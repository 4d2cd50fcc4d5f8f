'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.otherContent = void 0;
exports.readBatch = readBatch;
const fault_1 = require('../baseline/fault');
const feature_table_1 = require('../baseline/feature-table');
const item_reject_1 = require('../contract/item-reject');
const user_error_1 = require('../contract/user-error');
const copy_rows_1 = require('./copy-rows');
const prediction_item_1 = require('./prediction-item');
const BYTES_PER_NUMBER = 12;
const BYTES_BESIDE = 250;
/** Judges the items one by one: an item of the same id as an earlier one repeats it, or is rejected. */
function readBatch(version, given, nowMs) {
  const { width } = version.reader;
  const table = new feature_table_1.FeatureTable(given.length, width);
  const copy = new copy_rows_1.CopyRows(given.length * (width * BYTES_PER_NUMBER + BYTES_BESIDE));
  const bodies = new Map();
  const items = [];
  const rejects = [];
  let duplicates = 0;
  given.forEach((one, index) => {
    const row = items.length;
    const item = (0, prediction_item_1.readItem)(version, one, index, nowMs, table, row);
    if (item instanceof fault_1.Fault) {
      rejects.push((0, item_reject_1.rejectOf)(index, item.path, item.why));
      return;
    }
    const start = copy.position;
    const from = (0, prediction_item_1.stageItem)(copy, item, table, row);
    const earlier = bodies.get(item.predictionId);
    if (!earlier) {
      bodies.set(item.predictionId, { from, to: copy.position });
      items.push(item);
      return;
    }
    if (copy.isSame(earlier.from, earlier.to, from, copy.position)) duplicates += 1;
    else rejects.push((0, exports.otherContent)(index));
    copy.truncate(start);
    table.extras[row] = null;
  });
  return { items, table, bytes: copy.finish(), duplicates, rejects };
}
/** An id that was logged before, with another content. */
const otherContent = (index) => ({
  index,
  code: user_error_1.UserErrorCode.IMMUTABLE,
  message: `Item ${index}.predictionId: this version has logged this id with another content, which stays; give a new prediction a new id, and correct an actual with recordActuals.`,
  path: ['predictionId'],
});
exports.otherContent = otherContent;
//# sourceMappingURL=prediction-batch.js.map
