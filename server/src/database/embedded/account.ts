import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries';
import { type Home, hasCluster } from './home';

const run = promisify(execFile);

/** As whom PostgreSQL's programs run. PostgreSQL refuses root, so root has to become someone else for them. */
export interface Account {
  readonly name: string;
  /** programs before the program, such as one that opens a user namespace; each ends in exec, so the pid stays */
  readonly prefix: readonly string[];
  /** set only when root hands over to another account, who must then own the files */
  readonly ids?: { readonly uid: number; readonly gid: number };
}

const SELF: Account = { name: 'this user', prefix: [] };

/** Inside, the user is called nobody; outside, the files still belong to the user and need no other owner. */
const USER_NAMESPACE: Account = {
  name: 'a user namespace',
  prefix: ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'],
};

/** The first account that can really run PostgreSQL in this home. */
export async function chooseAccount(home: Home, binaries: Binaries): Promise<Account> {
  if (process.platform === 'win32') return SELF;
  const refusals: string[] = [];
  for (const account of await candidates(home)) {
    const refusal = await refusalOf(account, home, binaries);
    if (refusal === undefined) return account;
    refusals.push(`${account.name}: ${refusal}`);
  }
  throw new Error(
    `PostgreSQL cannot run in ${home.folder}${process.getuid?.() === 0 ? ' (it refuses to run as root, and no other account can use this folder)' : ''}: choose a data folder outside of folders that only root may enter, start the server as an ordinary user, or set DATABASE_URL. Tried ${refusals.join('; ')}`,
  );
}

async function candidates(home: Home): Promise<Account[]> {
  if (process.getuid?.() !== 0) return [SELF, USER_NAMESPACE];
  const owner = ownerOf(home.cluster);
  if (owner && owner.uid !== 0) return [owner];
  const landlord = ownerOf(dirname(home.folder));
  const named = await Promise.all(['postgres', 'nobody'].map(accountOf));
  return [
    // Root working in somebody's folder (sudo) leaves the data to that somebody.
    ...(landlord && landlord.uid !== 0 ? [landlord] : []),
    USER_NAMESPACE,
    ...named.filter((account) => account !== undefined),
  ];
}

type OtherAccount = Account & {
  readonly ids: { readonly uid: number; readonly gid: number };
  readonly uid: number;
};

function otherAccount(name: string, uid: number, gid: number): OtherAccount {
  return { name, prefix: [], ids: { uid, gid }, uid };
}

function ownerOf(path: string): OtherAccount | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && otherAccount(`the owner of ${path}`, stat.uid, stat.gid);
}

async function accountOf(name: string): Promise<OtherAccount | undefined> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, name])));
    return otherAccount(`the account ${name}`, Number(uid!.stdout), Number(gid!.stdout));
  } catch {
    return undefined;
  }
}

/** Who makes a cluster needs a name (in a container many have none); all must enter the folder and start the program. */
async function refusalOf(account: Account, home: Home, binaries: Binaries): Promise<string | undefined> {
  const trial = `${hasCluster(home) ? '' : 'id -un >/dev/null && '}cd "$1" && exec "$2" --version`;
  try {
    await runAs(account, '/bin/sh', ['-c', trial, 'sh', home.folder, binaries.postgres], { cwd: '/' });
    return undefined;
  } catch (error) {
    return (error as Error).message.replaceAll('\n', ' ').trim();
  }
}

/** Starts a program as the account. The environment is bare: no PG* variable and no secret of the server reaches it. */
export function spawnAs(
  account: Account,
  program: string,
  args: string[],
  options: SpawnOptions,
): ChildProcess {
  const [file, ...rest] = [...account.prefix, program, ...args];
  const { PATH, SystemRoot, TEMP } = process.env;
  return spawn(file!, rest, {
    ...options,
    ...account.ids,
    windowsHide: true,
    env: { PATH, SystemRoot, TEMP, LC_ALL: 'C', TZ: 'UTC', ...options.env },
  });
}

/** Runs a program to its end; rejects with what it said when it fails. */
export async function runAs(
  account: Account,
  program: string,
  args: string[],
  { cwd, input = '', timeoutMs }: { cwd: string; input?: string; timeoutMs?: number },
): Promise<void> {
  const child = spawnAs(account, program, args, {
    cwd,
    timeout: timeoutMs,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => {
    said = (said + chunk).slice(-4000);
  });
  child.stdin!.on('error', () => {}); // it may end without reading: its exit code tells
  child.stdin!.end(input);
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(said.trim() || `exit ${code ?? signal}`)),
    );
  });
}

/** Whoever runs PostgreSQL must own its files, and who owns them may start it without root the next time. */
export async function giveTo(account: Account, home: Home, files: string): Promise<void> {
  if (!account.ids) return;
  const owner = `${account.ids.uid}:${account.ids.gid}`;
  await run('chown', [owner, home.folder]);
  await run('chown', ['-hR', owner, files]);
}
