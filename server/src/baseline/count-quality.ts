import { ModelTask } from '../model/model-task';
import type { OutputSpec } from '../signature/signature';
import { addLabel, emptyConfusion } from '../statistics/quality/confusion';
import { addProbability, emptyProbabilitySums } from '../statistics/quality/probability-sums';
import {
  addRegressionPair,
  emptyRegressionSums,
  type RegressionSums,
} from '../statistics/quality/regression-sums';
import { addScore, emptyScoreHistogram, summable } from '../statistics/quality/score-histogram';
import { type ActualValue, type Output, positiveProbability } from './output-reader';
import type { QualitySums } from './quality-sums';

/** Sums up the quality of hold-out rows: those with an output and an actual. */
export interface QualityCounter {
  labelled: number;
  add(output: Output, actual: ActualValue): void;
  /** Null for tasks without metrics, and without a row. */
  sums(): QualitySums | null;
}

export function qualityCounter(spec: OutputSpec): QualityCounter {
  if (spec.task === ModelTask.REGRESSION) return regressionCounter();
  if (spec.task === ModelTask.BINARY_CLASSIFICATION && spec.positiveLabel !== null)
    return binaryCounter(spec);
  return {
    labelled: 0,
    add() {
      this.labelled += 1;
    },
    sums: () => null,
  };
}

function regressionCounter(): QualityCounter {
  let sums: RegressionSums | null = null;
  return {
    labelled: 0,
    add(output, { number }) {
      this.labelled += 1;
      sums ??= emptyRegressionSums(number ?? 0);
      addRegressionPair(sums, number, output.number);
    },
    sums: () => sums && { task: 'REGRESSION', sums },
  };
}

function binaryCounter(spec: OutputSpec): QualityCounter {
  const [confusion, probabilities, scores] = [
    emptyConfusion(),
    emptyProbabilitySums(),
    emptyScoreHistogram(),
  ];
  return {
    labelled: 0,
    add(output, { label }) {
      this.labelled += 1;
      const actual = label === spec.positiveLabel;
      const probability = positiveProbability(spec, output);
      addLabel(confusion, actual, output.label === spec.positiveLabel);
      addProbability(probabilities, actual, probability);
      addScore(scores, actual, probability, summable);
    },
    sums() {
      return this.labelled > 0 ? { task: 'BINARY_CLASSIFICATION', confusion, probabilities, scores } : null;
    },
  };
}
