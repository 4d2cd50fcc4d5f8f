'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.ProductionAnswers = void 0;
const text_1 = require('../contract/text');
/** Answers from one prepared statement: this is asked more often than anything else. */
class ProductionAnswers {
  constructor(pool) {
    this.pool = pool;
  }
  /** Null when the project has no such model, or the model nothing in PRODUCTION. */
  async of({ projectId }, modelName) {
    if ((0, text_1.isIllFormed)(modelName)) return null;
    const { rows } = await this.pool.query({
      name: 'production',
      text: `
        SELECT model.name AS model, version.id, version.number, version.manifest_digest AS "manifestDigest",
          coalesce((
            SELECT jsonb_agg(jsonb_build_object(
              'path', path, 'sha256', sha256, 'sizeBytes', size_bytes, 'mediaType', media_type,
              'downloadPath', '/v1/blobs/' || sha256) ORDER BY path)
            FROM artifact WHERE owner_id = version.id), '[]') AS artifacts
        FROM model JOIN version ON version.model_id = model.id AND version.stage = 'PRODUCTION'
        WHERE model.project_id = $1 AND model.name = $2`,
      values: [projectId, modelName.normalize('NFC')],
    });
    return rows[0] ?? null;
  }
}
exports.ProductionAnswers = ProductionAnswers;
//# sourceMappingURL=production-answer.js.map
