'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.FirstPredictions = exports.FIRST_PREDICTIONS = void 0;
const compute_baseline_1 = require('../baseline/compute-baseline');
const row_block_1 = require('../baseline/row-block');
const pool_transaction_1 = require('../database/pool-transaction');
const stored_row_1 = require('./stored-row');
/** Predictions that a provisional baseline is frozen from. */
exports.FIRST_PREDICTIONS = 1_000;
const LOGGED = `
  SELECT coalesce(sum(predictions), 0) AS logged
  FROM (SELECT predictions FROM summary WHERE version_id = $1 UNION ALL SELECT predictions FROM summary_delta WHERE version_id = $1) AS counted`;
/**
 * Gives a version that was registered without rows a baseline: its first predictions in the order in which they came in.
 * Any server may find that it is due, several at once; one revision stands, see `baseline_revision_unique`. Summaries on no
 * bins are then recomputed, because their revision is another.
 */
class FirstPredictions {
  constructor(pool, baselines, onError) {
    this.pool = pool;
    this.baselines = baselines;
    this.onError = onError;
  }
  /** To be called after a commit. What goes wrong here is tried again after the next batch. */
  async freezeIfDue(version) {
    if (version.baseline) return;
    try {
      const { rows } = await this.pool.query(LOGGED, [version.id]);
      if (rows[0].logged >= exports.FIRST_PREDICTIONS) await this.freeze(version);
    } catch (error) {
      this.onError(error);
    }
  }
  async freeze({ id, projectId, signature, task, reader }) {
    const { rows } = await this.pool.query(
      `SELECT ${stored_row_1.STORED_COLUMNS} FROM prediction WHERE version_id = $1 ORDER BY received_at, prediction_id LIMIT ${exports.FIRST_PREDICTIONS}`,
      [id],
    );
    const block = new row_block_1.RowBlock(rows.length, reader.width);
    block.filled = rows.length;
    rows.forEach((stored, row) => {
      (0, stored_row_1.fillRow)(block.table, row, stored);
      block.outputs[row] = (0, stored_row_1.outputOf)(stored);
    });
    const frozen = (0, compute_baseline_1.freezeRows)(signature, task, block);
    await (0, pool_transaction_1.inPoolTransaction)(this.pool, (client) =>
      this.baselines.insertProvisional(client, { versionId: id, projectId }, frozen),
    );
  }
}
exports.FirstPredictions = FirstPredictions;
//# sourceMappingURL=first-predictions.js.map
