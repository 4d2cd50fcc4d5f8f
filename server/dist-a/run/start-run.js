'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.startRules = void 0;
exports.insertRun = insertRun;
exports.goOn = goOn;
const id_1 = require('../contract/id');
const rules_1 = require('../contract/rules');
const tag_1 = require('../contract/tag');
const connection_1 = require('../database/connection');
const cause_1 = require('../event/cause');
const event_log_1 = require('../event/event-log');
const event_type_1 = require('../event/event-type');
const locked_run_1 = require('./locked-run');
const params_1 = require('./params');
const run_entity_1 = require('./run.entity');
const run_model_1 = require('./run-model');
const digest = (0, rules_1.text)(1, 200).regex(/^[A-Za-z0-9][A-Za-z0-9_+.-]*:\S+$/, {
  error: 'give the algorithm, a colon and the digest, such as "sha256:…"',
});
exports.startRules = (0, rules_1.rules)({
  name: (0, rules_1.text)(1, 200),
  externalId: (0, rules_1.text)(1, 200).nullish(),
  experiment: (0, rules_1.text)(1, 200).nullish(),
  params: params_1.params.nullish(),
  dataset: (0, rules_1.rules)({
    name: (0, rules_1.text)(1, 200),
    version: (0, rules_1.text)(1, 200).nullish(),
    digest: digest.nullish(),
    rows: rules_1.count.nullish(),
  }).nullish(),
  trainingSamples: rules_1.count.nullish(),
  validationSamples: rules_1.count.nullish(),
  gitCommit: (0, rules_1.text)(1, 200).nullish(),
  tags: rules_1.tags,
  startedAt: rules_1.happened.nullish(),
  idempotencyKey: rules_1.idempotencyKey,
});
/** The id of the new run with its event; null when its externalId belongs to a run already. */
async function insertRun(manager, request, input, model) {
  const id = (0, id_1.newId)();
  const kept = {
    name: input.name,
    externalId: input.externalId ?? null,
    experiment: input.experiment ?? model?.name ?? null,
    modelId: model?.id ?? null,
    params: (0, params_1.newParams)({ id, params: {} }, input.params, ['input', 'params']),
    dataset: datasetOf(input.dataset),
    trainingSamples: input.trainingSamples ?? null,
    validationSamples: input.validationSamples ?? null,
    environment: input.environment ?? {},
    gitCommit: input.gitCommit ?? null,
    tags: (0, tag_1.sortTags)(input.tags),
  };
  const inserted = await (0, connection_1.rowsOf)(
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
  await (0, event_log_1.appendEvent)(manager, (0, cause_1.causeOf)(request), {
    type: event_type_1.EventType.TRAINING_RUN_STARTED,
    subjectKind: event_type_1.SubjectKind.TRAINING_RUN,
    subjectId: id,
    modelId: model?.id,
    after: { ...kept, status: run_entity_1.TrainingRunStatus.RUNNING, startedAt: inserted[0].started_at },
  });
  return id;
}
/** Goes on with the run that has the externalId already: a retried job is the same run. */
async function goOn(manager, request, input, model) {
  const run = await (0, locked_run_1.lockRun)(manager, request, { externalId: input.externalId }, [
    'input',
    'externalId',
  ]);
  const hadEnded = run.status !== run_entity_1.TrainingRunStatus.RUNNING;
  const added = (0, params_1.newParams)(run, input.params, ['input', 'params']);
  const changes = {
    ...(model ? (0, run_model_1.factsOfModel)(run, model, ['input', 'model']) : {}),
    ...missingFacts(run, input),
    ...(0, params_1.withParams)(run, added),
    ...(hadEnded ? { status: run_entity_1.TrainingRunStatus.RUNNING, finishedAt: null, error: null } : {}),
  };
  const type = hadEnded
    ? event_type_1.EventType.TRAINING_RUN_STARTED
    : event_type_1.EventType.TRAINING_RUN_UPDATED;
  await (0, locked_run_1.changeRun)(manager, (0, cause_1.causeOf)(request), run, type, changes, { added });
  return run.id;
}
/** What the input tells of things the run does not have yet. */
function missingFacts(run, input) {
  const facts = {};
  if (run.experiment === null && input.experiment != null) facts.experiment = input.experiment;
  if (run.dataset === null && input.dataset != null) facts.dataset = datasetOf(input.dataset);
  if (run.trainingSamples === null && input.trainingSamples != null)
    facts.trainingSamples = input.trainingSamples;
  if (run.validationSamples === null && input.validationSamples != null)
    facts.validationSamples = input.validationSamples;
  if (run.gitCommit === null && input.gitCommit != null) facts.gitCommit = input.gitCommit;
  if (Object.keys(run.environment).length === 0 && Object.keys(input.environment ?? {}).length > 0)
    facts.environment = input.environment;
  return facts;
}
const datasetOf = (dataset) =>
  dataset
    ? {
        name: dataset.name,
        version: dataset.version ?? null,
        digest: dataset.digest ?? null,
        rows: dataset.rows ?? null,
      }
    : null;
//# sourceMappingURL=start-run.js.map
