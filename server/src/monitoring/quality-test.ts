import type { QualitySums } from '../baseline/quality-sums';
import { type Losses, meanLossTest } from '../statistics/comparison/mean-loss-test';
import { greaterShareTest, shareBeyondTest, type Wrong } from '../statistics/comparison/proportion-test';
import { rocAucTest } from '../statistics/comparison/roc-auc-test';
import { total } from '../statistics/effect/shares';
import { type Confusion, countOf } from '../statistics/quality/confusion';
import { farWorseLine, type JudgedName } from './quality-metric';
import { counted } from './words';

/** Rows of its own that a metric needs on either side. */
export const LEAST_LABELLED = 10;

/** Positives, and negatives, that an AUC needs on either side. */
const LEAST_OF_CLASS = 5;

/** By how much an error is asked to exceed that of the baseline. */
export type Beyond = 'BASELINE' | 'FAR_WORSE_LINE';

/** How a metric is compared: the p-value of its error being greater; or what is lacking, in words. */
export type QualityTest = { readonly pValue: (beyond: Beyond) => number } | { readonly lacking: string };

type OfRegression = Extract<QualitySums, { task: 'REGRESSION' }>;
type OfBinary = Extract<QualitySums, { task: 'BINARY_CLASSIFICATION' }>;

/** The test of one metric, where both sides have what it takes. The error of the baseline is that of its metric. */
export function qualityTest(
  name: JudgedName,
  error: number,
  window: QualitySums,
  baseline: QualitySums,
): QualityTest {
  // Twice an error of nothing is nothing, and so is the line.
  const factor = error > 0 ? farWorseLine(name, error) / error : 2;
  const factorOf = (beyond: Beyond): number => (beyond === 'BASELINE' ? 1 : factor);
  if (window.task === 'REGRESSION' && baseline.task === 'REGRESSION')
    return ofLosses(lossesOf(name, window), lossesOf(name, baseline), 'row', (beyond) => {
      const byError = factorOf(beyond);
      return { factor: name === 'rmse' ? byError ** 2 : byError, by: 'SIZE' };
    });
  if (window.task !== 'BINARY_CLASSIFICATION' || baseline.task !== 'BINARY_CLASSIFICATION')
    return { lacking: 'the window and the baseline are of different tasks' };
  if (name === 'accuracy') return ofAccuracy(window.confusion, baseline.confusion);
  if (name === 'roc_auc') return ofAuc(window, baseline, factorOf);
  return ofLosses(
    probabilityLosses(name, window),
    probabilityLosses(name, baseline),
    'row with a probability',
    (beyond) => ({ factor: factorOf(beyond), by: 'NUMBER' }),
  );
}

/** RMSE is judged by the mean of the squared errors. */
function lossesOf(name: JudgedName, { sums }: OfRegression): Losses {
  const { count, absoluteError, squaredError, fourthPowers } = sums;
  return name === 'rmse'
    ? { count, sum: squaredError, squares: fourthPowers, roots: absoluteError }
    : { count, sum: absoluteError, squares: squaredError };
}

function probabilityLosses(name: JudgedName, { probabilities }: OfBinary): Losses {
  const { count, logLoss, logLossSquares, brier, brierSquares } = probabilities;
  return name === 'log_loss'
    ? { count, sum: logLoss, squares: logLossSquares }
    : { count, sum: brier, squares: brierSquares };
}

function ofLosses(
  window: Losses,
  baseline: Losses,
  what: string,
  excess: (beyond: Beyond) => Parameters<typeof meanLossTest>[2],
): QualityTest {
  const lacking = tooFew([window.count, baseline.count], what, LEAST_LABELLED);
  if (lacking) return { lacking };
  if (meanLossTest(window, baseline, excess('FAR_WORSE_LINE')) === null)
    return { lacking: 'the numbers are too large to be added up' };
  return { pValue: (beyond) => meanLossTest(window, baseline, excess(beyond)) ?? 1 };
}

function ofAccuracy(window: Confusion, baseline: Confusion): QualityTest {
  const [now, before] = [wrongOf(window), wrongOf(baseline)];
  const lacking = tooFew([now.count, before.count], 'labelled row', LEAST_LABELLED);
  if (lacking) return { lacking };
  return {
    pValue: (beyond) =>
      beyond === 'BASELINE'
        ? greaterShareTest(now, before)
        : shareBeyondTest(now, before, (share) => farWorseLine('accuracy', share)),
  };
}

const wrongOf = (confusion: Confusion): Wrong => ({
  count: countOf(confusion),
  wrong: confusion.falsePositives + confusion.falseNegatives,
});

function ofAuc(window: OfBinary, baseline: OfBinary, factorOf: (beyond: Beyond) => number): QualityTest {
  const sizes = (of: 'positives' | 'negatives'): [number, number] => [
    total(window.scores[of]),
    total(baseline.scores[of]),
  ];
  const lacking =
    tooFew(sizes('positives'), 'positive with a probability', LEAST_OF_CLASS) ??
    tooFew(sizes('negatives'), 'negative with a probability', LEAST_OF_CLASS);
  if (lacking) return { lacking };
  return {
    pValue: (beyond) => rocAucTest(window.scores, baseline.scores, { factor: factorOf(beyond) }),
  };
}

/** What is lacking on the side that has less, in words; null when both have enough. */
function tooFew(
  [ofWindow, ofBaseline]: readonly [number, number],
  what: string,
  least: number,
): string | null {
  if (Math.min(ofWindow, ofBaseline) >= least) return null;
  const [where, count] = ofWindow < ofBaseline ? ['window', ofWindow] : ['baseline', ofBaseline];
  return `the ${where} has ${plural(count, what)}, and ${least} are needed`;
}

/** `2 rows with a probability`: the first word counts. */
function plural(count: number, what: string): string {
  const [noun, ...rest] = what.split(' ') as [string, ...string[]];
  return what.startsWith('labelled ') ? counted(count, what) : [counted(count, noun), ...rest].join(' ');
}
