import type { Pool } from 'pg';
import type { Actor } from '../contract/actor';
import type { ArtifactStore } from './artifact-store';

/** Verified bytes that a project has. */
export interface Blob {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Which bytes a project may read: those it has uploaded. Others' are as missing as those that nobody has. */
export class BlobService {
  constructor(
    private readonly pool: Pool,
    readonly store: ArtifactStore,
  ) {}

  async find({ projectId }: Actor, sha256: string): Promise<Blob | null> {
    const { rows } = await this.pool.query<Blob>({
      name: 'blob',
      text: 'SELECT sha256, size_bytes AS "sizeBytes" FROM blob WHERE project_id = $1 AND sha256 = $2',
      values: [projectId, sha256],
    });
    return rows[0] ?? null;
  }

  /** Tells the database of bytes that are in their place; the upload they came by is over. */
  async commit(actor: Actor, { sha256, sizeBytes }: Blob, uploadId: string | null): Promise<void> {
    await this.pool.query(
      `WITH ended AS (DELETE FROM upload WHERE id = $5)
       INSERT INTO blob (project_id, sha256, size_bytes, uploaded_by) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [actor.projectId, sha256, sizeBytes, actor.subject, uploadId],
    );
  }
}
