import { FeatureKind } from '../signature/feature-kind';
import type { Feature, OutputSpec, Signature } from '../signature/signature';
import type { Category } from '../statistics/binning/categorical-binning';
import { countedFeatures } from './binning';
import { numericFeatures } from './feature-reader';
import type { OutputMeasure } from './frozen-feature';
import { type Output, positiveProbability } from './output-reader';
import type { RowBlock } from './row-block';

/** Numbers, and labels or truth values; null where missing. */
export type Value = Category | null;

/** A counted feature and how to find its value in a row. */
export interface MeasuredFeature {
  readonly feature: Feature;
  readonly value: (block: RowBlock, row: number) => Value;
}

export function measuredFeatures(signature: Signature | null): MeasuredFeature[] {
  const numbers = numericFeatures(signature).map(({ name }) => name);
  return countedFeatures(signature).map((feature) => ({
    feature,
    value: readerOf(feature, numbers.indexOf(feature.name)),
  }));
}

function readerOf({ kind, name }: Feature, column: number): MeasuredFeature['value'] {
  if (column < 0) return ({ table }, row) => (table.extras[row]?.[name] as string | undefined) ?? null;
  if (kind !== FeatureKind.BOOLEAN) return ({ table }, row) => table.number(row, column);
  return ({ table }, row) => {
    const stored = table.number(row, column);
    return stored === null ? null : stored === 1;
  };
}

/** What of an output is counted. */
export function measuredOutput(spec: OutputSpec, of: OutputMeasure, output: Output): Value {
  if (of === 'LABEL') return output.label;
  return of === 'NUMBER' ? output.number : positiveProbability(spec, output);
}
