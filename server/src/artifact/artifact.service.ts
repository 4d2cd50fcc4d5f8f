import type { EntityManager } from 'typeorm';
import { newId } from '../contract/id';
import { ConflictError, NotFoundError, Refusal, type UserError } from '../contract/user-error';
import type { ArtifactInput, OwnerKind } from './artifact.entity';
import type { ArtifactStore } from './artifact-store';

interface ArtifactOwner {
  readonly kind: OwnerKind;
  readonly id: string;
  readonly projectId: string;
}

/** Keeps artifacts with what is being registered. */
export class ArtifactService {
  constructor(private readonly store: ArtifactStore) {}

  /**
   * Refuses every artifact whose bytes this project has not uploaded, with this size, or that are not in the store. The
   * rows of the bytes stay locked against removal until the caller's transaction ends.
   */
  async verify(
    manager: EntityManager,
    projectId: string,
    artifacts: readonly ArtifactInput[],
    path: readonly string[],
  ): Promise<void> {
    if (artifacts.length === 0) return;
    const digests = [...new Set(artifacts.map(({ sha256 }) => sha256))].sort();
    const rows = await manager.query<{ sha256: string; size_bytes: number }[]>(
      'SELECT sha256, size_bytes FROM blob WHERE project_id = $1 AND sha256 = ANY($2) ORDER BY sha256 FOR KEY SHARE',
      [projectId, digests],
    );
    const uploaded = new Map(rows.map((row) => [row.sha256, row.size_bytes]));
    const stored = new Map(
      await Promise.all(rows.map(async ({ sha256 }) => [sha256, await this.store.sizeOf(sha256)] as const)),
    );
    const errors = artifacts.flatMap((artifact, index) => {
      const error = mismatch(artifact, uploaded.get(artifact.sha256), stored.get(artifact.sha256), [
        ...path,
        String(index),
      ]);
      return error ? [error] : [];
    });
    if (errors.length > 0) throw new Refusal(...errors);
  }

  /** Keeps verified artifacts with their owner. */
  async insert(
    manager: EntityManager,
    owner: ArtifactOwner,
    artifacts: readonly ArtifactInput[],
  ): Promise<void> {
    if (artifacts.length === 0) return;
    await manager.query(
      `INSERT INTO artifact (id, project_id, owner_kind, owner_id, path, sha256, size_bytes, media_type)
       SELECT given.id, $1, $2, $3, given.path, given.sha256, given.size_bytes, given.media_type
       FROM unnest($4::uuid[], $5::text[], $6::text[], $7::bigint[], $8::text[]) AS given (id, path, sha256, size_bytes, media_type)`,
      [
        owner.projectId,
        owner.kind,
        owner.id,
        artifacts.map(() => newId()),
        artifacts.map(({ path }) => path),
        artifacts.map(({ sha256 }) => sha256),
        artifacts.map(({ sizeBytes }) => sizeBytes),
        artifacts.map(({ mediaType }) => mediaType),
      ],
    );
  }
}

function mismatch(
  { path, sha256, sizeBytes }: ArtifactInput,
  uploaded: number | undefined,
  stored: number | null | undefined,
  at: readonly string[],
): UserError | null {
  // Bytes that the store has lost or cut are as good as never uploaded; uploading them again heals it.
  if (uploaded === undefined || stored !== uploaded) {
    return new NotFoundError(
      `The bytes of "${path}" (SHA-256 ${sha256}) are not in this project: upload them first, POST /v1/uploads.`,
      [...at, 'sha256'],
    );
  }
  if (uploaded === sizeBytes) return null;
  return new ConflictError(
    'ARTIFACT_MISMATCH',
    `"${path}" was declared with ${sizeBytes} bytes; those uploaded under its SHA-256 are ${uploaded}.`,
    [...at, 'sizeBytes'],
  );
}
