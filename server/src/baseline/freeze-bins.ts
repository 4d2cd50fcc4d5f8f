import { FeatureKind } from '../signature/feature-kind';
import type { OutputSpec, Signature } from '../signature/signature';
import { categoricalBinning } from '../statistics/binning/categorical-binning';
import { numericBinning } from '../statistics/binning/numeric-binning';
import { type Binning, BOOLEAN_BINNING, outputKind, outputMeasure } from './binning';
import type { OutputMeasure } from './frozen-feature';
import { type MeasuredFeature, measuredFeatures, measuredOutput, type Value } from './measured';
import type { RowBlock } from './row-block';

export interface FrozenBins {
  readonly features: readonly (MeasuredFeature & { readonly binning: Binning })[];
  readonly output: { readonly of: OutputMeasure; readonly binning: Binning } | null;
}

/** The bins that rows of a reference give: edges at their quantiles, their most frequent labels. */
export function freezeBins(
  signature: Signature | null,
  spec: OutputSpec,
  blocks: readonly RowBlock[],
): FrozenBins {
  return {
    features: measuredFeatures(signature).map(({ feature, value }) => ({
      feature,
      value,
      binning: binningOf(feature.kind, valuesIn(blocks, value)),
    })),
    output: freezeOutput(spec, blocks),
  };
}

function freezeOutput(spec: OutputSpec, blocks: readonly RowBlock[]): FrozenBins['output'] {
  const wanted = outputMeasure(spec);
  const values = (of: OutputMeasure): Iterable<Value> =>
    valuesIn(blocks, ({ outputs }, row) => {
      const output = outputs[row];
      return output ? measuredOutput(spec, of, output) : null;
    });
  if (wanted === null || isEmpty(values(wanted === 'POSITIVE_PROBABILITY' ? 'LABEL' : wanted))) return null;
  // Without a single probability the labels say more than a bin of missing values.
  const of = wanted === 'POSITIVE_PROBABILITY' && isEmpty(values(wanted)) ? 'LABEL' : wanted;
  return { of, binning: binningOf(outputKind(of), values(of)) };
}

/** The values that are there. */
function* valuesIn(
  blocks: readonly RowBlock[],
  value: MeasuredFeature['value'],
): Generator<NonNullable<Value>> {
  for (const block of blocks) {
    for (let row = 0; row < block.filled; row++) {
      const found = value(block, row);
      if (found !== null) yield found;
    }
  }
}

const isEmpty = (values: Iterable<Value>): boolean => {
  for (const _ of values) return false;
  return true;
};

function binningOf(kind: FeatureKind, values: Iterable<Value>): Binning {
  if (kind === FeatureKind.BOOLEAN) return BOOLEAN_BINNING;
  return kind === FeatureKind.CATEGORY
    ? categoricalBinning(values)
    : numericBinning(values as Iterable<number>);
}
