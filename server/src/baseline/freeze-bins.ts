import { FeatureKind } from '../signature/feature-kind';
import type { OutputSpec, Signature } from '../signature/signature';
import {
  type ChosenCategories,
  chooseCategories,
  DEFAULT_CATEGORIES,
} from '../statistics/binning/categorical-binning';
import { numericBinning } from '../statistics/binning/numeric-binning';
import { type Binning, BOOLEAN_BINNING, outputKind, outputMeasure } from './binning';
import type { OutputMeasure } from './frozen-feature';
import { type MeasuredFeature, measuredFeatures, measuredOutput, type Value } from './measured';
import type { RowBlock } from './row-block';

/** Bins, and which rows are counted on them. */
export interface Bins {
  readonly binning: Binning;
  readonly counted: ChosenCategories['counted'];
}

export interface FrozenBins {
  readonly features: readonly (MeasuredFeature & Bins)[];
  readonly output: (Bins & { readonly of: OutputMeasure }) | null;
}

/** The bins that rows of a reference give: edges at their quantiles, the labels that are known or their most frequent ones. */
export function freezeBins(
  signature: Signature | null,
  spec: OutputSpec,
  blocks: readonly RowBlock[],
): FrozenBins {
  return {
    features: measuredFeatures(signature).map(({ feature, value }) => ({
      feature,
      value,
      ...binsOf(feature.kind, feature.categories, (half) => valuesIn(blocks, value, half)),
    })),
    output: freezeOutput(spec, blocks),
  };
}

function freezeOutput(spec: OutputSpec, blocks: readonly RowBlock[]): FrozenBins['output'] {
  const wanted = outputMeasure(spec);
  const values = (of: OutputMeasure, half?: Half): Iterable<NonNullable<Value>> =>
    valuesIn(
      blocks,
      ({ outputs }, row) => {
        const output = outputs[row];
        return output ? measuredOutput(spec, of, output) : null;
      },
      half,
    );
  if (wanted === null || isEmpty(values(wanted === 'POSITIVE_PROBABILITY' ? 'LABEL' : wanted))) return null;
  // Without a single probability the labels say more than a bin of missing values.
  const of = wanted === 'POSITIVE_PROBABILITY' && isEmpty(values(wanted)) ? 'LABEL' : wanted;
  return { of, ...binsOf(outputKind(of), spec.labels, (half) => values(of, half)) };
}

type Half = 0 | 1;

/** The values that are there, in one half of the rows or in all. */
function* valuesIn(
  blocks: readonly RowBlock[],
  value: MeasuredFeature['value'],
  half?: Half,
): Generator<NonNullable<Value>> {
  for (const block of blocks) {
    for (let row = 0; row < block.filled; row++) {
      if (half !== undefined && block.halves[row] !== half) continue;
      const found = value(block, row);
      if (found !== null) yield found;
    }
  }
}

const isEmpty = (values: Iterable<Value>): boolean => {
  for (const _ of values) return false;
  return true;
};

function binsOf(
  kind: FeatureKind,
  known: readonly string[] | null,
  values: (half?: Half) => Iterable<NonNullable<Value>>,
): Bins {
  if (kind === FeatureKind.BOOLEAN) return { binning: BOOLEAN_BINNING, counted: 'ALL_ROWS' };
  if (kind !== FeatureKind.CATEGORY)
    return { binning: numericBinning(values() as Iterable<number>), counted: 'ALL_ROWS' };
  if (known && known.length <= DEFAULT_CATEGORIES)
    return { binning: { kind: 'CATEGORY', categories: known }, counted: 'ALL_ROWS' };
  return chooseCategories(values(0), values(1));
}
