import type { Database } from '../database/database';
import type { EventRoom } from '../event/event.room';
import type { ModelService } from '../model/model.service';
import { MetricService } from './metric.service';
import { MetricPoint } from './metric-point.entity';
import { TrainingRun } from './run.entity';
import { ModelRunsResolver, RunResolver } from './run.resolver';
import { RunService } from './run.service';

export const RUN_ENTITIES = [TrainingRun, MetricPoint];

interface RunRoomParts {
  readonly database: Database;
  readonly events: EventRoom;
  readonly models: ModelService;
}

export function runRoom({ database: { pools, dataSource }, events, models }: RunRoomParts) {
  const service = new RunService(dataSource, models, events.committed);
  const metrics = new MetricService(pools.ingest, events.committed);
  return {
    service,
    resolvers: [new ModelRunsResolver(dataSource), new RunResolver(dataSource, service, metrics)],
  };
}
