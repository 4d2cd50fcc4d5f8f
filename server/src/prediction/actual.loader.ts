import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Request } from '../contract/request';
import type { Actual } from './prediction.entity';

/** A prediction of a version, as its actual is looked for. */
interface PredictionKey {
  readonly versionId: string;
  readonly predictionId: string;
}

const ACTUALS = `
  SELECT place::integer, actual.label, actual.number, actual.revision, actual.actual_at AS "actualAt", actual.received_at AS "receivedAt"
  FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS given (version_id, prediction_id, place)
    JOIN version ON version.id = given.version_id AND version.project_id = $3
    CROSS JOIN LATERAL (
      SELECT * FROM actual WHERE actual.model_id = version.model_id AND actual.prediction_id = given.prediction_id LIMIT 1) AS actual`;

/** What really was the case; null until somebody says. */
export const actualOf = (
  request: Request,
  dataSource: DataSource,
): DataLoader<PredictionKey, Actual | null, string> =>
  request.memo(
    actualOf,
    () =>
      new DataLoader(
        async (keys: readonly PredictionKey[]) => {
          const rows = await dataSource.query<(Actual & { place: number })[]>(ACTUALS, [
            keys.map(({ versionId }) => versionId),
            keys.map(({ predictionId }) => predictionId),
            request.actor.projectId,
          ]);
          const found = new Map(rows.map((row) => [row.place - 1, row]));
          return keys.map((_, place) => found.get(place) ?? null);
        },
        { cacheKeyFn: ({ versionId, predictionId }) => `${versionId} ${predictionId}` },
      ),
  );
