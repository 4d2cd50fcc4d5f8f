import type { QualitySums } from '../../../server/src/baseline/quality-sums';
import { seededRandom } from '../../../server/src/statistics/random/seeded-random';
import { classification, regression } from './make-material';

/** Sources of labelled rows, for the calibration and the power of the judgement of quality. */

type Source = (rows: number) => QualitySums;

export function quality(seed: number) {
  const random = seededRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const chiSquare3 = (): number => normal() ** 2 + normal() ** 2 + normal() ** 2;
  const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
  const rows = <T>(count: number, one: () => T): T[] => Array.from({ length: count }, one);

  const errors = {
    normal,
    Laplace: () => Math.log(1 - random()) * (random() < 0.5 ? -1 : 1),
    t3: () => normal() / Math.sqrt(chiSquare3() / 3),
    lognormal: () => Math.exp(normal()),
    uniform: () => random() - 0.5,
    /** Right to the last digit but in every twentieth row. */
    'mostly none': () => (random() < 0.05 ? normal() : 0),
  } as const;

  /** Calibrated scores, the logits of the classes `apart` standard deviations from one another. */
  const scored = (positives: number, apart: number) => (): [boolean, number] => {
    const actual = random() < positives;
    const z = normal() + (actual ? apart : 0);
    return [actual, logistic(Math.log(positives / (1 - positives)) + apart * z - apart ** 2 / 2)];
  };
  const scores = {
    balanced: scored(0.5, 1.8),
    '5 % positives': scored(0.05, 2),
    '1 % positives': scored(0.01, 2),
    sharp: scored(0.3, 6),
    /** No doubt in any row, and wrong in every fiftieth. */
    certain: (): [boolean, number] => {
      const actual = random() < 0.5;
      return [actual, actual === random() < 0.98 ? 1 : 0];
    },
  } as const;

  return {
    errors: (family: keyof typeof errors, scale = 1): Source => {
      const one = errors[family];
      return (count) => regression(rows(count, () => scale * one()));
    },
    scores: (family: keyof typeof scores, flipped = 0): Source => {
      const one = scores[family];
      return (count) =>
        classification(
          rows(count, () => {
            const [actual, score] = one();
            return [random() < flipped ? !actual : actual, score] as const;
          }),
        );
    },
    errorFamilies: Object.keys(errors) as (keyof typeof errors)[],
    scoreFamilies: Object.keys(scores) as (keyof typeof scores)[],
  };
}
