import { Pool } from 'pg';
import { poolConfig, type ServedVersion, ServedVersions } from '../kit/server-parts.js';
import type { World } from '../kit/world.js';

/** The version as the server sees it when it takes predictions in; its baseline must be frozen. */
export async function servedVersion({ databaseUrl }: World, id: string): Promise<ServedVersion> {
  const pool = new Pool(poolConfig('ingest', { url: databaseUrl, statementTimeoutMs: 8_000 }));
  try {
    const version = (await new ServedVersions(null).byId(pool, [id])).get(id);
    if (version?.baseline?.state !== 'READY') throw new Error(`The version ${id} has no frozen baseline.`);
    return version;
  } finally {
    await pool.end();
  }
}
