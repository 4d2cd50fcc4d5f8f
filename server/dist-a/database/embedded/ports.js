'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.freePort = freePort;
exports.isFree = isFree;
exports.rememberedPort = rememberedPort;
exports.rememberPort = rememberPort;
const node_crypto_1 = require('node:crypto');
const node_fs_1 = require('node:fs');
const node_net_1 = require('node:net');
const node_path_1 = require('node:path');
/**
 * Below the ranges from which systems number outgoing connections: none of those can take our port in the
 * moment in which PostgreSQL is restarted on it.
 */
const [LOWEST, HIGHEST] = [20_000, 32_000];
async function freePort() {
  for (let tries = 0; tries < 200; tries++) {
    const port = (0, node_crypto_1.randomInt)(LOWEST, HIGHEST);
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port between ${LOWEST} and ${HIGHEST} on 127.0.0.1.`);
}
function isFree(port) {
  return new Promise((resolve) => {
    const probe = (0, node_net_1.createServer)();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
const portFile = (home) => (0, node_path_1.join)(home.cluster, 'modelgraph.port');
/** The port of the last start: whoever starts PostgreSQL next takes it again if it can, others' urls lead there. */
function rememberedPort(home) {
  try {
    return Number((0, node_fs_1.readFileSync)(portFile(home), 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}
/** Called under the start lock only. */
function rememberPort(home, port) {
  if (rememberedPort(home) === port) return;
  (0, node_fs_1.writeFileSync)(`${portFile(home)}.new`, String(port));
  (0, node_fs_1.renameSync)(`${portFile(home)}.new`, portFile(home));
}
//# sourceMappingURL=ports.js.map
