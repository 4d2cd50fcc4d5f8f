import type { FeatureTable } from '../../baseline/feature-table';
import { type ActualValue, type Output, positiveProbability } from '../../baseline/output-reader';
import type { CategoricalBinning } from '../../statistics/binning/categorical-binning';
import { binOf } from '../../statistics/binning/quantile-edges';
import { ExactSum } from '../../statistics/sums/exact-sum';
import { LATENCY_BINS, latencyBin } from './latency-histogram';
import type { Column, Layout } from './layout';
import { BinaryQuality, NO_QUALITY, type QualityVectors, RegressionQuality } from './quality-vector';

/** What of a prediction is counted. */
interface Counted {
  readonly table: FeatureTable;
  /** Its row in the table. */
  readonly row: number;
  /** Null for a failed prediction. */
  readonly output: Output | null;
  readonly latencyMs: number | null;
}

/** The vectors of a bucket as the tables of summaries keep them; those without a row to count are empty. Sums are exact decimals. */
export interface BucketVectors {
  readonly predictions: number;
  readonly failed: number;
  readonly labelled: number;
  readonly counts: readonly number[];
  readonly sums: readonly string[];
  readonly latencyCounts: readonly number[];
  readonly latencySum: string;
  readonly quality: QualityVectors;
}

/** Sums up predictions of one bucket. The same rows give the same vectors, in whatever order and parts they come. */
export class BucketSummary {
  private predictions = 0;
  private failed = 0;
  private labelled = 0;
  private readonly counts: number[];
  private readonly sums: ExactSum[];
  private readonly latencyCounts: number[] = new Array(LATENCY_BINS).fill(0);
  private readonly latencySum = new ExactSum();
  private readonly quality: RegressionQuality | BinaryQuality | null;

  constructor(
    private readonly layout: Layout,
    private readonly labels: LabelBins = new LabelBins(layout),
  ) {
    this.counts = new Array(layout.counts).fill(0);
    this.sums = Array.from({ length: layout.sums }, () => new ExactSum());
    if (layout.quality === 'REGRESSION') this.quality = new RegressionQuality(layout.actualOrigin);
    else this.quality = layout.quality === null ? null : new BinaryQuality();
  }

  addPrediction({ table, row, output, latencyMs }: Counted): void {
    this.predictions += 1;
    if (latencyMs !== null) {
      this.latencyCounts[latencyBin(latencyMs)]! += 1;
      this.latencySum.add(latencyMs);
    }
    for (const column of this.layout.features) {
      if (column.binning.kind === 'NUMBER') this.addNumber(column, table.number(row, column.number));
      else if (column.number >= 0) this.addBin(column, table.number(row, column.number));
      else this.addLabel(column, table.extras[row]?.[column.name] as string | null | undefined);
    }
    if (output) this.addOutput(output);
    else this.failed += 1;
  }

  /** The first actual of a prediction. One that failed has no output and is not labelled. */
  addActual(output: Output | null, actual: ActualValue): void {
    if (!output) return;
    this.labelled += 1;
    const { spec } = this.layout;
    if (this.quality instanceof RegressionQuality) this.quality.add(actual.number, output.number);
    else if (this.quality)
      this.quality.add(
        actual.label === spec.positiveLabel,
        output.label === spec.positiveLabel,
        positiveProbability(spec, output),
      );
  }

  vectors(): BucketVectors {
    const isEmpty = this.predictions === 0;
    return {
      predictions: this.predictions,
      failed: this.failed,
      labelled: this.labelled,
      counts: isEmpty ? [] : this.counts,
      sums: isEmpty ? [] : this.sums.map((sum) => sum.toDecimal()),
      latencyCounts: isEmpty ? [] : this.latencyCounts,
      latencySum: this.latencySum.toDecimal(),
      quality: this.labelled > 0 && this.quality ? this.quality.vectors() : NO_QUALITY,
    };
  }

  private addOutput(output: Output): void {
    const column = this.layout.output;
    if (!column) return;
    if (column.of === 'LABEL') this.addLabel(column, output.label);
    else
      this.addNumber(
        column,
        column.of === 'NUMBER' ? output.number : positiveProbability(this.layout.spec, output),
      );
  }

  private addNumber({ binning, countsAt, binsAt, sumsAt }: Column, value: number | null): void {
    if (binning.kind !== 'NUMBER') return;
    if (value === null) {
      this.counts[countsAt]! += 1;
      return;
    }
    const bin = binOf(binning.edges, value);
    if (bin < 0) {
      this.counts[countsAt + 1]! += 1;
      return;
    }
    this.counts[binsAt + bin]! += 1;
    const shifted = value - binning.origin;
    this.sums[sumsAt]!.add(shifted);
    this.sums[sumsAt + 1]!.add(shifted * shifted);
  }

  /** A value that is its own bin. */
  private addBin({ countsAt, binsAt }: Column, bin: number | null): void {
    this.counts[bin === null ? countsAt : binsAt + bin]! += 1;
  }

  private addLabel(column: Column, label: string | null | undefined): void {
    this.addBin(column, label == null ? null : this.labels.binOf(column, label));
  }
}

/** The bins of labels, indexed once for all buckets of a layout. */
export class LabelBins {
  private readonly bins = new Map<Column, ReadonlyMap<string, number>>();

  constructor({ features, output }: Layout) {
    for (const column of output ? [...features, output] : features)
      if (column.binning.kind === 'CATEGORY') this.bins.set(column, indexOf(column.binning));
  }

  binOf(column: Column, label: string): number {
    return this.bins.get(column)?.get(label) ?? column.bins - 1;
  }
}

const indexOf = ({ categories }: CategoricalBinning): ReadonlyMap<string, number> =>
  new Map(categories.map((category, bin) => [category, bin]));
