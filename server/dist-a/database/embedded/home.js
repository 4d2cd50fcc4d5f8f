'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.urlOf =
  exports.applicationPassword =
  exports.superuserPassword =
  exports.PASSWORD_FILE =
  exports.hasCluster =
  exports.APPLICATION =
  exports.SUPERUSER =
    void 0;
exports.openHome = openHome;
const node_crypto_1 = require('node:crypto');
const node_fs_1 = require('node:fs');
const node_path_1 = require('node:path');
const { W_OK, X_OK } = node_fs_1.constants;
exports.SUPERUSER = 'postgres';
/** The name of the role that the server connects as (no superuser) and of the database it owns. */
exports.APPLICATION = 'modelgraph';
function openHome(folder, durable, log) {
  const wanted = (0, node_path_1.resolve)(folder);
  (0, node_fs_1.mkdirSync)(wanted, { recursive: true });
  const real = (0, node_fs_1.realpathSync)(wanted);
  const home = { folder: real, cluster: (0, node_path_1.join)(real, 'cluster'), durable, log };
  try {
    for (const path of (0, exports.hasCluster)(home) ? [real, home.cluster] : [real])
      (0, node_fs_1.accessSync)(path, W_OK | X_OK);
  } catch (cause) {
    throw new Error(
      `The folder ${real} of the embedded PostgreSQL belongs to another user than the server's.`,
      { cause },
    );
  }
  return home;
}
const hasCluster = (home) => (0, node_fs_1.existsSync)(home.cluster);
exports.hasCluster = hasCluster;
/** The name below the cluster of the file (mode 0600) that keeps the one secret. */
exports.PASSWORD_FILE = 'modelgraph.password';
/** The secret is the superuser's password; only the supervisor logs in with it. */
const superuserPassword = (home) =>
  (0, node_fs_1.readFileSync)((0, node_path_1.join)(home.cluster, exports.PASSWORD_FILE), 'utf8').trim();
exports.superuserPassword = superuserPassword;
/** Derived, so that who knows DATABASE_URL is not superuser, and one file is enough. */
const applicationPassword = (secret) =>
  (0, node_crypto_1.createHmac)('sha256', secret).update(exports.APPLICATION).digest('base64url');
exports.applicationPassword = applicationPassword;
const urlOf = (home, port) =>
  `postgres://${exports.APPLICATION}:${(0, exports.applicationPassword)((0, exports.superuserPassword)(home))}@127.0.0.1:${port}/${exports.APPLICATION}`;
exports.urlOf = urlOf;
//# sourceMappingURL=home.js.map
