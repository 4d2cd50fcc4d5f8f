import type { EntityManager } from 'typeorm';
import type { Request } from '../contract/request';
import { ConflictError, NotFoundError, Refusal } from '../contract/user-error';
import type { ModelTask } from '../model/model.entity';
import type { StageGraph } from './stage';

/** A model whose row the transaction holds: its counter, its stages and its history move for nobody else. */
export interface LockedModel {
  readonly id: string;
  readonly name: string;
  readonly task: ModelTask;
  readonly stageGraph: StageGraph;
  readonly nextVersion: number;
}

/**
 * Takes the lock that every change of a model's versions takes first. FOR UPDATE would also block whoever inserts a row
 * that refers to the model. An archived model is refused: it is read-only.
 */
export async function lockModel(
  manager: EntityManager,
  request: Request,
  modelId: string,
  path: readonly string[],
): Promise<LockedModel> {
  const [row] = await manager.query<(LockedModel & { archivedAt: string | null })[]>(
    `SELECT id, name, task, stage_graph AS "stageGraph", next_version AS "nextVersion", archived_at AS "archivedAt"
     FROM model WHERE id = $1 AND project_id = $2 FOR NO KEY UPDATE`,
    [modelId, request.actor.projectId],
  );
  if (!row) throw new Refusal(new NotFoundError(`There is no model ${modelId} in this project.`, path));
  if (row.archivedAt !== null) {
    throw new Refusal(
      new ConflictError(
        'READ_ONLY',
        `The model "${row.name}" is archived since ${row.archivedAt}; its versions do not change any more.`,
        path,
        row.id,
      ),
    );
  }
  return row;
}
