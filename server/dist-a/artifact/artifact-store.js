'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.nullIfMissing = exports.ArtifactStore = void 0;
exports.makeFolder = makeFolder;
exports.syncFolder = syncFolder;
const node_crypto_1 = require('node:crypto');
const node_fs_1 = require('node:fs');
const promises_1 = require('node:fs/promises');
const node_path_1 = require('node:path');
const id_1 = require('../contract/id');
/**
 * The folder of bytes, named by their SHA-256. What stands under `sha256/` is whole and verified: files come there by
 * rename only, after their own fsync, and the folder is synced before anybody is told.
 */
class ArtifactStore {
  constructor(folder) {
    this.folder = folder;
  }
  /** Where bytes lie while they arrive. */
  partial(name) {
    return (0, node_path_1.join)(this.folder, 'uploads', name);
  }
  pathOf(sha256) {
    return (0, node_path_1.join)(this.folder, 'sha256', sha256.slice(0, 2), sha256);
  }
  /** Puts a file, verified and synced by the caller, in its place for good. */
  async publish(name, sha256) {
    const path = this.pathOf(sha256);
    await makeFolder((0, node_path_1.dirname)(path));
    await (0, promises_1.rename)(this.partial(name), path);
    await syncFolder((0, node_path_1.dirname)(path));
  }
  /** Keeps a small text under its own digest, which it gives back. */
  async keepText(text) {
    const sha256 = (0, node_crypto_1.createHash)('sha256').update(text).digest('hex');
    const name = (0, id_1.newId)();
    const file = await (0, promises_1.open)(this.partial(name), 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.datasync();
    } finally {
      await file.close();
    }
    await this.publish(name, sha256);
    return sha256;
  }
  /** The size of what is kept under a digest; null when nothing is. */
  async sizeOf(sha256) {
    return (0, promises_1.stat)(this.pathOf(sha256)).then(({ size }) => size, exports.nullIfMissing);
  }
  /** The bytes from `start` up to and without `end`. */
  read(sha256, start, end) {
    return (0, node_fs_1.createReadStream)(this.pathOf(sha256), { start, end: end - 1 });
  }
  /** The size of what has arrived under a name; null when there is nothing. */
  async partialSize(name) {
    return (0, promises_1.stat)(this.partial(name)).then(({ size }) => size, exports.nullIfMissing);
  }
  async remove(name) {
    await (0, promises_1.rm)(this.partial(name), { force: true });
  }
  /** Removes partial files that nobody has written to for so long, but for those that are known. */
  async removeStrays(known, olderThanMs) {
    for (const name of await (0, promises_1.readdir)((0, node_path_1.join)(this.folder, 'uploads'))) {
      if (known.has(name)) continue;
      const found = await (0, promises_1.stat)(this.partial(name)).catch(exports.nullIfMissing);
      if (found && Date.now() - found.mtimeMs > olderThanMs) await this.remove(name);
    }
  }
}
exports.ArtifactStore = ArtifactStore;
const nullIfMissing = (error) => {
  if (error.code === 'ENOENT') return null;
  throw error;
};
exports.nullIfMissing = nullIfMissing;
/** Makes a folder that survives a power cut: the name of each new one is synced in the folder above it. */
async function makeFolder(folder) {
  const first = await (0, promises_1.mkdir)(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = (0, node_path_1.dirname)(made))
    await syncFolder((0, node_path_1.dirname)(made));
}
async function syncFolder(folder) {
  let handle;
  try {
    handle = await (0, promises_1.open)(folder, 'r');
    await handle.sync();
  } finally {
    await handle?.close();
  }
}
//# sourceMappingURL=artifact-store.js.map
