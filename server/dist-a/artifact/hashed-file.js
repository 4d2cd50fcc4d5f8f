'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.takenOver = exports.HashedFile = void 0;
const node_crypto_1 = require('node:crypto');
const node_fs_1 = require('node:fs');
const promises_1 = require('node:fs/promises');
const service_error_1 = require('../contract/service-error');
/** A file that grows and knows the SHA-256 of what it has. One writer at a time; the caller sees to that. */
class HashedFile {
  constructor(path, hash, bytes) {
    this.path = path;
    this.hash = hash;
    this.bytes = bytes;
    this.isBehind = false;
  }
  static async create(path) {
    await (await (0, promises_1.open)(path, 'wx', 0o600)).close();
    return new HashedFile(path, (0, node_crypto_1.createHash)('sha256'), 0);
  }
  /** A copy of a file that another writer may still believe to be its own. Reads it all. */
  static async copy(from, to) {
    await (0, promises_1.copyFile)(
      from,
      to,
      node_fs_1.constants.COPYFILE_FICLONE | node_fs_1.constants.COPYFILE_EXCL,
    );
    const hash = (0, node_crypto_1.createHash)('sha256');
    let bytes = 0;
    for await (const chunk of (0, node_fs_1.createReadStream)(to, { highWaterMark: 1024 * 1024 })) {
      hash.update(chunk);
      bytes += chunk.length;
    }
    return new HashedFile(to, hash, bytes);
  }
  get size() {
    return this.bytes;
  }
  /** False after a failed write: the hash has what the file may lack. */
  get isTrue() {
    return !this.isBehind;
  }
  digest() {
    return this.hash.copy().digest('hex');
  }
  /**
   * Appends what arrives. When the sender stops half-way, what has arrived stays and is hashed.
   */
  async append(body, { most, signal }) {
    const file = await (0, promises_1.open)(this.path, 'r+');
    try {
      await file.truncate(this.bytes);
      for await (const chunk of untilAborted(body, signal)) {
        if (this.bytes + chunk.length > most) {
          throw new service_error_1.ServiceError(
            'PAYLOAD_TOO_LARGE',
            `These are more than the ${most} bytes that may be sent here.`,
          );
        }
        this.isBehind = true;
        const written = writeAll(file, chunk, this.bytes);
        this.hash.update(chunk);
        await written;
        this.bytes += chunk.length;
        this.isBehind = false;
      }
    } finally {
      await file.close();
    }
  }
  /** Until this has returned, a power cut may take the bytes. */
  async sync() {
    const file = await (0, promises_1.open)(this.path, 'r+');
    try {
      await file.truncate(this.bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}
exports.HashedFile = HashedFile;
async function writeAll(file, chunk, position) {
  for (let done = 0; done < chunk.length; ) {
    const { bytesWritten } = await file.write(chunk, done, chunk.length - done, position + done);
    done += bytesWritten;
  }
}
/** Ends with the signal, also while it waits for a sender that is silent; the stream itself is left alone. */
async function* untilAborted(body, signal) {
  const chunks = body[Symbol.asyncIterator]();
  let abort = () => undefined;
  const aborted = new Promise((_, reject) => {
    abort = () => reject((0, exports.takenOver)());
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
  aborted.catch(() => undefined);
  try {
    for (;;) {
      const next = await Promise.race([chunks.next(), aborted]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
const takenOver = () =>
  new service_error_1.ServiceError(
    'CONFLICT',
    'Another request goes on with this upload, or has ended it; ask with GET how far it is.',
  );
exports.takenOver = takenOver;
//# sourceMappingURL=hashed-file.js.map
