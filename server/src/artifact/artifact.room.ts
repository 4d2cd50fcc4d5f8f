import type { Database } from '../database/database';
import type { Log } from '../log';
import { Artifact } from './artifact.entity';
import { ArtifactResolver } from './artifact.resolver';
import { ArtifactService } from './artifact.service';
import { BlobService } from './blob.service';
import { openStore } from './open-store';
import { UploadService } from './upload.service';
import { UploadSessions } from './upload-sessions';

export const ARTIFACT_ENTITIES = [Artifact];

interface ArtifactRoomParts {
  readonly database: Database;
  readonly folder: string;
  /** The largest artifact. */
  readonly mostBytes: number;
  readonly log: Log;
}

export async function artifactRoom({ database, folder, mostBytes, log }: ArtifactRoomParts) {
  const { pools, dataSource } = database;
  const store = await openStore(dataSource, folder);
  const blobs = new BlobService(pools.requests, store);
  const sessions = new UploadSessions(pools.requests, store);
  return {
    store,
    blobs,
    uploads: new UploadService(store, blobs, sessions, mostBytes, log),
    service: new ArtifactService(store),
    resolvers: [new ArtifactResolver(dataSource)],
    forgets: { uploads: () => sessions.expire() },
  };
}
