import type { EntityManager } from 'typeorm';
import { newId } from '../contract/id';
import type { Request } from '../contract/request';
import { count, happened, idempotencyKey, rules, tags, text } from '../contract/rules';
import { sortTags } from '../contract/tag';
import { rowsOf } from '../database/connection';
import { causeOf } from '../event/cause';
import { appendEvent } from '../event/event-log';
import { EventType, SubjectKind } from '../event/event-type';
import type { Model } from '../model/model.entity';
import { changeRun, type LockedRun, lockRun, type RunFacts } from './locked-run';
import { newParams, params, withParams } from './params';
import { type RunDataset, TrainingRunStatus } from './run.entity';
import type { RunDatasetInput, StartTrainingRunInput } from './run.input';
import { factsOfModel } from './run-model';

const digest = text(1, 200).regex(/^[A-Za-z0-9][A-Za-z0-9_+.-]*:\S+$/, {
  error: 'give the algorithm, a colon and the digest, such as "sha256:…"',
});
export const startRules = rules({
  name: text(1, 200),
  externalId: text(1, 200).nullish(),
  experiment: text(1, 200).nullish(),
  params: params.nullish(),
  dataset: rules({
    name: text(1, 200),
    version: text(1, 200).nullish(),
    digest: digest.nullish(),
    rows: count.nullish(),
  }).nullish(),
  trainingSamples: count.nullish(),
  validationSamples: count.nullish(),
  gitCommit: text(1, 200).nullish(),
  tags,
  startedAt: happened.nullish(),
  idempotencyKey,
});

/** The id of the new run with its event; null when its externalId belongs to a run already. */
export async function insertRun(
  manager: EntityManager,
  request: Request,
  input: StartTrainingRunInput,
  model: Model | null,
): Promise<string | null> {
  const id = newId();
  const kept = {
    name: input.name,
    externalId: input.externalId ?? null,
    experiment: input.experiment ?? model?.name ?? null,
    modelId: model?.id ?? null,
    params: newParams({ id, params: {} }, input.params, ['input', 'params']),
    dataset: datasetOf(input.dataset),
    trainingSamples: input.trainingSamples ?? null,
    validationSamples: input.validationSamples ?? null,
    environment: input.environment ?? {},
    gitCommit: input.gitCommit ?? null,
    tags: sortTags(input.tags),
  };
  const inserted = await rowsOf<{ started_at: string }>(
    manager,
    `INSERT INTO training_run (id, project_id, name, external_id, experiment, model_id, status, params, dataset,
       training_samples, validation_samples, environment, git_commit, tags, started_by, started_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'RUNNING', $7, $8, $9, $10, $11, $12, $13, $14, coalesce($15, clock_timestamp()))
     ON CONFLICT (project_id, external_id) DO NOTHING RETURNING started_at`,
    [
      id,
      request.actor.projectId,
      kept.name,
      kept.externalId,
      kept.experiment,
      kept.modelId,
      JSON.stringify(kept.params),
      kept.dataset && JSON.stringify(kept.dataset),
      kept.trainingSamples,
      kept.validationSamples,
      JSON.stringify(kept.environment),
      kept.gitCommit,
      JSON.stringify(kept.tags),
      request.actor.subject,
      input.startedAt ?? null,
    ],
  );
  if (!inserted[0]) return null;
  await appendEvent(manager, causeOf(request), {
    type: EventType.TRAINING_RUN_STARTED,
    subjectKind: SubjectKind.TRAINING_RUN,
    subjectId: id,
    modelId: model?.id,
    after: { ...kept, status: TrainingRunStatus.RUNNING, startedAt: inserted[0].started_at },
  });
  return id;
}

/** Goes on with the run that has the externalId already: a retried job is the same run. */
export async function goOn(
  manager: EntityManager,
  request: Request,
  input: StartTrainingRunInput,
  model: Model | null,
): Promise<string> {
  const run = await lockRun(manager, request, { externalId: input.externalId }, ['input', 'externalId']);
  const hadEnded = run.status !== TrainingRunStatus.RUNNING;
  const added = newParams(run, input.params, ['input', 'params']);
  const changes: Partial<RunFacts> = {
    ...(model ? factsOfModel(run, model, ['input', 'model']) : {}),
    ...missingFacts(run, input),
    ...withParams(run, added),
    ...(hadEnded ? { status: TrainingRunStatus.RUNNING, finishedAt: null, error: null } : {}),
  };
  const type = hadEnded ? EventType.TRAINING_RUN_STARTED : EventType.TRAINING_RUN_UPDATED;
  await changeRun(manager, causeOf(request), run, type, changes, { added });
  return run.id;
}

/** What the input tells of things the run does not have yet. */
function missingFacts(run: LockedRun, input: StartTrainingRunInput): Partial<RunFacts> {
  const facts: { -readonly [Fact in keyof RunFacts]?: RunFacts[Fact] } = {};
  if (run.experiment === null && input.experiment != null) facts.experiment = input.experiment;
  if (run.dataset === null && input.dataset != null) facts.dataset = datasetOf(input.dataset);
  if (run.trainingSamples === null && input.trainingSamples != null)
    facts.trainingSamples = input.trainingSamples;
  if (run.validationSamples === null && input.validationSamples != null)
    facts.validationSamples = input.validationSamples;
  if (run.gitCommit === null && input.gitCommit != null) facts.gitCommit = input.gitCommit;
  if (Object.keys(run.environment).length === 0 && Object.keys(input.environment ?? {}).length > 0)
    facts.environment = input.environment!;
  return facts;
}

const datasetOf = (dataset: RunDatasetInput | null | undefined): RunDataset | null =>
  dataset
    ? {
        name: dataset.name,
        version: dataset.version ?? null,
        digest: dataset.digest ?? null,
        rows: dataset.rows ?? null,
      }
    : null;
