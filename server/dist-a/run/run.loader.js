'use strict';
var __importDefault =
  (this && this.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
Object.defineProperty(exports, '__esModule', { value: true });
exports.historyOfMetric = exports.runsOfModels = exports.latestMetrics = void 0;
const dataloader_1 = __importDefault(require('dataloader'));
const pages_of_parents_1 = require('../database/pages-of-parents');
const metric_point_entity_1 = require('./metric-point.entity');
const run_entity_1 = require('./run.entity');
const LATEST = Symbol('latest metrics');
/** The latest points of the metrics of runs, by name: those of all runs asked for in one tick in one statement. */
const latestMetrics = (request, dataSource) =>
  request.memo(
    LATEST,
    () =>
      new dataloader_1.default(async (runIds) => {
        const rows = await dataSource.query(
          'SELECT run_id, name, step, at, value FROM metric_latest WHERE run_id = ANY($1) ORDER BY run_id, name',
          [runIds],
        );
        const byRun = new Map(runIds.map((id) => [id, []]));
        for (const row of rows) byRun.get(row.run_id).push(row);
        return runIds.map((id) => byRun.get(id));
      }),
  );
exports.latestMetrics = latestMetrics;
/** The newest runs of models, the same page of each model in one statement. */
const runsOfModels = (request, dataSource, { first, after }) =>
  request.memo(
    `runs of models, ${first} after ${after}`,
    () =>
      new dataloader_1.default((modelIds) =>
        (0, pages_of_parents_1.readPages)(
          dataSource
            .getRepository(run_entity_1.TrainingRun)
            .createQueryBuilder('run')
            .where('run.project_id = :project', { project: request.actor.projectId }),
          'run.model_id',
          modelIds,
          [
            { sql: 'run.started_at', type: 'timestamptz', descending: true },
            { sql: 'run.id', type: 'uuid', descending: true },
          ],
          { first, after, of: (modelId) => ['runs of model', modelId] },
        ),
      ),
  );
exports.runsOfModels = runsOfModels;
/** The history of one metric of runs, the same page of each run in one statement. The runs are of the project already. */
const historyOfMetric = (request, dataSource, name, { first, after }) =>
  request.memo(
    `history of ${JSON.stringify(name)}, ${first} after ${after}`,
    () =>
      new dataloader_1.default((runIds) =>
        (0, pages_of_parents_1.readPages)(
          dataSource
            .getRepository(metric_point_entity_1.MetricPoint)
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
exports.historyOfMetric = historyOfMetric;
//# sourceMappingURL=run.loader.js.map
