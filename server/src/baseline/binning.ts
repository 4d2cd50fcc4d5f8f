import { ModelTask } from '../model/model-task';
import { FeatureKind } from '../signature/feature-kind';
import type { Feature, OutputSpec, Signature } from '../signature/signature';
import { type CategoricalBinning, DEFAULT_CATEGORIES } from '../statistics/binning/categorical-binning';
import type { NumericBinning } from '../statistics/binning/numeric-binning';
import type { OutputMeasure } from './frozen-feature';
import { isClassification } from './output-reader';

export type Binning = NumericBinning | CategoricalBinning;

/** Of a BOOLEAN feature, stored as 0 and 1: bin and value are the same. */
export const BOOLEAN_BINNING: CategoricalBinning = { kind: 'CATEGORY', categories: ['false', 'true'] };

/** The bins of what nobody has seen yet: one for all numbers, one each for the first labels that the signature knows. */
const ONE_BIN: NumericBinning = { kind: 'NUMBER', edges: [], origin: 0 };

export function unseenBinning({ kind, categories }: Pick<Feature, 'kind' | 'categories'>): Binning {
  if (kind === FeatureKind.BOOLEAN) return BOOLEAN_BINNING;
  return kind === FeatureKind.CATEGORY
    ? { kind: 'CATEGORY', categories: categories?.slice(0, DEFAULT_CATEGORIES) ?? [] }
    : ONE_BIN;
}

/** What of a version's outputs is counted, unless its baseline found another; null where nothing is. */
export function outputMeasure({ task, positiveLabel }: OutputSpec): OutputMeasure | null {
  if (task === ModelTask.REGRESSION) return 'NUMBER';
  if (!isClassification(task)) return null;
  return positiveLabel === null ? 'LABEL' : 'POSITIVE_PROBABILITY';
}

export const outputKind = (of: OutputMeasure): FeatureKind =>
  of === 'LABEL' ? FeatureKind.CATEGORY : FeatureKind.NUMBER;

/** Free text is kept, not counted. */
export const countedFeatures = (signature: Signature | null): readonly Feature[] =>
  signature?.inputs.filter(({ kind }) => kind !== FeatureKind.TEXT) ?? [];

/** What is known of the output of a version without a signature: the task of its model. */
export const outputSpec = (signature: Signature | null, task: ModelTask): OutputSpec =>
  signature?.output ?? { task, positiveLabel: null, labels: null, unit: null };
