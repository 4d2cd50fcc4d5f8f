import type { DataSource } from 'typeorm';
import type { Actor } from '../contract/actor';
import type { Page } from '../contract/connection';
import { idOrNone } from '../contract/id';
import { listOrder, type Ordering } from '../database/list-order';
import { readPage } from '../database/page';
import { whereInstant, whereOneOf, whereText } from '../database/where';
import { TrainingRun } from './run.entity';
import type { TrainingRunFilter } from './run.input';

export const RUN_ORDER = listOrder('TrainingRun', 'run', {
  STARTED_AT: ['started_at', 'timestamptz'],
  NAME: ['name', 'text'],
});

/** A page of the project's runs. A model that is not there has none. */
export function listRuns(
  dataSource: DataSource,
  { projectId }: Actor,
  filter: TrainingRunFilter | null,
  order: Ordering | null,
  page: { first: number; after: string | null },
): Promise<Page<TrainingRun>> {
  const query = dataSource
    .getRepository(TrainingRun)
    .createQueryBuilder('run')
    .where('run.project_id = :project', { project: projectId });
  whereText(query, 'run.experiment', filter?.experiment);
  whereOneOf(query, 'run.status', filter?.status, 'status');
  whereInstant(query, 'run.started_at', filter?.startedAt);
  if (filter?.model?.id != null)
    query.andWhere('run.model_id = :model', { model: idOrNone(filter.model.id) });
  if (filter?.model?.name != null) {
    query.andWhere('run.model_id = (SELECT id FROM model WHERE project_id = :project AND name = :model)', {
      model: filter.model.name.normalize('NFC'),
    });
  }
  return readPage(query, RUN_ORDER.columns(order), {
    ...page,
    of: ['training runs', projectId, filter, order],
  });
}
