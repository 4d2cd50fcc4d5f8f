import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { AccessResolver, TokenResolver } from './access/access.resolver';
import { AccessService } from './access/access.service';
import { Authenticator } from './access/authenticator';
import { firstAdminToken } from './access/first-token';
import { OpenTokens } from './access/open-tokens';
import { Project } from './access/project.entity';
import { Token } from './access/token.entity';
import { Alert } from './alert/alert.entity';
import { AlertLists } from './alert/alert.list';
import { AlertResolver } from './alert/alert.resolver';
import { AlertService } from './alert/alert.service';
import { AlertEventResolver } from './alert/alert-event.resolver';
import { AlertRule } from './alert/alert-rule.entity';
import { AlertRuleResolver } from './alert/alert-rule.resolver';
import { AlertRuleService } from './alert/alert-rule.service';
import { evaluateRules } from './alert/evaluate-rules';
import { ReportRulesResolver } from './alert/report-rules.resolver';
import { Artifact } from './artifact/artifact.entity';
import { ArtifactService } from './artifact/artifact.service';
import { BlobService } from './artifact/blob.service';
import { openStore } from './artifact/open-store';
import { UploadService } from './artifact/upload.service';
import { UploadSessions } from './artifact/upload-sessions';
import { Baseline } from './baseline/baseline.entity';
import { BaselineResolver } from './baseline/baseline.resolver';
import { BaselineService } from './baseline/baseline.service';
import type { Config } from './config';
import { bindContract } from './contract/bind';
import { withFastInputs } from './contract/fast-input';
import { guardContract } from './contract/guard';
import { newId } from './contract/id';
import { succeeded } from './contract/payload';
import { readSdl } from './contract/sdl';
import { makeDataSource } from './database/data-source';
import { closePools, listeningConfig, openPools, type PoolSettings } from './database/pools';
import { startApollo } from './door/graphql-http';
import { openHttp } from './door/http';
import { InFlight } from './door/in-flight';
import { IngestDoor } from './door/ingest-door';
import { observeJobs } from './door/job-observer';
import { Metrics } from './door/metrics';
import { Websockets } from './door/websocket';
import { ConsumerRunner } from './event/consumer-runner';
import { Delivery } from './event/delivery';
import { Event } from './event/event.entity';
import { EventResolver } from './event/event.resolver';
import { EventType } from './event/event-type';
import { Growth } from './event/growth';
import { forgetOldKeys } from './event/idempotency';
import { Sequencer } from './event/sequencer';
import { forgetExpired, forgetOldJobs } from './job/forget-expired';
import { Job, JobKind } from './job/job.entity';
import { JobResolver } from './job/job.resolver';
import { JobQueue } from './job/job-queue';
import type { JobType } from './job/job-type';
import { JobWorker } from './job/worker';
import type { Log } from './log';
import { Model } from './model/model.entity';
import { ModelResolver } from './model/model.resolver';
import { ModelService } from './model/model.service';
import { MonitoringLists } from './monitoring/monitoring.list';
import { MonitoringResolver, VersionReportsResolver } from './monitoring/monitoring.resolver';
import { MonitoringService } from './monitoring/monitoring.service';
import { MonitoringReport } from './monitoring/monitoring-report.entity';
import { ReportComposer } from './monitoring/report-composer';
import { ActualService } from './prediction/actual.service';
import { ActualWriter } from './prediction/actual-writer';
import { FirstPredictions } from './prediction/first-predictions';
import { makePartitionsAhead, predictionPartitions } from './prediction/partitions';
import { Prediction } from './prediction/prediction.entity';
import { PredictionResolver } from './prediction/prediction.resolver';
import { PredictionService } from './prediction/prediction.service';
import { PredictionStage } from './prediction/prediction-stage';
import { ServedVersions } from './prediction/served-version';
import { foldSummaries } from './prediction/summary/fold-summaries';
import { SummaryReader } from './prediction/summary/summary-reader';
import { MetricService } from './run/metric.service';
import { MetricPoint } from './run/metric-point.entity';
import { TrainingRun } from './run/run.entity';
import { ModelRunsResolver, RunResolver } from './run/run.resolver';
import { RunService } from './run/run.service';
import { BaselineStep } from './version/baseline-step';
import { computeBaselineJob } from './version/compute-baseline.job';
import { Evaluation } from './version/evaluation';
import { ModelTurns } from './version/model-turns';
import { ModelVersionsResolver } from './version/model-versions.resolver';
import { ProductionAnswers } from './version/production-answer';
import { RegistrationService } from './version/registration.service';
import { RunVersionsResolver } from './version/run-versions.resolver';
import { StageService } from './version/stage.service';
import { StageGraphService } from './version/stage-graph.service';
import { StageTransition } from './version/stage-transition.entity';
import { TrainingRunLink } from './version/training-run-link';
import { Version } from './version/version.entity';
import { StageTransitionResolver, VersionResolver } from './version/version.resolver';
import { VersionBaselineResolver } from './version/version-baseline.resolver';
import { VersionEventResolver } from './version/version-event.resolver';
import { VersionFinder } from './version/version-finder';

