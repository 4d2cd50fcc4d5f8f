'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.listRuns = listRuns;
const filter_1 = require('../contract/filter');
const id_1 = require('../contract/id');
const page_1 = require('../database/page');
const where_1 = require('../database/where');
const run_entity_1 = require('./run.entity');
const run_input_1 = require('./run.input');
/** A page of the project's runs. A model that is not there has none. */
function listRuns(dataSource, { projectId }, filter, order, page) {
  const query = dataSource
    .getRepository(run_entity_1.TrainingRun)
    .createQueryBuilder('run')
    .where('run.project_id = :project', { project: projectId });
  (0, where_1.whereText)(query, 'run.experiment', filter?.experiment);
  (0, where_1.whereOneOf)(query, 'run.status', filter?.status);
  (0, where_1.whereInstant)(query, 'run.started_at', filter?.startedAt);
  if (filter?.model?.id != null)
    query.andWhere('run.model_id = :model', { model: (0, id_1.idOrNone)(filter.model.id) });
  if (filter?.model?.name != null) {
    query.andWhere('run.model_id = (SELECT id FROM model WHERE project_id = :project AND name = :model)', {
      model: filter.model.name.normalize('NFC'),
    });
  }
  return (0, page_1.readPage)(query, columnsOf(order), {
    ...page,
    of: ['training runs', projectId, filter, order],
  });
}
function columnsOf(order) {
  const descending = (order?.direction ?? filter_1.SortDirection.DESC) === filter_1.SortDirection.DESC;
  const first =
    order?.field === run_input_1.TrainingRunOrderField.NAME
      ? { sql: 'run.name', type: 'text', descending }
      : { sql: 'run.started_at', type: 'timestamptz', descending };
  return [first, { sql: 'run.id', type: 'uuid', descending }];
}
//# sourceMappingURL=run.list.js.map
