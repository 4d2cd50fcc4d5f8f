import type { Database } from '../database/database';
import type { EventRoom } from '../event/event.room';
import { Model } from './model.entity';
import { ModelResolver } from './model.resolver';
import { ModelService } from './model.service';

export const MODEL_ENTITIES = [Model];

export function modelRoom({ database, events }: { database: Database; events: EventRoom }) {
  const service = new ModelService(database.dataSource, events.committed);
  return { service, resolvers: [new ModelResolver(database.dataSource, service, events.delivery)] };
}
