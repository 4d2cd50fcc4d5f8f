import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Account, giveTo, runAs } from './account';
import type { Binaries } from './binaries';
import { APPLICATION, applicationPassword, type Home, PASSWORD_FILE, SUPERUSER } from './home';

const HALF_MADE = 'half-made-';

interface Making {
  readonly home: Home;
  readonly binaries: Binaries;
  readonly account: Account;
  readonly timeoutMs: number;
}

/**
 * Makes roles, database and password beside the final place and renames the whole at the end: whatever is killed
 * on the way, the cluster exists complete or not at all. The caller holds the start lock.
 */
export async function makeCluster(making: Making): Promise<void> {
  const { home, account } = making;
  removeHalfMade(home);
  const workshop = mkdtempSync(join(home.folder, HALF_MADE));
  try {
    const secret = randomBytes(32).toString('base64url');
    const passwordFile = join(workshop, PASSWORD_FILE);
    writeFileSync(passwordFile, `${secret}\n`, { mode: 0o600 });
    await giveTo(account, home, workshop);
    const cluster = join(workshop, 'cluster');
    await initdb(making, cluster, passwordFile);
    renameSync(passwordFile, join(cluster, PASSWORD_FILE));
    await addApplication(making, cluster, applicationPassword(secret));
    renameSync(cluster, home.cluster);
    if (home.durable) persistNames(home.folder);
  } finally {
    remove(workshop);
  }
}

function removeHalfMade(home: Home): void {
  for (const name of readdirSync(home.folder))
    if (name.startsWith(HALF_MADE)) remove(join(home.folder, name));
}

/** Where an orphaned initdb is still writing this may fail: then the next first start removes it. */
function remove(workshop: string): void {
  try {
    rmSync(workshop, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // nothing uses it, it only takes room
  }
}

async function initdb(
  { home, binaries, account, timeoutMs }: Making,
  cluster: string,
  passwordFile: string,
): Promise<void> {
  const args = [
    `--pgdata=${cluster}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    // The builtin provider sorts the same everywhere and survives an update of the system's libraries.
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(home.durable ? [] : ['--no-sync']),
  ];
  await explained(home, runAs(account, binaries.initdb, args, { cwd: home.folder, timeoutMs }));
}

/** In single-user mode: no port is open before the roles are complete. */
async function addApplication(
  { home, binaries, account, timeoutMs }: Making,
  cluster: string,
  password: string,
): Promise<void> {
  const statements = [
    `CREATE ROLE ${APPLICATION} LOGIN CREATEDB PASSWORD '${password}'`,
    `CREATE DATABASE ${APPLICATION} OWNER ${APPLICATION}`,
  ];
  const args = [
    '--single',
    '-D',
    cluster,
    '-c',
    'exit_on_error=on',
    ...(home.durable ? [] : ['-c', 'fsync=off']),
    'postgres',
  ];
  const input = `${statements.join('\n')}\n`;
  await explained(home, runAs(account, binaries.postgres, args, { cwd: home.folder, input, timeoutMs }));
}

async function explained(home: Home, step: Promise<void>): Promise<void> {
  try {
    await step;
  } catch (cause) {
    throw new Error(`The database in ${home.folder} could not be made: ${(cause as Error).message}`, {
      cause,
    });
  }
}

/** The rename must reach the disk before the first commit does. */
function persistNames(folder: string): void {
  if (process.platform === 'win32') return; // a folder cannot be opened there
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
