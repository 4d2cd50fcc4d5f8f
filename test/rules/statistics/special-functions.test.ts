import * as fc from 'fast-check';
import { logBinomial, logNegativeBinomial } from '../../../server/src/statistics/special/binomial';
import { logHypergeometric } from '../../../server/src/statistics/special/hypergeometric';
import { binomialCumulative, lowerBeta } from '../../../server/src/statistics/special/incomplete-beta';
import { chiSquareSurvival, upperGamma } from '../../../server/src/statistics/special/incomplete-gamma';
import { logGamma } from '../../../server/src/statistics/special/log-gamma';
import {
  normalCumulative,
  normalQuantile,
  normalSurvival,
} from '../../../server/src/statistics/special/normal';
import { expectRelative, expectWithin, vector } from './vectors';

describe('special functions', () => {
  test('chi-square survival agrees with scipy, small tails in relative terms', () => {
    const { inputs, expected } = vector('chi2_sf');
    for (const [i, [x, degrees]] of inputs.pairs.entries()) {
      expectRelative(chiSquareSurvival(x, degrees), expected.sf[i], 1e-10);
    }
  });

  test.each([
    [0.5, 300, 1.674167984691788e-132],
    [5, 20, 1.6944743930067385e-5],
    [9.5, 200, 4.385379956931945e-73],
    [50, 200, 1.6927979958857087e-37],
    [1000, 1300, 1.8736155715785553e-18],
    [100000, 101500, 1.173684513722169e-6],
  ])('upper gamma Q(%d, %d) keeps its relative accuracy (mpmath, 60 digits)', (a, x, expected) => {
    expectRelative(upperGamma(a, x), expected, 1e-12);
  });

  test('upper gamma at its edges', () => {
    expect(upperGamma(3, 0)).toBe(1);
    expect(upperGamma(3, Number.POSITIVE_INFINITY)).toBe(0);
    expect(upperGamma(0, 1)).toBeNaN();
    expect(upperGamma(1, -1)).toBeNaN();
    expect(chiSquareSurvival(-1, 3)).toBe(1);
    expect(chiSquareSurvival(2, 0)).toBe(0);
  });

  test.each([
    [0.3, 2, 3, 0.3483],
    [0.01, 0.4, 12.5, 0.47039672493131457],
    [1e-9, 0.015, 450, 0.8099747664351832],
    [0.2, 50, 60, 1.0328973362230186e-9],
    [0.45, 5000, 5500, 3.6058879042311086e-8],
    [0.4, 5000, 5500, 1.513032946324257e-56],
    [0.7, 2.5, 0.3, 0.11799086881616211],
    [0.999, 40, 2, 0.9992010191652443],
  ])('lower beta I_%d(%d, %d) keeps its relative accuracy (mpmath, 50 digits)', (x, a, b, expected) => {
    expectRelative(lowerBeta(x, a, b), expected, 1e-11);
  });

  test('lower beta for millions of rows (scipy), at its edges, and as a sum of binomial probabilities', () => {
    expectRelative(lowerBeta(0.02, 1e6, 4.9e7), 0.5001289576201559, 1e-7);
    expectRelative(lowerBeta(0.0199, 1e6, 4.9e7), 2.1105139182073598e-7, 1e-7);
    expect([lowerBeta(0, 2, 3), lowerBeta(1, 2, 3)]).toEqual([0, 1]);
    expect([lowerBeta(0.5, 0, 1), lowerBeta(0.5, 1, -1), lowerBeta(1.1, 1, 1)]).toEqual([NaN, NaN, NaN]);
    let sum = 0;
    for (let x = 0; x <= 12; x++) sum += Math.exp(logBinomial(x, 60, 0.3));
    expectRelative(binomialCumulative(12, 60, 0.3), sum, 1e-12);
    expect([binomialCumulative(-1, 60, 0.3), binomialCumulative(60, 60, 0.3)]).toEqual([0, 1]);
  });

  test('log-gamma is the logarithm of the factorial', () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n++) {
      factorial *= n;
      expectWithin(logGamma(n + 1), Math.log(factorial), 1e-14);
    }
    expectWithin(logGamma(0.5), Math.log(Math.PI) / 2, 1e-14);
    expect(logGamma(0)).toBeNaN();
  });

  test.each([
    [1, 0.15865525393145705],
    [5, 2.866515718791939e-7],
    [8, 6.220960574271785e-16],
    [20, 2.7536241186062337e-89],
    [37, 5.7255712225245e-300],
  ])('normal tail beyond %d', (z, expected) => {
    expectRelative(normalSurvival(z), expected, 1e-12);
    expectRelative(normalCumulative(-z), expected, 1e-12);
  });

  test('the normal quantile inverts the distribution', () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 5, noNaN: true }), (z) => {
        const p = normalCumulative(z);
        expectRelative(normalCumulative(normalQuantile(p)), p, 1e-11);
      }),
    );
    expectWithin(normalQuantile(0.975), 1.959963984540054, 1e-14);
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(normalQuantile(1.1)).toBeNaN();
  });

  test('probabilities of counts sum to one', () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.nat(60),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (marked, other, share) => {
          const drawn = Math.round(share * (marked + other));
          let hypergeometric = 0;
          let binomial = 0;
          for (let x = 0; x <= marked; x++) {
            hypergeometric += Math.exp(logHypergeometric(x, marked, marked + other, drawn));
            binomial += Math.exp(logBinomial(x, marked, share));
          }
          expectWithin(hypergeometric, 1, 1e-12);
          expectWithin(binomial, 1, 1e-12);
        },
      ),
    );
    let negative = 0;
    for (let x = 0; x < 2000; x++) negative += Math.exp(logNegativeBinomial(x, 7, 0.4));
    expectWithin(negative, 1, 1e-12);
    expect(logHypergeometric(4, 3, 10, 5)).toBe(Number.NEGATIVE_INFINITY);
  });

  test('a hypergeometric probability far out: 1 / C(600, 300)', () => {
    expectRelative(Math.exp(logHypergeometric(300, 300, 600, 300)), 1.4802978791996818e-179 / 2, 1e-11);
  });
});
