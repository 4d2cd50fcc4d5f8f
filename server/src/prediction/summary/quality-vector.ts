import type { QualitySums } from '../../baseline/quality-sums';
import { addLabel, type Confusion, emptyConfusion } from '../../statistics/quality/confusion';
import { addProbability, emptyProbabilitySums } from '../../statistics/quality/probability-sums';
import { addRegressionPair, emptyRegressionSums } from '../../statistics/quality/regression-sums';
import {
  addScore,
  emptyScoreHistogram,
  SCORE_BINS,
  summable,
} from '../../statistics/quality/score-histogram';
import { ExactSum } from '../../statistics/sums/exact-sum';

/** What SQL keeps of the labelled rows of a bucket. Whole numbers, exact decimals, and sums of scores that doubles hold exactly. */
export interface QualityVectors {
  readonly counts: readonly number[];
  readonly sums: readonly string[];
  readonly scores: readonly number[];
}

export const NO_QUALITY: QualityVectors = { counts: [], sums: [], scores: [] };

const REGRESSION_SUMS = [
  'actual',
  'actualSquares',
  'error',
  'absoluteError',
  'squaredError',
  'fourthPowers',
  'relativeError',
  'relativeSquares',
] as const;
const PROBABILITY_SUMS = ['logLoss', 'logLossSquares', 'brier', 'brierSquares'] as const;
const CONFUSION = ['truePositives', 'falsePositives', 'trueNegatives', 'falseNegatives'] as const;

const exactSums = (count: number): ExactSum[] => Array.from({ length: count }, () => new ExactSum());

/** Regression: each pair's own sums, by the statistics room, are added up exactly. */
export class RegressionQuality {
  private count = 0;
  private invalid = 0;
  private relativeCount = 0;
  private readonly sums = exactSums(REGRESSION_SUMS.length);

  constructor(private readonly origin: number) {}

  add(actual: number | null, predicted: number | null): void {
    const pair = emptyRegressionSums(this.origin);
    addRegressionPair(pair, actual, predicted);
    this.count += pair.count;
    this.invalid += pair.invalid;
    this.relativeCount += pair.relativeCount;
    REGRESSION_SUMS.forEach((field, index) => {
      this.sums[index]!.add(pair[field]);
    });
  }

  vectors(): QualityVectors {
    return {
      counts: [this.count, this.invalid, this.relativeCount],
      sums: this.sums.map((sum) => sum.toDecimal()),
      scores: [],
    };
  }
}

/** Binary classification, by actual and predicted label and the probability of the positive one. */
export class BinaryQuality {
  private readonly confusion = emptyConfusion();
  private readonly scores = emptyScoreHistogram(SCORE_BINS);
  private count = 0;
  private invalid = 0;
  private readonly sums = exactSums(PROBABILITY_SUMS.length);

  add(actual: boolean, predicted: boolean, probability: number | null): void {
    addLabel(this.confusion, actual, predicted);
    addScore(this.scores, actual, probability, summable);
    const row = emptyProbabilitySums();
    addProbability(row, actual, probability);
    this.count += row.count;
    this.invalid += row.invalid;
    PROBABILITY_SUMS.forEach((field, index) => {
      this.sums[index]!.add(row[field]);
    });
  }

  vectors(): QualityVectors {
    return {
      counts: [
        ...CONFUSION.map((field) => this.confusion[field]),
        this.count,
        this.invalid,
        this.scores.invalid,
        ...this.scores.positives,
        ...this.scores.negatives,
      ],
      sums: this.sums.map((sum) => sum.toDecimal()),
      scores: this.scores.scores,
    };
  }
}

/** What vectors that were added up in SQL stand for; empty ones for no labelled row. */
export function qualitySums(
  task: QualitySums['task'],
  origin: number,
  { counts, sums, scores }: { counts: readonly number[]; sums: readonly number[]; scores: readonly number[] },
): QualitySums {
  const count = (at: number): number => counts[at] ?? 0;
  if (task === 'REGRESSION') {
    const [seen, invalid, relativeCount] = [count(0), count(1), count(2)];
    const regression = { ...emptyRegressionSums(origin), count: seen, invalid, relativeCount };
    REGRESSION_SUMS.forEach((field, index) => {
      regression[field] = sums[index] ?? 0;
    });
    return { task, sums: regression };
  }
  const confusion: Confusion = emptyConfusion();
  CONFUSION.forEach((field, index) => {
    confusion[field] = count(index);
  });
  const probabilities = { ...emptyProbabilitySums(), count: count(4), invalid: count(5) };
  PROBABILITY_SUMS.forEach((field, index) => {
    probabilities[field] = sums[index] ?? 0;
  });
  const histogram = emptyScoreHistogram(SCORE_BINS);
  const side = (from: number): number[] => histogram.positives.map((_, bin) => count(from + bin));
  return {
    task,
    confusion,
    probabilities,
    scores: {
      positives: side(7),
      negatives: side(7 + SCORE_BINS),
      scores: histogram.scores.map((_, bin) => scores[bin] ?? 0),
      invalid: count(6),
    },
  };
}
