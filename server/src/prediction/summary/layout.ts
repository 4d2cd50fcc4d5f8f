import type { Baseline } from '../../baseline/baseline.entity';
import {
  type Binning,
  countedFeatures,
  outputKind,
  outputMeasure,
  outputSpec,
  unseenBinning,
} from '../../baseline/binning';
import { numericFeatures } from '../../baseline/feature-reader';
import type { OutputMeasure } from '../../baseline/frozen-feature';
import { ModelTask } from '../../model/model-task';
import { FeatureKind } from '../../signature/feature-kind';
import type { OutputSpec, Signature } from '../../signature/signature';

/** A feature, or the output, in the vectors of a summary. */
export interface Column {
  readonly name: string;
  readonly kind: FeatureKind;
  readonly binning: Binning;
  /** Where its counts begin: missing, non-finite (numbers only), then the bins. */
  readonly countsAt: number;
  readonly binsAt: number;
  readonly bins: number;
  /** Where its sum and sum of squares stand; -1 for labels. */
  readonly sumsAt: number;
  /** The place of its number in a row of features; -1 where it is kept by name. */
  readonly number: number;
}

/** How the summaries of a version are laid out under one revision of its baseline. A function of these alone, hence the same on every server. */
export interface Layout {
  /** 0 before there is a frozen baseline. */
  readonly revision: number;
  readonly features: readonly Column[];
  readonly output: (Column & { readonly of: OutputMeasure }) | null;
  readonly counts: number;
  readonly sums: number;
  readonly spec: OutputSpec;
  /** Whether quality is summed up; null for tasks without metrics or without a positive label. */
  readonly quality: 'REGRESSION' | 'BINARY_CLASSIFICATION' | null;
  /** What actuals are measured from, near their mean. */
  readonly actualOrigin: number;
}

export function layoutOf(signature: Signature | null, task: ModelTask, baseline: Baseline | null): Layout {
  const frozen = baseline?.isFrozen ? baseline : null;
  const spec = outputSpec(signature, task);
  const numbers = numericFeatures(signature).map(({ name }) => name);
  const place = placing();
  const features = countedFeatures(signature).map((feature, index) =>
    place(
      feature.name,
      feature.kind,
      frozen?.features[index]?.binning ?? unseenBinning(feature),
      numbers.indexOf(feature.name),
    ),
  );
  const of = frozen?.output?.of ?? outputMeasure(spec);
  const output = of && {
    ...place(
      'output',
      outputKind(of),
      frozen?.output?.binning ?? unseenBinning({ kind: outputKind(of), categories: spec.labels }),
      -1,
    ),
    of,
  };
  const binning = output?.binning;
  return {
    revision: frozen?.revision ?? 0,
    features,
    output,
    ...place.size(),
    spec,
    quality: qualityOf(spec),
    actualOrigin: binning?.kind === 'NUMBER' ? binning.origin : 0,
  };
}

function qualityOf({ task, positiveLabel }: OutputSpec): Layout['quality'] {
  if (task === ModelTask.REGRESSION) return task;
  return task === ModelTask.BINARY_CLASSIFICATION && positiveLabel !== null ? task : null;
}

/** Gives each column the next places. */
function placing() {
  let counts = 0;
  let sums = 0;
  const place = (name: string, kind: FeatureKind, binning: Binning, number: number): Column => {
    const isNumber = binning.kind === 'NUMBER';
    const bins = (isNumber ? binning.edges.length : binning.categories.length) + 1;
    const countsAt = counts;
    const binsAt = countsAt + (isNumber ? 2 : 1);
    const sumsAt = isNumber ? sums : -1;
    counts = binsAt + bins;
    sums += isNumber ? 2 : 0;
    return { name, kind, binning, countsAt, binsAt, bins, sumsAt, number };
  };
  return Object.assign(place, { size: () => ({ counts, sums }) });
}
