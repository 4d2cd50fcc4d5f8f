import type { BucketVectors } from './bucket-summary';
import type { Layout } from './layout';
import { addTo, type StoredSummary } from './stored-summary';

/** Counts of a window, added up bucket by bucket; its sums are added up in SQL, see `read-window.ts`. */
export class WindowTotal {
  predictions = 0;
  failed = 0;
  labelled = 0;
  readonly counts: number[];
  readonly latencyCounts: number[] = [];
  readonly qualityCounts: number[] = [];
  readonly qualityScores: number[] = [];
  /** Sum and number of the finite outputs by hour. */
  private readonly outputs = new Map<string, { sum: number; count: number }>();

  constructor(private readonly layout: Layout) {
    this.counts = new Array(layout.counts).fill(0);
  }

  addStored(row: StoredSummary): void {
    this.predictions += row.predictions;
    this.failed += row.failed;
    this.labelled += row.labelled;
    addTo(this.counts, row.counts);
    addTo(this.latencyCounts, row.latency_counts);
    addTo(this.qualityCounts, row.quality_counts);
    addTo(this.qualityScores, row.quality_scores);
    this.addOutput(row.hour, row.counts, row.output_sum);
  }

  addRecomputed(hour: string, vectors: BucketVectors): void {
    const { output } = this.layout;
    this.addStored({
      hour,
      output_sum: output && output.sumsAt >= 0 ? (vectors.sums[output.sumsAt] ?? null) : null,
      predictions: vectors.predictions,
      failed: vectors.failed,
      labelled: vectors.labelled,
      counts: vectors.counts,
      latency_counts: vectors.latencyCounts,
      quality_counts: vectors.quality.counts,
      quality_scores: vectors.quality.scores,
    });
  }

  /** Means of the output by hour, in order of time. */
  hourlyOutput(): { hour: string; mean: number; count: number }[] {
    const column = this.layout.output;
    if (column?.binning.kind !== 'NUMBER') return [];
    const { origin } = column.binning;
    return [...this.outputs]
      .map(([hour, { sum, count }]) => ({ hour, mean: origin + sum / count, count }))
      .sort((a, b) => (a.hour < b.hour ? -1 : 1));
  }

  private addOutput(hour: string, counts: readonly number[], sum: string | null): void {
    const column = this.layout.output;
    if (!column || sum === null) return;
    const count = counts
      .slice(column.binsAt, column.binsAt + column.bins)
      .reduce((total, one) => total + one, 0);
    if (count === 0) return;
    const hourly = this.outputs.get(hour) ?? { sum: 0, count: 0 };
    this.outputs.set(hour, { sum: hourly.sum + Number(sum), count: hourly.count + count });
  }
}
