'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.BlobService = void 0;
/** Which bytes a project may read: those it has uploaded. Others' are as missing as those that nobody has. */
class BlobService {
  constructor(pool, store) {
    this.pool = pool;
    this.store = store;
  }
  async find({ projectId }, sha256) {
    const { rows } = await this.pool.query({
      name: 'blob',
      text: 'SELECT sha256, size_bytes AS "sizeBytes" FROM blob WHERE project_id = $1 AND sha256 = $2',
      values: [projectId, sha256],
    });
    return rows[0] ?? null;
  }
  /** Tells the database of bytes that are in their place; the upload they came by is over. */
  async commit(actor, { sha256, sizeBytes }, uploadId) {
    await this.pool.query(
      `WITH ended AS (DELETE FROM upload WHERE id = $5)
       INSERT INTO blob (project_id, sha256, size_bytes, uploaded_by) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [actor.projectId, sha256, sizeBytes, actor.subject, uploadId],
    );
  }
}
exports.BlobService = BlobService;
//# sourceMappingURL=blob.service.js.map
