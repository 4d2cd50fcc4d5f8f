'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.inTransaction = inTransaction;
const failure_1 = require('./failure');
const MOST_RUNS = 4;
/**
 * Runs `work` in one transaction (READ COMMITTED). A deadlock victim is run again, so `work` must have no effect outside
 * the transaction. The promise settles after COMMIT: what it resolves with has been kept.
 */
async function inTransaction(dataSource, work) {
  for (let run = 1; ; run += 1) {
    try {
      return await dataSource.transaction(work);
    } catch (error) {
      if (run >= MOST_RUNS || !(0, failure_1.isTransactionLost)(error)) throw error;
    }
  }
}
//# sourceMappingURL=transaction.js.map
