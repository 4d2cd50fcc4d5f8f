import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinEmbeddedPostgres } from '../../server/src/database/embedded/embedded-postgres';
import { migrate } from '../../server/src/database/migrate';
import { query } from './database';

declare global {
  var stopTestPostgres: (() => Promise<void>) | undefined;
}

/**
 * One PostgreSQL for the run (fsync off, here only) with one migrated template; each test file clones its own database.
 * `TEST_DATABASE_URL` names another server to run on, whose role may create databases.
 */
export default async function setup(): Promise<void> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    process.env.TEST_POSTGRES = given;
  } else {
    const folder = await mkdtemp(join(tmpdir(), 'modelgraph-test-'));
    const quiet = { info: () => undefined, warn: () => undefined };
    const postgres = await joinEmbeddedPostgres({
      folder: join(folder, 'postgres'),
      log: quiet,
      durable: false,
    });
    process.env.TEST_POSTGRES = postgres.url;
    globalThis.stopTestPostgres = () => postgres.leave();
  }
  const template = `mg_template_${process.pid}`;
  process.env.TEST_TEMPLATE = template;
  await query(process.env.TEST_POSTGRES, `CREATE DATABASE ${template}`);
  const url = new URL(process.env.TEST_POSTGRES);
  url.pathname = `/${template}`;
  await migrate(url.href);
}
