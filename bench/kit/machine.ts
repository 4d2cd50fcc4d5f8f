import { open, statfs } from 'node:fs/promises';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { quantile } from './statistics.js';
import type { World } from './world.js';

/** What fsync means depends on it: on tmpfs it means nothing. */
const FILE_SYSTEMS: ReadonlyMap<number, string> = new Map([
  [0xef53, 'ext4'],
  [0x9123683e, 'btrfs'],
  [0x58465342, 'xfs'],
  [0x794c7630, 'overlayfs'],
  [0x01021994, 'tmpfs'],
  [0x2fc12fc1, 'zfs'],
]);

const SETTINGS = [
  'fsync',
  'synchronous_commit',
  'full_page_writes',
  'wal_level',
  'wal_compression',
  'wal_sync_method',
  'shared_buffers',
  'max_wal_size',
  'checkpoint_timeout',
  'work_mem',
  'max_connections',
  'autovacuum',
  'jit',
  'io_method',
];

/** Where a figure was measured, in lines. */
export async function describeMachine(world: World): Promise<string[]> {
  const [cpu] = cpus();
  const { type } = await statfs(world.folder);
  const [{ version }] = (await world.query<{ version: string }>('SELECT version()')) as [{ version: string }];
  const settings = await world.query<{ name: string; value: string }>(
    'SELECT name, current_setting(name) AS value FROM pg_settings WHERE name = ANY($1) ORDER BY array_position($1, name)',
    [SETTINGS],
  );
  return [
    `${new Date().toISOString()}, load before ${loadavg()[0]!.toFixed(2)}`,
    `${cpus().length} x ${cpu?.model ?? 'unknown CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform} ${release()}, scratch on ${FILE_SYSTEMS.get(type) ?? `file system 0x${type.toString(16)}`}, where 4 KiB are synced in ${(await syncMs(world.folder)).toFixed(2)} ms`,
    `Node ${process.version}, NODE_ENV=production in the server and its peers`,
    version,
    settings.map(({ name, value }) => `${name}=${value}`).join(' '),
  ];
}

/** How long the disk takes to promise a small write, in the middle. */
async function syncMs(folder: string): Promise<number> {
  const times: number[] = [];
  const file = await open(join(folder, 'synced'), 'w');
  for (let time = 0; time < 25; time += 1) {
    await file.write(Buffer.alloc(4096, time));
    const begun = performance.now();
    await file.sync();
    times.push(performance.now() - begun);
  }
  await file.close();
  return quantile(times, 0.5);
}

/** The tables a figure touches, with their rows, sizes and indexes. */
export async function describeTables(world: World, tables: readonly string[]): Promise<string[]> {
  const found = await world.query<{ name: string; size: string; indexes: string }>(
    `SELECT relname AS name, pg_size_pretty(pg_total_relation_size(oid)) AS size,
       coalesce((SELECT string_agg(regexp_replace(pg_get_indexdef(indexrelid), ' ON .* USING', ''), '; ' ORDER BY indexrelid)
         FROM pg_index WHERE indrelid = pg_class.oid), 'no index') AS indexes
     FROM pg_class WHERE oid = ANY($1::regclass[]) ORDER BY array_position($1::regclass[], oid::regclass)`,
    [tables],
  );
  const lines: string[] = [];
  for (const { name, size, indexes } of found) {
    const [counted] = await world.query<{ rows: string }>(`SELECT count(*) AS rows FROM ${name}`);
    lines.push(`${name}: ${counted!.rows} rows, ${size}. ${indexes}`);
  }
  return lines;
}

export interface Blocks {
  readonly hit: number;
  readonly read: number;
}

/** How many blocks PostgreSQL found in its own memory, and how many it had to ask the system for, since it was started. */
export async function blocks(world: World): Promise<Blocks> {
  // What a session counted is told to the others when it is idle for a while, or at once by this.
  await world.query('SELECT pg_stat_force_next_flush(), pg_stat_clear_snapshot()');
  const [row] = await world.query<{ hit: string; read: string }>(
    'SELECT blks_hit AS hit, blks_read AS read FROM pg_stat_database WHERE datname = current_database()',
  );
  return { hit: Number(row!.hit), read: Number(row!.read) };
}

export const sayBlocks = (before: Blocks, after: Blocks): string =>
  `while it was timed, ${after.hit - before.hit} blocks were found in shared buffers and ${after.read - before.read} were not`;
