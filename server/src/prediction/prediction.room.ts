import type { BaselineService } from '../baseline/baseline.service';
import type { Database } from '../database/database';
import { JobKind } from '../job/job.entity';
import type { Log } from '../log';
import type { ModelService } from '../model/model.service';
import type { VersionFinder } from '../version/version-finder';
import { ActualService } from './actual.service';
import { ActualWriter } from './actual-writer';
import { FirstPredictions } from './first-predictions';
import { makePartitionsAhead, predictionPartitions } from './partitions';
import { Prediction } from './prediction.entity';
import { PredictionResolver } from './prediction.resolver';
import { PredictionService } from './prediction.service';
import { PredictionStage } from './prediction-stage';
import { ServedVersions } from './served-version';
import { foldSummaries } from './summary/fold-summaries';
import { SummaryReader } from './summary/summary-reader';

export const PREDICTION_ENTITIES = [Prediction];

interface PredictionRoomParts {
  readonly database: Database;
  readonly models: ModelService;
  readonly baselines: BaselineService;
  readonly versions: VersionFinder;
  readonly log: Log;
}

export async function predictionRoom({ database, models, baselines, versions, log }: PredictionRoomParts) {
  const { pools, dataSource } = database;
  await makePartitionsAhead(pools.jobs);
  const served = new ServedVersions(versions);
  const writer = new ActualWriter(served);
  const firstPredictions = new FirstPredictions(pools.requests, baselines, (error) =>
    log.warn({ error }, 'a baseline could not be frozen; the next batch tries again'),
  );
  const predictions = new PredictionService(
    dataSource.manager,
    pools.ingest,
    served,
    new PredictionStage(),
    writer,
    firstPredictions,
    log,
  );
  const actuals = new ActualService(pools.ingest, models, writer, log);
  return {
    predictions,
    actuals,
    summaries: new SummaryReader(pools.requests, served),
    resolvers: [new PredictionResolver(dataSource, versions, predictions, actuals)],
    jobTypes: {
      [JobKind.FOLD_SUMMARIES]: foldSummaries(served),
      [JobKind.PREDICTION_PARTITIONS]: predictionPartitions(),
    },
  };
}
