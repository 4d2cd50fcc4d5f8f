import { FeatureKind } from '../signature/feature-kind';
import type { OutputSpec } from '../signature/signature';
import { categoryCounter, emptyCategoricalSummary } from '../statistics/binning/categorical-binning';
import { addNumber, emptyNumericSummary, moments } from '../statistics/binning/numeric-binning';
import { outputKind } from './binning';
import type { Bins, FrozenBins } from './freeze-bins';
import type { FrozenFeature, FrozenOutput } from './frozen-feature';
import { measuredOutput, type Value } from './measured';
import type { RowBlock } from './row-block';

interface ColumnCounter {
  add(value: Value, half: number | undefined): void;
  frozen(name: string, kind: FeatureKind): FrozenFeature;
}

/** Counts the rows of a reference on its frozen bins. */
export class RowCounter {
  private readonly features: readonly ColumnCounter[];
  private readonly output: ColumnCounter | null;

  constructor(
    private readonly bins: FrozenBins,
    private readonly spec: OutputSpec,
  ) {
    this.features = bins.features.map(counterOn);
    this.output = bins.output && counterOn(bins.output);
  }

  add(block: RowBlock, row: number): void {
    this.bins.features.forEach(({ value }, index) => {
      this.features[index]!.add(value(block, row), block.halves[row]);
    });
    const output = block.outputs[row];
    if (output && this.output && this.bins.output)
      this.output.add(measuredOutput(this.spec, this.bins.output.of, output), block.halves[row]);
  }

  frozenFeatures(): FrozenFeature[] {
    return this.bins.features.map(({ feature: { name, kind } }, index) =>
      this.features[index]!.frozen(name, kind),
    );
  }

  frozenOutput(): FrozenOutput | null {
    const { output } = this.bins;
    if (!output || !this.output) return null;
    return { ...this.output.frozen('output', outputKind(output.of)), name: 'output', of: output.of };
  }
}

function counterOn({ binning, counted }: Bins): ColumnCounter {
  if (binning.kind === 'CATEGORY') {
    const summary = emptyCategoricalSummary(binning);
    const count = categoryCounter(binning);
    return {
      add: (value, half) => {
        if (counted === 'ALL_ROWS' || half === 1) count(summary, value);
      },
      frozen: (name, kind) => ({ name, kind, binning, ...summary, nonFinite: 0, ...NO_MOMENTS }),
    };
  }
  const summary = emptyNumericSummary(binning);
  return {
    add: (value) => addNumber(binning, summary, value as number | null),
    frozen: (name, kind) => {
      const { counts, missing, nonFinite, min, max } = summary;
      const count = counts.reduce((sum, one) => sum + one, 0);
      const of = moments(binning, summary);
      return {
        name,
        kind,
        binning,
        counts,
        missing,
        nonFinite,
        mean: of?.mean ?? null,
        standardDeviation: of && count > 1 ? Math.sqrt((of.variance * count) / (count - 1)) : null,
        min,
        max,
      };
    },
  };
}

const NO_MOMENTS = { mean: null, standardDeviation: null, min: null, max: null };
