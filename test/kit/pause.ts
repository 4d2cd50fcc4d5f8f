import { Client } from 'pg';
import type { TestDatabase } from './database';
import { until } from './until';

const LOCK = 77;

export interface Pause {
  /** Waits until so many transactions of the database wait for a lock, or until `ended`. */
  waiting(count: number, ended?: () => boolean): Promise<void>;
  /** Lets everybody go on. */
  over(): Promise<void>;
}

/** Has every transaction wait before it inserts a row for which `condition` holds, in the trigger's words. */
export async function pauseInserts(database: TestDatabase, table: string, condition: string): Promise<Pause> {
  const holder = new Client({ connectionString: database.url });
  await holder.connect();
  await holder.query(`
    CREATE FUNCTION pause() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF ${condition} THEN PERFORM pg_advisory_xact_lock_shared(${LOCK}); END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER pause BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION pause()`);
  await holder.query(`SELECT pg_advisory_lock(${LOCK})`);
  return {
    waiting: async (count, ended = () => false) => {
      const enough = async (): Promise<true | null> => {
        const { rows } = await holder.query<{ count: number }>(
          `SELECT count(DISTINCT pid)::integer AS count FROM pg_locks JOIN pg_stat_activity USING (pid)
           WHERE NOT granted AND datname = current_database()`,
        );
        return rows[0]!.count >= count || ended() ? true : null;
      };
      await until(enough, `${count} transactions to wait`);
    },
    over: async () => {
      await holder.query(`SELECT pg_advisory_unlock(${LOCK})`);
      await holder.end();
    },
  };
}

/** Takes the pause away again, once nobody uses the table. */
export const removePause = async (database: TestDatabase, table: string): Promise<void> => {
  await database.query(`DROP TRIGGER pause ON ${table}; DROP FUNCTION pause`);
};
