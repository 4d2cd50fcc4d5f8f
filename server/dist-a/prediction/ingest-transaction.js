'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.inIngestTransaction = inIngestTransaction;
exports.lockModel = lockModel;
const pool_transaction_1 = require('../database/pool-transaction');
const partitions_1 = require('./partitions');
const staged_ingest_1 = require('./staged-ingest');
/**
 * Runs a batch in one transaction on a connection of ingest; where the partition of the day is missing, makes it and runs
 * the batch again.
 */
async function inIngestTransaction(pool, work) {
  try {
    return await (0, pool_transaction_1.inPoolTransaction)(pool, work);
  } catch (error) {
    if (!(0, partitions_1.isPartitionMissing)(error)) throw error;
    await pool.query("SELECT make_prediction_partition((now() AT TIME ZONE 'UTC')::date)");
    return (0, pool_transaction_1.inPoolTransaction)(pool, work);
  }
}
/**
 * Takes the lock of a model until the transaction ends: shared with other batches of predictions, or alone where actuals
 * are written. Gives the time at which the batch came in, which therefore follows the order of locks.
 */
async function lockModel(client, modelId, alone) {
  const { rows } = await client.query(alone ? staged_ingest_1.LOCK_ALONE : staged_ingest_1.LOCK_SHARED, [
    modelId,
  ]);
  return rows[0].received_at;
}
//# sourceMappingURL=ingest-transaction.js.map
