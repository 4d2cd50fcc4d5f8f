'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.chooseAccount = chooseAccount;
exports.spawnAs = spawnAs;
exports.runAs = runAs;
exports.giveTo = giveTo;
const node_child_process_1 = require('node:child_process');
const node_fs_1 = require('node:fs');
const node_path_1 = require('node:path');
const node_util_1 = require('node:util');
const home_1 = require('./home');
const run = (0, node_util_1.promisify)(node_child_process_1.execFile);
const SELF = { name: 'this user', prefix: [] };
/** Inside, the user is called nobody; outside, the files still belong to the user and need no other owner. */
const USER_NAMESPACE = {
  name: 'a user namespace',
  prefix: ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'],
};
/** The first account that can really run PostgreSQL in this home. */
async function chooseAccount(home, binaries) {
  if (process.platform === 'win32') return SELF;
  const refusals = [];
  for (const account of await candidates(home)) {
    const refusal = await refusalOf(account, home, binaries);
    if (refusal === undefined) return account;
    refusals.push(`${account.name}: ${refusal}`);
  }
  throw new Error(
    `PostgreSQL cannot run in ${home.folder}${process.getuid?.() === 0 ? ' (it refuses to run as root, and no other account can use this folder)' : ''}: choose a data folder outside of folders that only root may enter, start the server as an ordinary user, or set DATABASE_URL. Tried ${refusals.join('; ')}`,
  );
}
async function candidates(home) {
  if (process.getuid?.() !== 0) return [SELF, USER_NAMESPACE];
  const owner = ownerOf(home.cluster);
  if (owner && owner.uid !== 0) return [owner];
  const landlord = ownerOf((0, node_path_1.dirname)(home.folder));
  const named = await Promise.all(['postgres', 'nobody'].map(accountOf));
  return [
    // Root working in somebody's folder (sudo) leaves the data to that somebody.
    ...(landlord && landlord.uid !== 0 ? [landlord] : []),
    USER_NAMESPACE,
    ...named.filter((account) => account !== undefined),
  ];
}
function otherAccount(name, uid, gid) {
  return { name, prefix: [], ids: { uid, gid }, uid };
}
function ownerOf(path) {
  const stat = (0, node_fs_1.statSync)(path, { throwIfNoEntry: false });
  return stat && otherAccount(`the owner of ${path}`, stat.uid, stat.gid);
}
async function accountOf(name) {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, name])));
    return otherAccount(`the account ${name}`, Number(uid.stdout), Number(gid.stdout));
  } catch {
    return undefined;
  }
}
/** Who makes a cluster needs a name (in a container many have none); all must enter the folder and start the program. */
async function refusalOf(account, home, binaries) {
  const trial = `${((0, home_1.hasCluster))(home) ? '' : 'id -un >/dev/null && '}cd "$1" && exec "$2" --version`;
  try {
    await runAs(account, '/bin/sh', ['-c', trial, 'sh', home.folder, binaries.postgres], { cwd: '/' });
    return undefined;
  } catch (error) {
    return error.message.replaceAll('\n', ' ').trim();
  }
}
/** Starts a program as the account. The environment is bare: no PG* variable and no secret of the server reaches it. */
function spawnAs(account, program, args, options) {
  const [file, ...rest] = [...account.prefix, program, ...args];
  const { PATH, SystemRoot, TEMP } = process.env;
  return (0, node_child_process_1.spawn)(file, rest, {
    ...options,
    ...account.ids,
    windowsHide: true,
    env: { PATH, SystemRoot, TEMP, LC_ALL: 'C', TZ: 'UTC', ...options.env },
  });
}
/** Runs a program to its end; rejects with what it said when it fails. */
async function runAs(account, program, args, { cwd, input = '', timeoutMs }) {
  const child = spawnAs(account, program, args, {
    cwd,
    timeout: timeoutMs,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said = (said + chunk).slice(-4000);
  });
  child.stdin.on('error', () => {}); // it may end without reading: its exit code tells
  child.stdin.end(input);
  await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(said.trim() || `exit ${code ?? signal}`)),
    );
  });
}
/** Whoever runs PostgreSQL must own its files, and who owns them may start it without root the next time. */
async function giveTo(account, home, files) {
  if (!account.ids) return;
  const owner = `${account.ids.uid}:${account.ids.gid}`;
  await run('chown', [owner, home.folder]);
  await run('chown', ['-hR', owner, files]);
}
//# sourceMappingURL=account.js.map
