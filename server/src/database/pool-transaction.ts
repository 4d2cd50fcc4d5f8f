import type { Pool, PoolClient } from 'pg';
import { isTransactionLost } from './failure';

const MOST_RUNS = 4;

/**
 * What `inTransaction` is for TypeORM, for a pool of one's own: the bulk paths. A deadlock victim is run again, so `work`
 * must have no effect outside the transaction. The promise settles after COMMIT.
 */
export async function inPoolTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  for (let run = 1; ; run += 1) {
    try {
      return await runOnce(pool, work);
    } catch (error) {
      if (run >= MOST_RUNS || !isTransactionLost(error)) throw error;
    }
  }
}

async function runOnce<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // The pool listens on idle connections only: one that dies in use would end the process. The statement fails anyway.
  const ignore = (): void => undefined;
  client.on('error', ignore);
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}
