import type { Database } from '../database/database';
import type { EventRoom } from '../event/event.room';
import type { ModelService } from '../model/model.service';
import type { SummaryReader } from '../prediction/summary/summary-reader';
import type { VersionFinder } from '../version/version-finder';
import { MonitoringLists } from './monitoring.list';
import { MonitoringResolver, VersionReportsResolver } from './monitoring.resolver';
import { MonitoringService } from './monitoring.service';
import { MonitoringReport } from './monitoring-report.entity';
import { ReportComposer } from './report-composer';

export const MONITORING_ENTITIES = [MonitoringReport];

interface MonitoringRoomParts {
  readonly database: Database;
  readonly events: EventRoom;
  readonly models: ModelService;
  readonly versions: VersionFinder;
  readonly summaries: SummaryReader;
}

export function monitoringRoom({ database, events, models, versions, summaries }: MonitoringRoomParts) {
  const { dataSource } = database;
  const composer = new ReportComposer();
  const service = new MonitoringService(dataSource, versions, summaries, composer, events.committed);
  const lists = new MonitoringLists(dataSource, models, versions);
  return {
    resolvers: [new MonitoringResolver(dataSource, service, lists), new VersionReportsResolver(lists)],
    stop: (): Promise<void> => composer.close(),
  };
}
