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
  /** Finite outputs by hour. */
  private readonly outputs = new Map<string, number>();

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
    this.addOutput(row.hour, row.counts);
  }

  addRecomputed(hour: string, vectors: BucketVectors): void {
    this.addStored({
      hour,
      predictions: vectors.predictions,
      failed: vectors.failed,
      labelled: vectors.labelled,
      counts: vectors.counts,
      latency_counts: vectors.latencyCounts,
      quality_counts: vectors.quality.counts,
      quality_scores: vectors.quality.scores,
    });
  }

  /** Means of the output by hour, in order of time; `sums` are those of its distance from the origin. */
  hourlyOutput(sums: ReadonlyMap<string, number>): { hour: string; mean: number; count: number }[] {
    const column = this.layout.output;
    if (column?.binning.kind !== 'NUMBER') return [];
    const { origin } = column.binning;
    return [...this.outputs]
      .map(([hour, count]) => ({ hour, mean: origin + (sums.get(hour) ?? 0) / count, count }))
      .sort((a, b) => (a.hour < b.hour ? -1 : 1));
  }

  private addOutput(hour: string, counts: readonly number[]): void {
    const column = this.layout.output;
    if (!column) return;
    const count = counts
      .slice(column.binsAt, column.binsAt + column.bins)
      .reduce((total, one) => total + one, 0);
    if (count > 0) this.outputs.set(hour, (this.outputs.get(hour) ?? 0) + count);
  }
}
