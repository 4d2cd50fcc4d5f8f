import fc from 'fast-check';
import { ExactSum } from '../../../server/src/statistics/sums/exact-sum';

const sumOf = (terms: readonly number[]): string => {
  const sum = new ExactSum();
  for (const term of terms) sum.add(term);
  return sum.toDecimal();
};

const term = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e280, max: 1e280 }),
  fc.double({ noNaN: true, min: -10, max: 10 }),
  fc.integer(),
  fc.constantFrom(0, -0, 5e-324, -5e-324, 2 ** 960, -(2 ** 960), 0.1, 1e-300),
);

/** The sum by whole numbers alone: every double is a whole multiple of 2^-1074. */
const UNIT = 1074n;
const inUnits = (value: number): bigint => {
  let [exponent, mantissa] = [0n, value];
  while (!Number.isInteger(mantissa)) {
    if (Math.abs(mantissa) < 1e-290) {
      mantissa *= 2 ** 500;
      exponent += 500n;
    } else {
      mantissa *= 2;
      exponent += 1n;
    }
  }
  return (BigInt(mantissa) << UNIT) >> exponent;
};
const decimalInUnits = (text: string): bigint => {
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const scaled = (BigInt(whole + fraction) << UNIT) / 10n ** BigInt(fraction.length);
  return negative ? -scaled : scaled;
};

test('the sum is the sum of the terms to the last bit', () => {
  fc.assert(
    fc.property(fc.array(term, { maxLength: 60 }), (terms) => {
      const expected = terms.reduce((total, one) => total + inUnits(one), 0n);
      expect(decimalInUnits(sumOf(terms))).toBe(expected);
    }),
  );
});

test('order does not matter', () => {
  fc.assert(
    fc.property(
      fc
        .array(term, { maxLength: 40 })
        .chain((terms) =>
          fc.tuple(
            fc.constant(terms),
            fc.shuffledSubarray(terms, { minLength: terms.length, maxLength: terms.length }),
          ),
        ),
      ([terms, shuffled]) => expect(sumOf(shuffled)).toBe(sumOf(terms)),
    ),
  );
});

test.each([
  [[0.1, 0.2], '0.3000000000000000166533453693773481063544750213623046875'],
  [[1e16, 1, -1e16], '1'],
  [[2 ** 960, 1, -(2 ** 960)], '1'],
  [[], '0'],
  [[-0.5, 0.25], '-0.25'],
])('%p add up to %s', (terms, text) => expect(sumOf(terms)).toBe(text));

test.each([[[Number.NaN]], [[1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]], [[1e300, -1e300]]])(
  '%p overflows, in whatever order',
  (terms) => {
    expect(sumOf(terms)).toBe('Infinity');
    expect(sumOf([...terms].reverse())).toBe('Infinity');
  },
);
