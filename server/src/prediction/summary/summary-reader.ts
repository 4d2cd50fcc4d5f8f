import type { Pool } from 'pg';
import { inPoolTransaction } from '../../database/pool-transaction';
import { moments } from '../../statistics/binning/numeric-binning';
import type { ServedVersion, ServedVersions } from '../served-version';
import { latencyQuantile } from './latency-histogram';
import type { Column } from './layout';
import { qualitySums } from './quality-vector';
import { readWindow, type WindowSums } from './read-window';
import type { FeatureWindow, ReadsSummaries, WindowSummary } from './window-summary';
import type { WindowTotal } from './window-total';

/** Reads summaries for reports. The caller has checked that the version is in the project of whoever asks. */
export class SummaryReader implements ReadsSummaries {
  constructor(
    private readonly pool: Pool,
    private readonly versions: ServedVersions,
  ) {}

  read(versionId: string, from: string, to: string): Promise<WindowSummary> {
    return inPoolTransaction(this.pool, async (client) => {
      await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      const version = (await this.versions.byId(client, [versionId])).get(versionId);
      if (!version) throw new Error(`There is no version ${versionId} to read the summaries of.`);
      const { total, sums } = await readWindow(client, version, { from, to });
      return shown(version, total, sums);
    });
  }
}

function shown({ layout, baseline }: ServedVersion, total: WindowTotal, sums: WindowSums): WindowSummary {
  const { predictions, failed, labelled } = total;
  const withLatency = total.latencyCounts.reduce((sum, one) => sum + one, 0);
  return {
    baseline,
    predictions,
    failed,
    labelled,
    latency: {
      count: withLatency,
      mean: withLatency > 0 ? sums.latency / withLatency : null,
      p95: latencyQuantile(total.latencyCounts, 0.95),
    },
    features: layout.features.map((column) => shownColumn(column, total, sums)),
    output: layout.output && shownColumn(layout.output, total, sums),
    quality:
      layout.quality &&
      qualitySums(layout.quality, layout.actualOrigin, {
        counts: total.qualityCounts,
        sums: sums.quality,
        scores: total.qualityScores,
      }),
    hourlyOutput: total.hourlyOutput(sums.outputs),
  };
}

function shownColumn(
  { name, kind, binning, countsAt, binsAt, bins, sumsAt }: Column,
  { counts: all }: WindowTotal,
  { features }: WindowSums,
): FeatureWindow {
  const counts = all.slice(binsAt, binsAt + bins);
  const missing = all[countsAt] ?? 0;
  if (binning.kind === 'CATEGORY') return { name, kind, counts, missing, nonFinite: 0, mean: null };
  const [sum, sumOfSquares] = [features[sumsAt] ?? 0, features[sumsAt + 1] ?? 0];
  return {
    name,
    kind,
    counts,
    missing,
    nonFinite: all[countsAt + 1] ?? 0,
    mean: moments(binning, { counts, sum, sumOfSquares })?.mean ?? null,
  };
}
