import { query } from './database';

export default async function teardown(): Promise<void> {
  if (globalThis.stopTestPostgres) return globalThis.stopTestPostgres();
  await query(
    process.env.TEST_POSTGRES ?? '',
    `DROP DATABASE IF EXISTS ${process.env.TEST_TEMPLATE} WITH (FORCE)`,
  );
}
