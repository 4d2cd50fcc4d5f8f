import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Page } from '../contract/connection';
import type { Request } from '../contract/request';
import { readPages } from '../database/pages-of-parents';
import { MetricPoint } from './metric-point.entity';
import { TrainingRun } from './run.entity';
import { RUN_ORDER } from './run.list';

const LATEST = Symbol('latest metrics');

/** The latest points of the metrics of runs, by name: those of all runs asked for in one tick in one statement. */
export const latestMetrics = (request: Request, dataSource: DataSource): DataLoader<string, MetricPoint[]> =>
  request.memo(
    LATEST,
    () =>
      new DataLoader(async (runIds: readonly string[]) => {
        const rows = await dataSource.query<({ run_id: string } & MetricPoint)[]>(
          'SELECT run_id, name, step, at, value FROM metric_latest WHERE run_id = ANY($1) ORDER BY run_id, name',
          [runIds],
        );
        const byRun = new Map<string, MetricPoint[]>(runIds.map((id) => [id, []]));
        for (const row of rows) byRun.get(row.run_id)!.push(row);
        return runIds.map((id) => byRun.get(id)!);
      }),
  );

interface PageOf {
  readonly first: number;
  readonly after: string | null;
}

/** The newest runs of models, the same page of each model in one statement. */
export const runsOfModels = (
  request: Request,
  dataSource: DataSource,
  { first, after }: PageOf,
): DataLoader<string, Page<TrainingRun>> =>
  request.memo(
    `runs of models, ${first} after ${after}`,
    () =>
      new DataLoader((modelIds: readonly string[]) =>
        readPages(
          dataSource
            .getRepository(TrainingRun)
            .createQueryBuilder('run')
            .where('run.project_id = :project', { project: request.actor.projectId }),
          'run.model_id',
          modelIds,
          RUN_ORDER.columns(null),
          { first, after, of: (modelId) => ['runs of model', modelId] },
        ),
      ),
  );

/** The history of one metric of runs, the same page of each run in one statement. The runs are of the project already. */
export const historyOfMetric = (
  request: Request,
  dataSource: DataSource,
  name: string,
  { first, after }: PageOf,
): DataLoader<string, Page<MetricPoint>> =>
  request.memo(
    `history of ${JSON.stringify(name)}, ${first} after ${after}`,
    () =>
      new DataLoader((runIds: readonly string[]) =>
        readPages(
          dataSource
            .getRepository(MetricPoint)
            .createQueryBuilder('point')
            .where('point.name = :name', { name }),
          'point.run_id',
          runIds,
          [
            { sql: 'point.step', type: 'bigint', descending: false },
            { sql: 'point.at', type: 'timestamptz', descending: false },
            { sql: 'point.value', type: 'float8', descending: false },
          ],
          { first, after, of: (runId) => ['history of metric', runId, name] },
        ),
      ),
  );
