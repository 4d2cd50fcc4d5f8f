'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.UploadService = void 0;
const node_path_1 = require('node:path');
const id_1 = require('../contract/id');
const service_error_1 = require('../contract/service-error');
const hashed_file_1 = require('./hashed-file');
const store_failure_1 = require('./store-failure');
const NEVER = new AbortController().signal;
/**
 * Takes bytes in and keeps them under their SHA-256. They are hashed while they arrive, synced, compared with what was
 * declared, put in their place, and only then told to the database: what the database speaks of is there and verified.
 */
class UploadService {
  constructor(
    store,
    blobs,
    sessions,
    /** The largest artifact, in bytes. */
    most,
    log,
  ) {
    this.store = store;
    this.blobs = blobs;
    this.sessions = sessions;
    this.most = most;
    this.log = log;
  }
  /** Bytes in one request. */
  async whole(by, sha256, body) {
    const name = (0, id_1.newId)();
    return (0, store_failure_1.whileRoom)(async () => {
      const file = await hashed_file_1.HashedFile.create(this.store.partial(name));
      try {
        await file.append(body, { most: this.most, signal: NEVER });
        requireDigest(file, sha256);
        return await this.keep(by, file, sha256, null);
      } finally {
        await this.store.remove(name);
      }
    });
  }
  start({ actor }) {
    return (0, store_failure_1.whileRoom)(() => this.sessions.start(actor));
  }
  offset({ actor }, id) {
    return this.sessions.offset(actor, id);
  }
  /** Appends a chunk; how many bytes are there then. */
  append({ actor }, id, body, range) {
    return (0, store_failure_1.whileRoom)(() =>
      this.sessions.hold(actor, id, async (upload) => {
        await this.grow(upload, body, range);
        await upload.confirm();
        return upload.file.size;
      }),
    );
  }
  /** Ends an upload, after a last chunk if there is one. Asked again after it has ended so, it answers the same. */
  async finish(by, id, sha256, body, range) {
    try {
      return await (0, store_failure_1.whileRoom)(() =>
        this.sessions.hold(by.actor, id, async (upload) => {
          await this.grow(upload, body, range);
          await this.requireDigestOrDrop(upload, sha256);
          await upload.confirm();
          this.sessions.forget(id);
          return this.keep(by, upload.file, sha256, id);
        }),
      );
    } catch (error) {
      const isGone = error instanceof service_error_1.ServiceError && error.code === 'NOT_FOUND';
      const kept = isGone ? await this.blobs.find(by.actor, sha256) : null;
      if (kept) return kept;
      throw error;
    }
  }
  /** Ends an upload without keeping anything. */
  giveUp({ actor }, id) {
    return this.sessions.hold(actor, id, (upload) => this.sessions.drop(upload));
  }
  async grow(upload, body, range) {
    const { file, signal } = upload;
    if (range && range.start !== file.size) {
      throw new service_error_1.ServiceError(
        'RANGE_NOT_SATISFIABLE',
        `${file.size} bytes are there; go on with byte ${file.size}.`,
        { offset: file.size },
      );
    }
    const most = Math.min(this.most, range?.end ?? this.most);
    try {
      await file.append(body, { most, signal });
    } catch (error) {
      // What is larger than any artifact may be will never be one.
      if (
        error instanceof service_error_1.ServiceError &&
        error.code === 'PAYLOAD_TOO_LARGE' &&
        most === this.most
      )
        await this.sessions.drop(upload);
      throw error;
    }
  }
  async requireDigestOrDrop(upload, sha256) {
    try {
      requireDigest(upload.file, sha256);
    } catch (error) {
      await this.sessions.drop(upload);
      throw error;
    }
  }
  async keep({ actor, requestId }, file, sha256, uploadId) {
    await file.sync();
    await this.store.publish((0, node_path_1.basename)(file.path), sha256);
    this.log.debug({ requestId, sha256 }, 'bytes are in their place');
    const blob = { sha256, sizeBytes: file.size };
    await this.blobs.commit(actor, blob, uploadId);
    this.log.debug({ requestId, sha256 }, 'bytes are told to the database');
    return blob;
  }
}
exports.UploadService = UploadService;
function requireDigest(file, sha256) {
  const found = file.digest();
  if (found === sha256) return;
  throw new service_error_1.ServiceError(
    'ARTIFACT_MISMATCH',
    `The ${file.size} bytes that arrived have SHA-256 ${found}, not ${sha256}; nothing was kept. Send them again from the start.`,
    { found: `sha256:${found}` },
  );
}
//# sourceMappingURL=upload.service.js.map
