'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.makeCluster = makeCluster;
const node_crypto_1 = require('node:crypto');
const node_fs_1 = require('node:fs');
const node_path_1 = require('node:path');
const account_1 = require('./account');
const home_1 = require('./home');
const HALF_MADE = 'half-made-';
/**
 * Makes roles, database and password beside the final place and renames the whole at the end: whatever is killed
 * on the way, the cluster exists complete or not at all. The caller holds the start lock.
 */
async function makeCluster(making) {
  const { home, account } = making;
  removeHalfMade(home);
  const workshop = (0, node_fs_1.mkdtempSync)((0, node_path_1.join)(home.folder, HALF_MADE));
  try {
    const secret = (0, node_crypto_1.randomBytes)(32).toString('base64url');
    const passwordFile = (0, node_path_1.join)(workshop, home_1.PASSWORD_FILE);
    (0, node_fs_1.writeFileSync)(passwordFile, `${secret}\n`, { mode: 0o600 });
    await (0, account_1.giveTo)(account, home, workshop);
    const cluster = (0, node_path_1.join)(workshop, 'cluster');
    await initdb(making, cluster, passwordFile);
    (0, node_fs_1.renameSync)(passwordFile, (0, node_path_1.join)(cluster, home_1.PASSWORD_FILE));
    await addApplication(making, cluster, (0, home_1.applicationPassword)(secret));
    (0, node_fs_1.renameSync)(cluster, home.cluster);
    if (home.durable) persistNames(home.folder);
  } finally {
    remove(workshop);
  }
}
function removeHalfMade(home) {
  for (const name of (0, node_fs_1.readdirSync)(home.folder))
    if (name.startsWith(HALF_MADE)) remove((0, node_path_1.join)(home.folder, name));
}
/** Where an orphaned initdb is still writing this may fail: then the next first start removes it. */
function remove(workshop) {
  try {
    (0, node_fs_1.rmSync)(workshop, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // nothing uses it, it only takes room
  }
}
async function initdb({ home, binaries, account, timeoutMs }, cluster, passwordFile) {
  const args = [
    `--pgdata=${cluster}`,
    `--username=${home_1.SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    // The builtin provider sorts the same everywhere and survives an update of the system's libraries.
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(home.durable ? [] : ['--no-sync']),
  ];
  await explained(
    home,
    (0, account_1.runAs)(account, binaries.initdb, args, { cwd: home.folder, timeoutMs }),
  );
}
/** In single-user mode: no port is open before the roles are complete. */
async function addApplication({ home, binaries, account, timeoutMs }, cluster, password) {
  const statements = [
    `CREATE ROLE ${home_1.APPLICATION} LOGIN CREATEDB PASSWORD '${password}'`,
    `CREATE DATABASE ${home_1.APPLICATION} OWNER ${home_1.APPLICATION}`,
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
  await explained(
    home,
    (0, account_1.runAs)(account, binaries.postgres, args, { cwd: home.folder, input, timeoutMs }),
  );
}
async function explained(home, step) {
  try {
    await step;
  } catch (cause) {
    throw new Error(`The database in ${home.folder} could not be made: ${cause.message}`, {
      cause,
    });
  }
}
/** The rename must reach the disk before the first commit does. */
function persistNames(folder) {
  if (process.platform === 'win32') return; // a folder cannot be opened there
  const handle = (0, node_fs_1.openSync)(folder, 'r');
  (0, node_fs_1.fsyncSync)(handle);
  (0, node_fs_1.closeSync)(handle);
}
//# sourceMappingURL=make-cluster.js.map
