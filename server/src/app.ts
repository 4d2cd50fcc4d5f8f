import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { ACCESS_ENTITIES, accessRoom } from './access/access.room';
import { ALERT_ENTITIES, alertRoom } from './alert/alert.room';
import { ARTIFACT_ENTITIES, artifactRoom } from './artifact/artifact.room';
import { BASELINE_ENTITIES, baselineRoom } from './baseline/baseline.room';
import type { Config } from './config';
import { bindContract } from './contract/bind';
import { succeeded } from './contract/payload';
import { readSdl } from './contract/sdl';
import { type Database, openDatabase } from './database/database';
import { openDoors } from './door/doors';
import { observeEvents } from './door/event-observer';
import { observeJobs } from './door/job-observer';
import { Metrics } from './door/metrics';
import { EVENT_ENTITIES, eventRoom } from './event/event.room';
import { EventType } from './event/event-type';
import { JOB_ENTITIES, jobRoom } from './job/job.room';
import type { Log } from './log';
import { MODEL_ENTITIES, modelRoom } from './model/model.room';
import { MONITORING_ENTITIES, monitoringRoom } from './monitoring/monitoring.room';
import { PREDICTION_ENTITIES, predictionRoom } from './prediction/prediction.room';
import { RUN_ENTITIES, runRoom } from './run/run.room';
import { VERSION_ENTITIES, versionRoom } from './version/version.room';

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

const ENTITIES = [
  ...EVENT_ENTITIES,
  ...ACCESS_ENTITIES,
  ...JOB_ENTITIES,
  ...MODEL_ENTITIES,
  ...ARTIFACT_ENTITIES,
  ...RUN_ENTITIES,
  ...BASELINE_ENTITIES,
  ...VERSION_ENTITIES,
  ...PREDICTION_ENTITIES,
  ...MONITORING_ENTITIES,
  ...ALERT_ENTITIES,
];

/** Composes all rooms over one migrated database, lowest first. The one place that knows them all. */
export async function makeApp(config: Config, databaseUrl: string, log: Log): Promise<App> {
  const database = await openDatabase(
    {
      url: databaseUrl,
      statementTimeoutMs: config.MODELGRAPH_STATEMENT_TIMEOUT_MS,
      onIdleError: (pool, error) => log.warn({ pool, error }, 'an idle database connection was lost'),
    },
    ENTITIES,
  );
  try {
    return await compose(config, database, log);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function compose(config: Config, database: Database, log: Log): Promise<App> {
  const metrics = new Metrics(database.pools);

  const events = eventRoom({
    database,
    checkpointMs: config.MODELGRAPH_CHECKPOINT_MS,
    consumerRetryMs: config.MODELGRAPH_CONSUMER_RETRY_MS,
    observer: observeEvents(metrics, log),
    isStillAllowed: (actor) => access.openTokens.isStillAllowed(actor),
    onRead: ({ type, subjectId }) => {
      if (type === EventType.TOKEN_REVOKED) access.openTokens.lapse(subjectId);
    },
  });
  const access = accessRoom({
    database,
    events,
    operatorSecret: config.MODELGRAPH_OPERATOR_TOKEN,
    mostSocketsPerToken: config.MODELGRAPH_MAX_SOCKETS_PER_TOKEN,
  });
  const jobs = jobRoom({
    database,
    leaseMs: config.MODELGRAPH_JOB_LEASE_MS,
    retryMs: config.MODELGRAPH_JOB_RETRY_MS,
    observer: observeJobs(metrics, log),
  });
  const model = modelRoom({ database, events });
  const models = model.service;
  const artifact = await artifactRoom({
    database,
    folder: resolve(config.MODELGRAPH_DATA, 'artifacts'),
    mostBytes: config.MODELGRAPH_MAX_ARTIFACT_BYTES,
    log,
  });
  const run = runRoom({ database, events, models });
  const baseline = baselineRoom({ database, store: artifact.store });
  const baselines = baseline.service;
  const version = versionRoom({
    database,
    events,
    jobs: jobs.queue,
    models,
    artifacts: artifact,
    runs: run.service,
    baselines,
    log,
  });
  const versions = version.finder;
  const prediction = await predictionRoom({ database, models, baselines, versions, log });
  const { predictions, actuals, summaries } = prediction;
  const monitoring = monitoringRoom({ database, events, models, versions, summaries });
  const alert = alertRoom({ database, events, models, log });

  const rooms = [
    events,
    access,
    jobs,
    model,
    artifact,
    run,
    baseline,
    version,
    prediction,
    monitoring,
    alert,
  ];
  const doors = await openDoors(config, {
    contract: bindContract(
      readSdl(join(__dirname, 'schema')),
      rooms.flatMap(({ resolvers }): object[] => resolvers),
      { mostBytes: config.MODELGRAPH_MAX_ANSWER_BYTES, mostBytesInAll: config.MODELGRAPH_MAX_ANSWERS_BYTES },
    ),
    batches: {
      logPredictions: (request, input) => predictions.logPredictions(request, input).then(succeeded),
      recordActuals: (request, input) => actuals.recordActuals(request, input).then(succeeded),
    },
    authenticator: access.authenticator,
    openTokens: access.openTokens,
    uploads: artifact.uploads,
    blobs: artifact.blobs,
    production: version.production,
    notReady: () =>
      database.pools.health.query('SELECT 1').then(
        () => null,
        () => 'the database does not answer',
      ),
    metrics,
    log,
  });
  events.start(alert.consumers);
  jobs.start({ ...version.jobTypes, ...prediction.jobTypes }, { ...events.forgets, ...artifact.forgets });

  return {
    http: doors.http,
    access,
    close: async () => {
      await doors.close();
      await jobs.stop();
      await events.stop();
      await monitoring.stop();
      await database.close();
    },
  };
}
