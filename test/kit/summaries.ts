import 'reflect-metadata';
import { closePools, openPools } from '../../server/src/database/pools';
import { ServedVersions } from '../../server/src/prediction/served-version';
import { foldSummaries } from '../../server/src/prediction/summary/fold-summaries';
import { SummaryReader } from '../../server/src/prediction/summary/summary-reader';
import type { WindowSummary } from '../../server/src/prediction/summary/window-summary';
import type { VersionFinder } from '../../server/src/version/version-finder';
import type { TestDatabase } from './database';

export interface Summaries {
  /** As a report reads them. */
  read(versionId: string, from?: string, to?: string): Promise<WindowSummary>;
  /** Upkeep, now. */
  fold(): Promise<{ folded: number; recomputed: number }>;
  /** Has every bucket of a version recomputed from its rows by whoever reads next. */
  distrust(versionId: string): Promise<void>;
  close(): Promise<void>;
}

/** The summaries of a database, read by the server's own code without a server. */
export function openSummaries(database: TestDatabase): Summaries {
  const pools = openPools({ url: database.url, statementTimeoutMs: 10_000, onIdleError: () => undefined });
  // Versions are named by id here, for which nothing is looked for.
  const versions = new ServedVersions({} as VersionFinder);
  const reader = new SummaryReader(pools.requests, versions);
  const upkeep = foldSummaries(versions);
  return {
    read: (versionId, from = '1970-01-01T00:00:00Z', to = '2100-01-01T00:00:00Z') =>
      reader.read(versionId, from, to),
    fold: async () =>
      (await upkeep.run({
        jobId: '',
        projectId: null,
        payload: {},
        attempt: 1,
        signal: new AbortController().signal,
        pool: pools.jobs,
        progress: () => undefined,
        fence: async () => undefined,
      })) as { folded: number; recomputed: number },
    distrust: async (versionId) => {
      await database.query(
        `INSERT INTO summary_dirty (version_id, hour, variant)
         SELECT DISTINCT version_id, date_trunc('hour', occurred_at), coalesce(variant, '') FROM prediction WHERE version_id = $1`,
        [versionId],
      );
    },
    close: () => closePools(pools),
  };
}
