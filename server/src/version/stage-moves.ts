import type { EntityManager } from 'typeorm';
import { newId } from '../contract/id';
import type { Request } from '../contract/request';
import { causeOf } from '../event/cause';
import { appendEvent } from '../event/event-log';
import { EventType, SubjectKind } from '../event/event-type';
import type { LockedModel } from './model-lock';
import { Stage, StageTransitionKind } from './stage';
import { demotionTarget } from './stage-machine';
import { Version } from './version.entity';

/** Moves of versions in the caller's transaction. Whoever calls holds the lock of the model and has checked the rules. */

/**
 * When the next two moves of the model are. Read under its lock: `now()` would be when the transaction began to wait for
 * it. Where one version takes another's place they follow each other without an instant between them.
 */
export async function nextInstants(
  manager: EntityManager,
  modelId: string,
): Promise<{ readonly first: string; readonly second: string }> {
  const [row] = await manager.query<{ first: string; second: string }[]>(
    `SELECT next.at AS first, next.at + interval '1 microsecond' AS second
     FROM (SELECT greatest(clock_timestamp(), max(at) + interval '1 microsecond') AS at FROM stage_transition WHERE model_id = $1) AS next`,
    [modelId],
  );
  return row!;
}

export interface Move {
  readonly version: Version;
  readonly to: Stage;
  readonly kind: StageTransitionKind;
  readonly at: string;
  readonly reason: string | null;
}

/** Moves a registered version, writes its history and its event. */
export async function move(
  manager: EntityManager,
  request: Request,
  { version, to, kind, at, reason }: Move,
): Promise<void> {
  await manager.query(
    `UPDATE version SET stage = $2, stage_entered_at = $3,
       deployed_at = CASE WHEN $2 = 'PRODUCTION' THEN $3::timestamptz ELSE deployed_at END
     WHERE id = $1`,
    [version.id, to, at],
  );
  await recordMove(manager, request, version, { from: version.stage, to, kind, reason, at });
  await appendEvent(manager, causeOf(request), {
    type: EventType.VERSION_STAGE_CHANGED,
    subjectKind: SubjectKind.VERSION,
    subjectId: version.id,
    modelId: version.modelId,
    before: { stage: version.stage },
    after: { stage: to, kind, number: version.number, at },
    reason,
  });
}

export interface RecordedMove {
  readonly from: Stage | null;
  readonly to: Stage;
  readonly kind: StageTransitionKind;
  readonly reason: string | null;
  readonly at: string;
}

export async function recordMove(
  manager: EntityManager,
  { actor }: Request,
  version: { readonly id: string; readonly modelId: string },
  { from, to, kind, reason, at }: RecordedMove,
): Promise<void> {
  await manager.query(
    `INSERT INTO stage_transition (id, project_id, model_id, version_id, from_stage, to_stage, kind, at, actor, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [newId(), actor.projectId, version.modelId, version.id, from, to, kind, at, actor.subject, reason],
  );
}

/** The version in PRODUCTION, if there is one. */
export const incumbentOf = (manager: EntityManager, model: LockedModel): Promise<Version | null> =>
  manager.getRepository(Version).findOneBy({ modelId: model.id, stage: Stage.PRODUCTION });

/** Makes room in PRODUCTION. The id of whoever had to leave. */
export async function demoteIncumbent(
  manager: EntityManager,
  request: Request,
  model: LockedModel,
  at: string,
  reason: string | null,
): Promise<string | null> {
  const incumbent = await incumbentOf(manager, model);
  if (!incumbent) return null;
  const to = demotionTarget(model.stageGraph);
  await move(manager, request, { version: incumbent, to, kind: StageTransitionKind.DEMOTION, at, reason });
  return incumbent.id;
}
