import type { ArtifactStore } from '../artifact/artifact-store';
import type { Database } from '../database/database';
import { Baseline } from './baseline.entity';
import { BaselineResolver } from './baseline.resolver';
import { BaselineService } from './baseline.service';

export const BASELINE_ENTITIES = [Baseline];

export const baselineRoom = ({ database, store }: { database: Database; store: ArtifactStore }) => ({
  service: new BaselineService(store),
  resolvers: [new BaselineResolver(database.dataSource)],
});
