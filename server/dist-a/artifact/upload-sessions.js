'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.UploadSessions = void 0;
const node_path_1 = require('node:path');
const id_1 = require('../contract/id');
const service_error_1 = require('../contract/service-error');
const hashed_file_1 = require('./hashed-file');
const MOST_REMEMBERED = 1_000;
/**
 * Uploads that come in several requests. The newest request to an upload holds it: an earlier one of this server is
 * stopped first; one of another server, or of one that died, is fenced off by going on with a copy of its file, because
 * it may wake up and write. The running hash lives in the memory of the server that wrote last.
 */
class UploadSessions {
  constructor(pool, store) {
    this.pool = pool;
    this.store = store;
    this.files = new Map();
    this.running = new Map();
  }
  async start({ projectId, subject }) {
    const id = (0, id_1.newId)();
    const name = (0, id_1.newId)();
    this.remember(id, name, await hashed_file_1.HashedFile.create(this.store.partial(name)));
    await this.pool.query('INSERT INTO upload (id, project_id, started_by, file) VALUES ($1, $2, $3, $4)', [
      id,
      projectId,
      subject,
      name,
    ]);
    return id;
  }
  /** How many bytes are there. */
  async offset({ projectId }, id) {
    const { rows } = await this.pool.query('SELECT file FROM upload WHERE id = $1 AND project_id = $2', [
      (0, id_1.idOrNone)(id),
      projectId,
    ]);
    const remembered = this.files.get(id);
    if (rows[0] && remembered?.name === rows[0].file) return remembered.file.size;
    const size = rows[0] ? await this.store.partialSize(rows[0].file) : null;
    if (size === null) throw noUpload(id);
    return size;
  }
  /** Runs `work` as the one request that holds the upload. */
  async hold(actor, id, work) {
    await this.offset(actor, id);
    const before = this.running.get(id);
    const stop = new AbortController();
    const result = (async () => {
      before?.stop.abort();
      await before?.ended;
      return this.claimed(actor, id, stop.signal, work);
    })();
    const mine = { stop, ended: result.catch(() => undefined) };
    this.running.set(id, mine);
    try {
      return await result;
    } finally {
      if (this.running.get(id) === mine) this.running.delete(id);
    }
  }
  async claimed({ projectId }, id, signal, work) {
    const claim = (0, id_1.newId)();
    const { rows } = await this.pool.query(
      'UPDATE upload SET claim = $3, touched_at = clock_timestamp() WHERE id = $1 AND project_id = $2 RETURNING file',
      [id, projectId, claim],
    );
    if (!rows[0]) throw noUpload(id);
    const file = await this.open(id, rows[0].file, claim);
    const confirm = async () => {
      const still = await this.pool.query(
        'UPDATE upload SET touched_at = clock_timestamp() WHERE id = $1 AND claim = $2',
        [id, claim],
      );
      if (still.rowCount !== 1) throw (0, hashed_file_1.takenOver)();
    };
    return work({ id, file, signal, confirm });
  }
  /** The file as this server knows it, else a copy that only this server writes. */
  async open(id, name, claim) {
    const remembered = this.files.get(id);
    if (remembered?.name === name && remembered.file.isTrue) return remembered.file;
    const copy = (0, id_1.newId)();
    let superfluous = copy;
    try {
      const file = await hashed_file_1.HashedFile.copy(this.store.partial(name), this.store.partial(copy));
      const moved = await this.pool.query('UPDATE upload SET file = $3 WHERE id = $1 AND claim = $2', [
        id,
        claim,
        copy,
      ]);
      if (moved.rowCount !== 1) throw (0, hashed_file_1.takenOver)();
      superfluous = name;
      this.remember(id, copy, file);
      return file;
    } catch (error) {
      throw error.code === 'ENOENT' ? noUpload(id) : error;
    } finally {
      await this.store.remove(superfluous);
    }
  }
  remember(id, name, file) {
    this.files.delete(id);
    this.files.set(id, { name, file });
    // Whoever is forgotten here is read again when it goes on.
    if (this.files.size > MOST_REMEMBERED) this.files.delete(this.files.keys().next().value);
  }
  /** The upload is over; its file has been moved away. */
  forget(id) {
    this.files.delete(id);
  }
  /** Ends an upload without keeping anything. */
  async drop({ id, file }) {
    this.forget(id);
    await this.pool.query('DELETE FROM upload WHERE id = $1', [id]);
    await this.store.remove((0, node_path_1.basename)(file.path));
  }
  /** Ends every upload that nobody has touched for a day; how many. */
  async expire() {
    const { rows } = await this.pool.query(
      `DELETE FROM upload WHERE touched_at < clock_timestamp() - interval '24 hours' RETURNING id, file`,
    );
    for (const { id, file } of rows) {
      this.forget(id);
      await this.store.remove(file);
    }
    const known = await this.pool.query('SELECT file FROM upload');
    await this.store.removeStrays(new Set(known.rows.map(({ file }) => file)), DAY_MS);
    return rows.length;
  }
}
exports.UploadSessions = UploadSessions;
const DAY_MS = 24 * 60 * 60 * 1_000;
const noUpload = (id) =>
  new service_error_1.ServiceError(
    'NOT_FOUND',
    `There is no upload ${id} in this project; it has ended or never was.`,
  );
//# sourceMappingURL=upload-sessions.js.map
