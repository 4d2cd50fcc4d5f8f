import { idOrNone } from '../contract/id';
import type { Request } from '../contract/request';
import { NotFoundError, Refusal } from '../contract/user-error';
import { type Connection, rowsOf } from '../database/connection';
import { appendEvent, type Cause } from '../event/event-log';
import { EventType, SubjectKind } from '../event/event-type';
import type { Params } from './params';
import type { RunDataset, TrainingRunStatus } from './run.entity';
import type { TrainingRunRef } from './run.input';

/** What may change about a run. */
export interface RunFacts {
  readonly status: TrainingRunStatus;
  readonly modelId: string | null;
  readonly experiment: string | null;
  readonly params: Params;
  readonly dataset: RunDataset | null;
  readonly trainingSamples: number | null;
  readonly validationSamples: number | null;
  readonly environment: Readonly<Record<string, unknown>>;
  readonly gitCommit: string | null;
  readonly error: string | null;
  readonly finishedAt: string | null;
}

/** A run whose row this transaction has locked: nobody else ends it, adds params or gives it a model meanwhile. */
export interface LockedRun extends RunFacts {
  readonly id: string;
  readonly startedAt: string;
  /** The database's clock, read after the lock. */
  readonly now: string;
}

const COLUMNS: Record<keyof RunFacts, string> = {
  status: 'status',
  modelId: 'model_id',
  experiment: 'experiment',
  params: 'params',
  dataset: 'dataset',
  trainingSamples: 'training_samples',
  validationSamples: 'validation_samples',
  environment: 'environment',
  gitCommit: 'git_commit',
  error: 'error',
  finishedAt: 'finished_at',
};
const FACTS = Object.entries(COLUMNS)
  .map(([fact, column]) => `${column} AS "${fact}"`)
  .join(', ');

/** Locks the run that a reference names; a `Refusal` with NotFoundError when there is none in the project. */
export async function lockRun(
  connection: Connection,
  { actor }: Request,
  ref: TrainingRunRef,
  path: readonly string[],
): Promise<LockedRun> {
  const [column, value] =
    ref.id != null ? ['id', idOrNone(ref.id)] : ['external_id', (ref.externalId ?? '').normalize('NFC')];
  const locked = await rowsOf<LockedRun>(
    connection,
    `WITH locked AS (
       SELECT id, started_at AS "startedAt", ${FACTS} FROM training_run
       WHERE project_id = $1 AND ${column} = $2 FOR NO KEY UPDATE
     ) SELECT *, clock_timestamp() AS now FROM locked`,
    [actor.projectId, value],
  );
  if (!locked[0]) throw noSuchRun(ref, path);
  return locked[0];
}

export const noSuchRun = (ref: TrainingRunRef, path: readonly string[]): Refusal =>
  new Refusal(
    new NotFoundError(
      `There is no training run ${ref.externalId != null ? `with the externalId "${ref.externalId}"` : ref.id} in this project.`,
      path,
    ),
  );

/**
 * Changes a locked run and appends the event of it; neither when there is nothing to change. Of params the event tells only
 * those that were added.
 */
export async function changeRun(
  connection: Connection,
  cause: Cause,
  run: LockedRun,
  type: EventType,
  changes: Partial<RunFacts>,
  { added }: { added?: Params } = {},
): Promise<void> {
  const facts = Object.keys(changes) as (keyof RunFacts)[];
  if (facts.length === 0) return;
  await rowsOf(
    connection,
    `UPDATE training_run SET ${facts.map((fact, index) => `${COLUMNS[fact]} = $${index + 2}`).join(', ')} WHERE id = $1`,
    [run.id, ...facts.map((fact) => toSql(changes[fact]))],
  );
  const before = Object.fromEntries(facts.map((fact) => [fact, run[fact]]));
  await appendEvent(connection, cause, {
    type,
    subjectKind: SubjectKind.TRAINING_RUN,
    subjectId: run.id,
    modelId: changes.modelId ?? run.modelId ?? undefined,
    before: changes.params ? { ...before, params: {} } : before,
    after: changes.params ? { ...changes, params: added } : changes,
  });
}

const toSql = (value: unknown): unknown =>
  value !== null && typeof value === 'object' ? JSON.stringify(value) : value;
