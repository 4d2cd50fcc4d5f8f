'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.makeApp = makeApp;
const node_os_1 = require('node:os');
const node_path_1 = require('node:path');
const access_resolver_1 = require('./access/access.resolver');
const access_service_1 = require('./access/access.service');
const authenticator_1 = require('./access/authenticator');
const first_token_1 = require('./access/first-token');
const open_tokens_1 = require('./access/open-tokens');
const project_entity_1 = require('./access/project.entity');
const token_entity_1 = require('./access/token.entity');
const artifact_entity_1 = require('./artifact/artifact.entity');
const artifact_service_1 = require('./artifact/artifact.service');
const blob_service_1 = require('./artifact/blob.service');
const open_store_1 = require('./artifact/open-store');
const upload_service_1 = require('./artifact/upload.service');
const upload_sessions_1 = require('./artifact/upload-sessions');
const baseline_entity_1 = require('./baseline/baseline.entity');
const baseline_resolver_1 = require('./baseline/baseline.resolver');
const baseline_service_1 = require('./baseline/baseline.service');
const bind_1 = require('./contract/bind');
const guard_1 = require('./contract/guard');
const id_1 = require('./contract/id');
const sdl_1 = require('./contract/sdl');
const data_source_1 = require('./database/data-source');
const pools_1 = require('./database/pools');
const graphql_http_1 = require('./door/graphql-http');
const http_1 = require('./door/http');
const in_flight_1 = require('./door/in-flight');
const job_observer_1 = require('./door/job-observer');
const metrics_1 = require('./door/metrics');
const websocket_1 = require('./door/websocket');
const delivery_1 = require('./event/delivery');
const event_entity_1 = require('./event/event.entity');
const event_resolver_1 = require('./event/event.resolver');
const event_type_1 = require('./event/event-type');
const growth_1 = require('./event/growth');
const idempotency_1 = require('./event/idempotency');
const sequencer_1 = require('./event/sequencer');
const forget_expired_1 = require('./job/forget-expired');
const job_entity_1 = require('./job/job.entity');
const job_resolver_1 = require('./job/job.resolver');
const job_queue_1 = require('./job/job-queue');
const worker_1 = require('./job/worker');
const model_entity_1 = require('./model/model.entity');
const model_resolver_1 = require('./model/model.resolver');
const model_service_1 = require('./model/model.service');
const actual_service_1 = require('./prediction/actual.service');
const actual_writer_1 = require('./prediction/actual-writer');
const first_predictions_1 = require('./prediction/first-predictions');
const partitions_1 = require('./prediction/partitions');
const prediction_entity_1 = require('./prediction/prediction.entity');
const prediction_resolver_1 = require('./prediction/prediction.resolver');
const prediction_service_1 = require('./prediction/prediction.service');
const prediction_stage_1 = require('./prediction/prediction-stage');
const served_version_1 = require('./prediction/served-version');
const fold_summaries_1 = require('./prediction/summary/fold-summaries');
const metric_service_1 = require('./run/metric.service');
const metric_point_entity_1 = require('./run/metric-point.entity');
const run_entity_1 = require('./run/run.entity');
const run_resolver_1 = require('./run/run.resolver');
const run_service_1 = require('./run/run.service');
const baseline_step_1 = require('./version/baseline-step');
const compute_baseline_job_1 = require('./version/compute-baseline.job');
const evaluation_1 = require('./version/evaluation');
const model_turns_1 = require('./version/model-turns');
const model_versions_resolver_1 = require('./version/model-versions.resolver');
const production_answer_1 = require('./version/production-answer');
const registration_service_1 = require('./version/registration.service');
const stage_service_1 = require('./version/stage.service');
const stage_transition_entity_1 = require('./version/stage-transition.entity');
const version_entity_1 = require('./version/version.entity');
const version_resolver_1 = require('./version/version.resolver');
const version_baseline_resolver_1 = require('./version/version-baseline.resolver');
const version_event_resolver_1 = require('./version/version-event.resolver');
const version_finder_1 = require('./version/version-finder');
/** Composes all rooms over one migrated database. The one place that knows them all. */
async function makeApp(config, databaseUrl, log) {
  const settings = {
    url: databaseUrl,
    statementTimeoutMs: config.MODELGRAPH_STATEMENT_TIMEOUT_MS,
    onIdleError: (pool, error) => log.warn({ pool, error }, 'an idle database connection was lost'),
  };
  const pools = (0, pools_1.openPools)(settings);
  const dataSource = (0, data_source_1.makeDataSource)(settings, [
    project_entity_1.Project,
    token_entity_1.Token,
    event_entity_1.Event,
    job_entity_1.Job,
    model_entity_1.Model,
    artifact_entity_1.Artifact,
    version_entity_1.Version,
    evaluation_1.Evaluation,
    stage_transition_entity_1.StageTransition,
    run_entity_1.TrainingRun,
    metric_point_entity_1.MetricPoint,
    baseline_entity_1.Baseline,
    prediction_entity_1.Prediction,
  ]);
  await dataSource.initialize();
  const store = await (0, open_store_1.openStore)(
    dataSource,
    (0, node_path_1.resolve)(config.MODELGRAPH_DATA, 'artifacts'),
  );
  const metrics = new metrics_1.Metrics(pools);
  const sequencer = new sequencer_1.Sequencer(
    pools.events,
    (error) => log.warn({ error }, 'events could not be sequenced; the next tick tries again'),
    (_, events, lagMs) => {
      metrics.sequenced.inc(events);
      metrics.sequencerLag.set(lagMs / 1000);
    },
  );
  const committed = (projectId) => sequencer.nudge(projectId);
  const jobs = new job_queue_1.JobQueue();
  const growth = new growth_1.Growth((0, pools_1.listeningConfig)(settings), pools.events, (error, what) =>
    log.warn({ error }, what),
  );
  const authenticator = new authenticator_1.Authenticator(pools.requests, config.MODELGRAPH_OPERATOR_TOKEN);
  const openTokens = new open_tokens_1.OpenTokens(authenticator, config.MODELGRAPH_MAX_SOCKETS_PER_TOKEN);
  const delivery = new delivery_1.Delivery({
    tailPool: pools.events,
    replayPool: pools.replay,
    growth,
    checkpointMs: config.MODELGRAPH_CHECKPOINT_MS,
    isStillAllowed: (actor) => openTokens.isStillAllowed(actor),
    onRead: ({ type, subjectId }) => {
      if (type === event_type_1.EventType.TOKEN_REVOKED) openTokens.lapse(subjectId);
    },
    onSubscribers: (count) => metrics.subscribers.set(count),
    onError: (error, what) => log.warn({ error }, what),
  });
  const access = new access_service_1.AccessService(dataSource, committed);
  const models = new model_service_1.ModelService(dataSource, committed);
  const runs = new run_service_1.RunService(dataSource, models, committed);
  const metricLog = new metric_service_1.MetricService(pools.ingest, committed);
  const blobs = new blob_service_1.BlobService(pools.requests, store);
  const uploadSessions = new upload_sessions_1.UploadSessions(pools.requests, store);
  const uploads = new upload_service_1.UploadService(
    store,
    blobs,
    uploadSessions,
    config.MODELGRAPH_MAX_ARTIFACT_BYTES,
    log,
  );
  const artifacts = new artifact_service_1.ArtifactService(store);
  const versions = new version_finder_1.VersionFinder(dataSource, models);
  const turns = new model_turns_1.ModelTurns();
  const baselines = new baseline_service_1.BaselineService(store);
  const registrations = new registration_service_1.RegistrationService(
    dataSource,
    models,
    artifacts,
    store,
    turns,
    [new baseline_step_1.BaselineStep(dataSource, models, artifacts, baselines, jobs)],
    committed,
    log,
  );
  const stages = new stage_service_1.StageService(dataSource, models, versions, turns, committed);
  const served = new served_version_1.ServedVersions(versions);
  const actualWriter = new actual_writer_1.ActualWriter(served);
  const predictions = new prediction_service_1.PredictionService(
    dataSource.manager,
    pools.ingest,
    served,
    new prediction_stage_1.PredictionStage(),
    actualWriter,
    new first_predictions_1.FirstPredictions(pools.requests, baselines, (error) =>
      log.warn({ error }, 'a baseline could not be frozen; the next batch tries again'),
    ),
    log,
  );
  const actuals = new actual_service_1.ActualService(pools.ingest, models, actualWriter, log);
  await (0, partitions_1.makePartitionsAhead)(pools.jobs);
  /** How the jobs of each kind are done, by the rooms that do them. */
  const jobTypes = {
    [job_entity_1.JobKind.COMPUTE_BASELINE]: (0, compute_baseline_job_1.computeBaselineJob)(baselines),
    [job_entity_1.JobKind.FOLD_SUMMARIES]: (0, fold_summaries_1.foldSummaries)(served),
    [job_entity_1.JobKind.FORGET_EXPIRED]: (0, forget_expired_1.forgetExpired)({
      idempotencyKeys: idempotency_1.forgetOldKeys,
      jobs: forget_expired_1.forgetOldJobs,
    }),
    [job_entity_1.JobKind.PREDICTION_PARTITIONS]: (0, partitions_1.predictionPartitions)(),
  };
  const worker = new worker_1.JobWorker(
    jobTypes,
    jobs,
    pools,
    {
      owner: `${(0, node_os_1.hostname)()}:${process.pid}:${(0, id_1.newId)()}`,
      leaseMs: config.MODELGRAPH_JOB_LEASE_MS,
      firstRetryMs: config.MODELGRAPH_JOB_RETRY_MS,
    },
    (0, job_observer_1.observeJobs)(metrics, log),
  );
  const schema = (0, guard_1.guardContract)(
    (0, bind_1.bindContract)((0, sdl_1.readSdl)((0, node_path_1.join)(__dirname, 'schema')), [
      new access_resolver_1.AccessResolver(dataSource, access),
      new access_resolver_1.TokenResolver(dataSource),
      new event_resolver_1.EventResolver(dataSource, delivery),
      new job_resolver_1.JobResolver(dataSource),
      new model_resolver_1.ModelResolver(dataSource, models, delivery),
      new run_resolver_1.ModelRunsResolver(dataSource),
      new run_resolver_1.RunResolver(dataSource, runs, metricLog),
      new version_resolver_1.VersionResolver(dataSource, models, versions, registrations, stages),
      new version_event_resolver_1.VersionEventResolver(dataSource, models, delivery),
      new version_resolver_1.StageTransitionResolver(dataSource),
      new model_versions_resolver_1.ModelVersionsResolver(dataSource),
      new baseline_resolver_1.BaselineResolver(),
      new version_baseline_resolver_1.VersionBaselineResolver(dataSource),
      new prediction_resolver_1.PredictionResolver(dataSource, versions, predictions, actuals),
    ]),
  );
  const limits = {
    depth: config.MODELGRAPH_MAX_DEPTH,
    aliases: config.MODELGRAPH_MAX_ALIASES,
    rootFields: config.MODELGRAPH_MAX_ROOT_FIELDS,
    mutationRootFields: config.MODELGRAPH_MAX_MUTATIONS,
    complexity: config.MODELGRAPH_MAX_COMPLEXITY,
  };
  const origin = {
    listeningOn: config.MODELGRAPH_HOST,
    allowedHosts: config.MODELGRAPH_ALLOWED_HOSTS,
    allowedOrigins: config.MODELGRAPH_ALLOWED_ORIGINS,
  };
  const maxTokens = config.MODELGRAPH_MAX_TOKENS;
  const apollo = await (0, graphql_http_1.startApollo)({ schema, limits, maxTokens, log, metrics });
  const http = await (0, http_1.openHttp)({
    apollo,
    authenticator,
    metrics,
    log,
    origin,
    inFlight: new in_flight_1.InFlight(
      config.MODELGRAPH_MAX_IN_FLIGHT_PER_TOKEN,
      config.MODELGRAPH_MAX_IN_FLIGHT,
    ),
    bodyLimit: config.MODELGRAPH_BODY_LIMIT,
    deadlineMs: config.MODELGRAPH_DEADLINE_MS,
    bodyTimeMs: config.MODELGRAPH_BODY_TIME_MS,
    uploads,
    blobs,
    production: new production_answer_1.ProductionAnswers(pools.requests),
    playground: (0, node_path_1.join)(__dirname, '../../playground/dist'),
    notReady: () =>
      pools.health.query('SELECT 1').then(
        () => null,
        () => 'the database does not answer',
      ),
  });
  const websockets = new websocket_1.Websockets(http.server, {
    schema,
    limits,
    maxTokens,
    origin,
    authenticator,
    openTokens,
    metrics,
    log,
    maxSockets: config.MODELGRAPH_MAX_SOCKETS,
    maxSubscriptions: config.MODELGRAPH_MAX_SUBSCRIPTIONS,
    messageLimit: config.MODELGRAPH_SOCKET_MESSAGE_LIMIT,
    initTimeoutMs: config.MODELGRAPH_SOCKET_INIT_MS,
    stallMs: config.MODELGRAPH_SOCKET_STALL_MS,
    keepAliveMs: config.MODELGRAPH_SOCKET_KEEPALIVE_MS,
  });
  sequencer.start();
  growth.start();
  worker.start();
  return {
    http,
    access: {
      firstSecret: async (folder) =>
        folder ? (0, first_token_1.firstAdminToken)(dataSource, authenticator, folder) : null,
      hasTokens: () => dataSource.getRepository(token_entity_1.Token).exists(),
    },
    close: async () => {
      await websockets.close();
      await http.close();
      await apollo.stop();
      delivery.stop();
      await growth.stop();
      await worker.stop();
      await sequencer.stop();
      await dataSource.destroy();
      await (0, pools_1.closePools)(pools);
    },
  };
}
//# sourceMappingURL=app.js.map
