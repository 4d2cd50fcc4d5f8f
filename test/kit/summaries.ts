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
  /** The same, recomputed from the rows: every bucket is marked while it is read. */
  recompute(versionId: string): Promise<WindowSummary>;
  close(): Promise<void>;
}

/** The summaries of a database, read by the server's own code without a server. */
export function openSummaries(database: TestDatabase): Summaries {
  const pools = openPools({ url: database.url, statementTimeoutMs: 10_000, onIdleError: () => undefined });
  // Versions are named by id here, for which nothing is looked for.
  const versions = new ServedVersions({} as VersionFinder);
  const reader = new SummaryReader(pools.requests, versions);
  const upkeep = foldSummaries(versions);
  const read = (versionId: string, from = '1970-01-01T00:00:00Z', to = '2100-01-01T00:00:00Z') =>
    reader.read(versionId, from, to);
  return {
    read,
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
    recompute: async (versionId) => {
      const marks = await database.query<{ id: string }>(
        `INSERT INTO summary_dirty (version_id, hour, variant)
         SELECT DISTINCT version_id, date_trunc('hour', occurred_at, 'UTC'), coalesce(variant, '') FROM prediction WHERE version_id = $1
         RETURNING id`,
        [versionId],
      );
      const summary = await read(versionId);
      await database.query('DELETE FROM summary_dirty WHERE id = ANY($1)', [marks.map(({ id }) => id)]);
      return summary;
    },
    close: () => closePools(pools),
  };
}
