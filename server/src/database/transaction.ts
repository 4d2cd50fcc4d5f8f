import type { DataSource, EntityManager } from 'typeorm';
import { isTransactionLost } from './failure';

const MOST_RUNS = 4;

/**
 * Runs `work` in one transaction (READ COMMITTED). A deadlock victim is run again, so `work` must have no effect outside
 * the transaction. The promise settles after COMMIT: what it resolves with has been kept.
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  for (let run = 1; ; run += 1) {
    try {
      return await dataSource.transaction(work);
    } catch (error) {
      if (run >= MOST_RUNS || !isTransactionLost(error)) throw error;
    }
  }
}
