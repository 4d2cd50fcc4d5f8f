'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.inPoolTransaction = inPoolTransaction;
const failure_1 = require('./failure');
const MOST_RUNS = 4;
/**
 * What `inTransaction` is for TypeORM, for a pool of one's own: the bulk paths. A deadlock victim is run again, so `work`
 * must have no effect outside the transaction. The promise settles after COMMIT.
 */
async function inPoolTransaction(pool, work) {
  for (let run = 1; ; run += 1) {
    try {
      return await runOnce(pool, work);
    } catch (error) {
      if (run >= MOST_RUNS || !(0, failure_1.isTransactionLost)(error)) throw error;
    }
  }
}
async function runOnce(pool, work) {
  const client = await pool.connect();
  // The pool listens on idle connections only: one that dies in use would end the process. The statement fails anyway.
  const ignore = () => undefined;
  client.on('error', ignore);
  let broken;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}
//# sourceMappingURL=pool-transaction.js.map
