import type { Pool, PoolClient } from 'pg';
import { inPoolTransaction } from '../database/pool-transaction';
import { isPartitionMissing } from './partitions';
import { LOCK_ALONE, LOCK_SHARED } from './staged-ingest';

/**
 * Runs a batch in one transaction on a connection of ingest; where the partition of the day is missing, makes it and runs
 * the batch again.
 */
export async function inIngestTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  try {
    return await inPoolTransaction(pool, work);
  } catch (error) {
    if (!isPartitionMissing(error)) throw error;
    await pool.query("SELECT make_prediction_partition((now() AT TIME ZONE 'UTC')::date)");
    return inPoolTransaction(pool, work);
  }
}

/**
 * Takes the lock of a model until the transaction ends: shared with other batches of predictions, or alone where actuals
 * are written. Gives the time at which the batch came in, which therefore follows the order of locks.
 */
export async function lockModel(client: PoolClient, modelId: string, alone: boolean): Promise<string> {
  const { rows } = await client.query<{ received_at: string }>(alone ? LOCK_ALONE : LOCK_SHARED, [modelId]);
  return rows[0]!.received_at;
}
