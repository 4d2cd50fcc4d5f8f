import type { EntityManager } from 'typeorm';
import type { LockedModel } from './model-lock';

/** The stack of a model's production versions, in the caller's transaction and under the lock of the model. */

interface Holder {
  readonly id: number;
  readonly versionId: string;
}

/** A version has entered PRODUCTION other than by a rollback. */
export async function pushHolder(
  manager: EntityManager,
  projectId: string,
  version: { readonly id: string; readonly modelId: string },
  at: string,
): Promise<void> {
  await manager.query(
    'INSERT INTO production_holder (project_id, model_id, version_id, entered_at) VALUES ($1, $2, $3, $4)',
    [projectId, version.modelId, version.id, at],
  );
}

/** Whom a rollback restores: the last on the stack who is not the incumbent. Null when nobody is. */
export async function holderBefore(
  manager: EntityManager,
  model: LockedModel,
  incumbentId: string | null,
): Promise<Holder | null> {
  const [row] = await manager.query<Holder[]>(
    `SELECT id, version_id AS "versionId" FROM production_holder
     WHERE model_id = $1 AND popped_at IS NULL AND version_id IS DISTINCT FROM $2 ORDER BY id DESC LIMIT 1`,
    [model.id, incumbentId],
  );
  return row ?? null;
}

/** Marks all above a holder as popped: the next rollback does not come back to them. */
export async function popAbove(
  manager: EntityManager,
  model: LockedModel,
  holder: Holder,
  at: string,
): Promise<void> {
  await manager.query(
    'UPDATE production_holder SET popped_at = $3 WHERE model_id = $1 AND popped_at IS NULL AND id > $2',
    [model.id, holder.id, at],
  );
}
