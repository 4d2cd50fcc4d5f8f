import type { Pool } from 'pg';
import type { Actor } from '../contract/actor';
import { isIllFormed } from '../contract/text';

/** A production version as the plain route tells it: what one needs to fetch and verify its files. */
interface ProductionAnswer {
  readonly model: string;
  readonly id: string;
  readonly number: number;
  readonly manifestDigest: string;
  readonly artifacts: readonly {
    readonly path: string;
    readonly sha256: string;
    readonly sizeBytes: number;
    readonly mediaType: string;
    readonly downloadPath: string;
  }[];
}

/** Answers from one prepared statement: this is asked more often than anything else. */
export class ProductionAnswers {
  constructor(private readonly pool: Pool) {}

  /** Null when the project has no such model, or the model nothing in PRODUCTION. */
  async of({ projectId }: Actor, modelName: string): Promise<ProductionAnswer | null> {
    if (isIllFormed(modelName)) return null;
    const { rows } = await this.pool.query<ProductionAnswer>({
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