export interface App {
  readonly http: FastifyInstance;
  readonly access: {
    /** The first admin's secret of an embedded database in `folder`; null without one. */
    firstSecret(folder: string | null): Promise<string | null>;
    hasTokens(): Promise<boolean>;
  };
  /** Ends what is under way and gives everything back. */
  close(): Promise<void>;
}

/** Composes all rooms over one migrated database. The one place that knows them all. */
export async function makeApp(config: Config, databaseUrl: string, log: Log): Promise<App> {
  const settings: PoolSettings = {
    url: databaseUrl,
    statementTimeoutMs: config.MODELGRAPH_STATEMENT_TIMEOUT_MS,
    onIdleError: (pool, error) => log.warn({ pool, error }, 'an idle database connection was lost'),
  };
  const pools = openPools(settings);
  const entities = [
    Project,
    Token,
    Event,
    Job,
    Model,
    Artifact,
    TrainingRun,
    MetricPoint,
    Version,
    Evaluation,
    StageTransition,
    Baseline,
    Prediction,
    MonitoringReport,
    AlertRule,
    Alert,
  ];
  const dataSource = makeDataSource(settings, entities);
  await dataSource.initialize();
  const store = await openStore(dataSource, resolve(config.MODELGRAPH_DATA, 'artifacts'));

  const metrics = new Metrics(pools);
  const sequencer = new Sequencer(
    pools.events,
    (error) => log.warn({ error }, 'events could not be sequenced; the next tick tries again'),
    (_, events, lagMs) => {
      metrics.sequenced.inc(events);
      metrics.sequencerLag.set(lagMs / 1000);
    },
  );
  const committed = (projectId: string): void => sequencer.nudge(projectId);

  const jobs = new JobQueue();
  const growth = new Growth(listeningConfig(settings), pools.events, (error, what) =>
    log.warn({ error }, what),
  );

  const authenticator = new Authenticator(pools.requests, config.MODELGRAPH_OPERATOR_TOKEN);
  const openTokens = new OpenTokens(authenticator, config.MODELGRAPH_MAX_SOCKETS_PER_TOKEN);
  const delivery = new Delivery({
    tailPool: pools.events,
    replayPool: pools.replay,
    growth,
    sequence: committed,
    checkpointMs: config.MODELGRAPH_CHECKPOINT_MS,
    isStillAllowed: (actor) => openTokens.isStillAllowed(actor),
    onRead: ({ type, subjectId }) => {
      if (type === EventType.TOKEN_REVOKED) openTokens.lapse(subjectId);
    },
    onSubscribers: (count) => metrics.subscribers.set(count),
    onError: (error, what) => log.warn({ error }, what),
  });
  const access = new AccessService(dataSource, committed);
  const models = new ModelService(dataSource, committed);
  const runs = new RunService(dataSource, models, committed);
  const metricLog = new MetricService(pools.ingest, committed);
  const blobs = new BlobService(pools.requests, store);
  const uploadSessions = new UploadSessions(pools.requests, store);
  const uploads = new UploadService(store, blobs, uploadSessions, config.MODELGRAPH_MAX_ARTIFACT_BYTES, log);
  const artifacts = new ArtifactService(store);
  const versions = new VersionFinder(dataSource, models);
  const turns = new ModelTurns();
  const baselines = new BaselineService(store);
  const registrations = new RegistrationService(
    dataSource,
    models,
    artifacts,
    store,
    turns,
    [new TrainingRunLink(runs), new BaselineStep(dataSource, models, artifacts, baselines, jobs)],
    committed,
    log,
  );
  const stages = new StageService(dataSource, models, versions, turns, committed);

  const served = new ServedVersions(versions);
  const actualWriter = new ActualWriter(served);
  const predictions = new PredictionService(
    dataSource.manager,
    pools.ingest,
    served,
    new PredictionStage(),
    actualWriter,
    new FirstPredictions(pools.requests, baselines, (error) =>
      log.warn({ error }, 'a baseline could not be frozen; the next batch tries again'),
    ),
    log,
  );
  const actuals = new ActualService(pools.ingest, models, actualWriter, log);
  await makePartitionsAhead(pools.jobs);

  /** How the jobs of each kind are done, by the rooms that do them. */
  const jobTypes: Record<JobKind, JobType> = {
    [JobKind.COMPUTE_BASELINE]: computeBaselineJob(baselines),
    [JobKind.FOLD_SUMMARIES]: foldSummaries(served),
    [JobKind.FORGET_EXPIRED]: forgetExpired({
      idempotencyKeys: forgetOldKeys,
      jobs: forgetOldJobs,
      uploads: () => uploadSessions.expire(),
    }),
    [JobKind.PREDICTION_PARTITIONS]: predictionPartitions(),
  };
  const worker = new JobWorker(
    jobTypes,
    jobs,
    pools,
    {
      owner: `${hostname()}:${process.pid}:${newId()}`,
      leaseMs: config.MODELGRAPH_JOB_LEASE_MS,
      firstRetryMs: config.MODELGRAPH_JOB_RETRY_MS,
    },
    observeJobs(metrics, log),
  );

  const summaries = new SummaryReader(pools.requests, served);
  const composer = new ReportComposer();
  const monitoring = new MonitoringService(dataSource, versions, summaries, composer, committed);
  const reports = new MonitoringLists(dataSource, models, versions);
  const alertRules = new AlertRuleService(dataSource, models, committed);
  const alerts = new AlertService(dataSource, committed);
  const alertLists = new AlertLists(dataSource, models);
  const consumerSource = makeDataSource(settings, entities, 'jobs');
  await consumerSource.initialize();
  const consumers = new ConsumerRunner(
    consumerSource,
    [evaluateRules((error, rule) => log.error({ error, rule: rule.id }, 'a rule could not be evaluated'))],
    {
      firstDelayMs: config.MODELGRAPH_CONSUMER_RETRY_MS,
      committed,
      onError: (error, about) => log.warn({ error, ...about }, 'a consumer failed; it will try again'),
      onParked: (consumer) => metrics.parked.inc({ consumer }),
      onLag: (consumer, events) => metrics.consumerLag.set({ consumer }, events),
    },
  );
  growth.onGrowth((projectId, head) => consumers.grewTo(projectId, head));

  const bound = bindContract(readSdl(join(__dirname, 'schema')), [
    new AccessResolver(dataSource, access),
    new TokenResolver(dataSource),
    new EventResolver(dataSource, delivery),
    new JobResolver(dataSource),
    new ModelResolver(dataSource, models, delivery),
    new ModelRunsResolver(dataSource),
    new RunResolver(dataSource, runs, metricLog),
    new VersionResolver(dataSource, models, versions, registrations, stages),
    new VersionEventResolver(dataSource, models, delivery),
    new StageTransitionResolver(dataSource),
    new RunVersionsResolver(dataSource),
    new ModelVersionsResolver(dataSource, new StageGraphService(dataSource, models, turns, committed)),
    new BaselineResolver(),
    new VersionBaselineResolver(dataSource),
    new PredictionResolver(dataSource, versions, predictions, actuals),
    new MonitoringResolver(dataSource, monitoring, reports),
    new VersionReportsResolver(reports),
    new AlertRuleResolver(dataSource, alertRules, alertLists),
    new AlertResolver(dataSource, alerts, alertLists),
    new ReportRulesResolver(dataSource),
    new AlertEventResolver(dataSource, models, delivery),
  ]);
  const schema = guardContract(bound);
  const ingestSchema = guardContract(
    withFastInputs(bound, {
      logPredictions: (request, input) => predictions.logPredictions(request, input).then(succeeded),
      recordActuals: (request, input) => actuals.recordActuals(request, input).then(succeeded),
    }),
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
  const graphql = { limits, maxTokens, log, metrics };
  const apollo = await startApollo({ ...graphql, schema });
  const ingestApollo = await startApollo({ ...graphql, schema: ingestSchema });
  const http = await openHttp({
    apollo,
    ingest: new IngestDoor(apollo, ingestApollo, maxTokens),
    authenticator,
    metrics,
    log,
    origin,
    inFlight: new InFlight(config.MODELGRAPH_MAX_IN_FLIGHT_PER_TOKEN, config.MODELGRAPH_MAX_IN_FLIGHT),
    bodyLimit: config.MODELGRAPH_BODY_LIMIT,
    ingestBodyLimit: config.MODELGRAPH_INGEST_BODY_LIMIT,
    deadlineMs: config.MODELGRAPH_DEADLINE_MS,
    bodyTimeMs: config.MODELGRAPH_BODY_TIME_MS,
    uploads,
    blobs,
    production: new ProductionAnswers(pools.requests),
    playground: join(__dirname, '../../playground/dist'),
    notReady: () =>
      pools.health.query('SELECT 1').then(
        () => null,
        () => 'the database does not answer',
      ),
  });
  const websockets = new Websockets(http.server, {
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
  consumers.start();

  return {
    http,
    access: {
      firstSecret: async (folder) => (folder ? firstAdminToken(dataSource, authenticator, folder) : null),
      hasTokens: () => dataSource.getRepository(Token).exists(),
    },
    close: async () => {
      await websockets.close();
      await http.close();
      await Promise.all([apollo.stop(), ingestApollo.stop()]);
      delivery.stop();
      await growth.stop();
      await worker.stop();
      await consumers.stop();
      await composer.close();
      await sequencer.stop();
      await consumerSource.destroy();
      await dataSource.destroy();
      await closePools(pools);
    },
  };
}
