import fc from 'fast-check';
import { compose } from '../../../server/src/monitoring/compose';
import { seededRandom } from '../../../server/src/statistics/random/seeded-random';
import { classification, labels, material, numbers, regression } from './make-material';

const random = seededRandom(20130101);
const normal = (mean = 0, sd = 1): number =>
  mean + sd * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const sample = (size: number, mean = 0, sd = 1): number[] =>
  Array.from({ length: size }, () => normal(mean, sd));

const REFERENCE = sample(2_000);

describe('the verdict', () => {
  test('of a window like its baseline is OK, and says so in words', () => {
    const findings = compose(
      material({
        features: [numbers('x', REFERENCE, sample(100)), labels('c', [500, 400, 100, 0], [50, 41, 9, 0])],
        quality: regression(sample(100, 0, 2)),
        baseline: { state: 'READY', quality: regression(sample(400, 0, 2)) },
      }),
    );
    expect(findings.verdict).toBe('OK');
    expect(findings.reasons[0]).toMatch(/^Quality is as in the baseline: rmse \d/);
    expect(findings.reasons[1]).toBe('None of 2 tested distributions drifted.');
  });

  test('of a window that has drifted is WARNING, the strongest first', () => {
    const { verdict, reasons, drift } = compose(
      material({
        features: [
          numbers('a', REFERENCE, sample(100, 1)),
          numbers('b', REFERENCE, sample(100, 3)),
          numbers('c', REFERENCE, sample(100)),
        ],
      }),
    );
    expect(verdict).toBe('WARNING');
    expect(drift).toMatchObject({ tested: 3, drifted: 2 });
    expect(reasons[0]).toMatch(/^b drifted: effect/);
    expect(reasons[1]).toMatch(/^a drifted: effect/);
  });

  test.each([
    ['no better', 2, 'OK'],
    ['half as large again', 3, 'WARNING'],
    ['six times as large', 12, 'CRITICAL'],
  ])('with errors %s than in the baseline', (_, sd, verdict) => {
    const findings = compose(
      material({
        quality: regression(sample(200, 0, sd)),
        baseline: { state: 'READY', quality: regression(sample(400, 0, 2)) },
      }),
    );
    expect(findings.verdict).toBe(verdict);
    if (verdict !== 'OK') expect(findings.reasons[0]).toMatch(/^rmse is .* worse than/);
  });

  test('a worse number within its uncertainty is no warning', () => {
    // Twelve rows with an RMSE of about 2.4 against 2: worse, and nothing that chance could not do.
    const errors = [2.4, -2.4, 2.5, -2.3, 2.2, -2.6, 2.4, -2.4, 2.5, -2.3, 0.1, -4.1];
    const findings = compose(
      material({
        quality: regression(errors),
        baseline: { state: 'READY', quality: regression(sample(400, 0, 2)) },
      }),
    );
    const rmse = findings.quality.find(({ name }) => name === 'rmse');
    expect(rmse?.value).toBeGreaterThan(rmse?.baseline ?? Number.POSITIVE_INFINITY);
    expect(findings.verdict).toBe('OK');
  });

  test('trouble is not hidden by a baseline that is missing', () => {
    const without = { baseline: { state: 'NONE' as const } };
    expect(compose(material(without)).verdict).toBe('NO_BASELINE');
    expect(compose(material({ ...without, failed: 90 })).verdict).toBe('CRITICAL');
    expect(compose(material({ baseline: { state: 'PENDING' } })).reasons[0]).toMatch(/still being computed/);
  });

  test.each([
    [3, 'INSUFFICIENT_DATA'],
    [20, 'WARNING'],
    [90, 'CRITICAL'],
  ])('of a window where %d of 100 predictions failed', (failed, verdict) => {
    expect(compose(material({ failed })).verdict).toBe(verdict);
  });

  test('of an empty window is NO_DATA, whatever is missing beside', () => {
    for (const state of ['NONE', 'PENDING', 'FAILED'] as const) {
      const findings = compose(material({ predictions: 0, baseline: { state } }));
      expect(findings).toMatchObject({
        verdict: 'NO_DATA',
        reasons: ['No prediction occurred in the window.'],
      });
      expect(findings.operations.errorRate).toBeNull();
    }
  });

  test('of a window too small for any answer is INSUFFICIENT_DATA, with how many are needed', () => {
    const findings = compose(material({ predictions: 2, features: [numbers('x', REFERENCE, [5, 5])] }));
    expect(findings.verdict).toBe('INSUFFICIENT_DATA');
    expect(findings.drift?.features[0]).toMatchObject({ verdict: 'INSUFFICIENT_DATA', adjustedPValue: null });
    const needed = Number(/(\d+) are needed/.exec(findings.reasons.join(' '))?.[1]);
    const enough = compose(material({ features: [numbers('x', REFERENCE, Array(needed).fill(5))] }));
    expect(enough.drift?.features[0]?.verdict).toBe('DRIFT');
  });
});

describe('a classification', () => {
  const rows = (size: number, rightness: number) =>
    Array.from({ length: size }, (_, index) => {
      const actual = index % 3 === 0;
      const right = random() < rightness;
      return [actual, actual === right ? 0.8 : 0.2] as const;
    });
  const baseline = { state: 'READY' as const, quality: classification(rows(900, 0.9)) };

  test.each([
    [0.9, 'OK'],
    [0.84, 'WARNING'],
    [0.55, 'CRITICAL'],
  ])('that is right in %d of its rows, against 0.9', (rightness, verdict) => {
    expect(compose(material({ quality: classification(rows(900, rightness)), baseline })).verdict).toBe(
      verdict,
    );
  });

  test('with one class only has the metrics that can be had, and says why not the others', () => {
    const { quality, verdict } = compose(
      material({
        quality: classification(Array.from({ length: 50 }, () => [false, 0.2] as const)),
        baseline,
      }),
    );
    const auc = quality.find(({ name }) => name === 'roc_auc');
    expect(auc).toMatchObject({ value: null, reason: 'All actuals are of one class.' });
    expect(quality.find(({ name }) => name === 'accuracy')?.value).toBe(1);
    expect(verdict).toBe('OK');
  });
});

describe('labelled rows that are not finite', () => {
  const baseline = { state: 'READY' as const, quality: regression(sample(200)) };
  const rows = (finite: number, all: number) => {
    const errors = [...sample(finite), ...Array(all - finite).fill(Number.NaN)];
    return { labelled: all, quality: regression(errors), baseline };
  };

  test.each([
    [99, 'OK'],
    [80, 'WARNING'],
    [30, 'CRITICAL'],
  ])('are told, and weigh as failed ones do: %d of 100 are finite', (finite, verdict) => {
    const findings = compose(material(rows(finite, 100)));
    expect(findings.verdict).toBe(verdict);
    expect(findings.reasons.join(' ')).toContain(
      `${100 - finite} of 100 labelled rows are left out of the quality: their output or their actual is not a finite number.`,
    );
  });

  test('are not taken for predictions without an actual where no other came', () => {
    const { verdict, reasons } = compose(material(rows(0, 100)));
    expect(verdict).toBe('CRITICAL');
    expect(reasons[0]).toMatch(/^None of 100 labelled rows has a finite output and a finite actual/);
    expect(reasons.join(' ')).not.toContain('has its actual yet');
    expect(compose(material({ ...rows(0, 100), baseline: { state: 'NONE' } })).verdict).toBe('CRITICAL');
  });
});

test('what a metric lacks to be judged is said, of the window and of the baseline', () => {
  const rare = (positives: number, all: number) =>
    classification(
      Array.from({ length: all }, (_, index) => [
        index < positives,
        random() * 0.4 + (index < positives ? 0.2 : 0),
      ]),
    );
  const { reasons, verdict } = compose(
    material({ quality: rare(30, 900), baseline: { state: 'READY', quality: rare(2, 100) } }),
  );
  expect(verdict).toBe('OK');
  expect(reasons).toContain(
    'roc_auc is not judged: the baseline has 2 positives with a probability, and 5 are needed.',
  );
  expect(reasons).toContainEqual(
    expect.stringMatching(/^The baseline has 100 labelled rows and the window 900: .* only a clear rise/),
  );
  const none = compose(
    material({ quality: rare(30, 900), baseline: { state: 'READY', quality: rare(0, 1_000) } }),
  );
  expect(none.reasons).toContain(
    'roc_auc is not judged: the baseline has 0 positives with a probability, and 5 are needed.',
  );
  expect(none.reasons.join()).not.toContain('only a clear rise');
});

test('higher and lower is better follow one rule: doubling what a metric lacks is as bad as doubling an error', () => {
  // The same 0/1 errors told as accuracy of a classifier and as squared errors of a regression.
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 60 }),
      fc.integer({ min: 0, max: 200 }),
      (wrongBefore, wrongNow) => {
        const rows = (wrong: number) =>
          classification(
            Array.from(
              { length: 400 },
              (_, index) => [index % 2 === 0, (index % 2 === 0) === index >= wrong ? 1 : 0] as const,
            ),
          );
        const { quality, reasons } = compose(
          material({ quality: rows(wrongNow), baseline: { state: 'READY', quality: rows(wrongBefore) } }),
        );
        const told = (name: string) => reasons.find((reason) => reason.startsWith(`${name} is`));
        const grade = (name: string) =>
          told(name) === undefined ? 0 : told(name)?.includes('far worse') ? 2 : 1;
        // Brier's score of certain answers is the share of wrong ones: 1 - accuracy.
        const accuracy = quality.find(({ name }) => name === 'accuracy')?.value ?? Number.NaN;
        expect(quality.find(({ name }) => name === 'brier')?.value).toBeCloseTo(1 - accuracy, 12);
        if (wrongNow <= wrongBefore) expect([grade('accuracy'), grade('brier')]).toEqual([0, 0]);
        if (wrongNow >= 2.2 * wrongBefore + 50)
          expect([grade('accuracy') > 0, grade('brier') > 0]).toEqual([true, true]);
      },
    ),
  );
});

describe('drift', () => {
  test('a feature that is suddenly missing has drifted, and one that never came has no data', () => {
    const { drift } = compose(
      material({
        features: [
          numbers('gone', REFERENCE, Array(100).fill(null)),
          numbers('never', REFERENCE, []),
          numbers('new', Array(500).fill(null), sample(100)),
          { ...numbers('bare', [], sample(10)), reference: null },
        ],
      }),
    );
    expect(drift?.features.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['gone', 'DRIFT'],
      ['never', 'NO_DATA'],
      ['new', 'DRIFT'],
      ['bare', 'NO_BASELINE'],
    ]);
    expect(drift).toMatchObject({ tested: 2, drifted: 2 });
  });

  test.each([
    [
      'a third missing',
      [...sample(100), ...Array(50).fill(null)],
      '33.3 % missing against 0 % in the baseline',
    ],
    ['all missing', Array(100).fill(null), '100 % missing against 0 % in the baseline'],
    ['all of it NaN', Array(100).fill(Number.NaN), '100 % not finite against 0 % in the baseline'],
  ])(
    'says that it is of missing or non-finite values, not of a mean that hardly moved: %s',
    (_, now, why) => {
      const feature = numbers('norm', REFERENCE, now);
      const { reasons, drift } = compose(
        material({
          features: [
            {
              ...feature,
              reference: { ...feature.reference!, mean: 0.026 },
              current: { ...feature.current, mean: -0.0563 },
            },
          ],
        }),
      );
      expect(reasons[0]).toContain(why);
      expect(reasons[0]).not.toContain('mean');
      expect(drift?.features[0]).toMatchObject({ verdict: 'DRIFT', reason: expect.stringContaining(why) });
      expect(Math.abs(drift?.features[0]?.psi ?? 0)).toBeLessThan(2);
    },
  );

  test('says that it is of a new category, and of a mean where that moved', () => {
    const { reasons } = compose(material({ features: [labels('c', [600, 400, 0], [48, 32, 20])] }));
    expect(reasons[0]).toContain('20 % unseen before against 0 % in the baseline');
    const shifted = numbers('x', REFERENCE, [...sample(100, 3), ...Array(50).fill(null)]);
    const both = compose(
      material({
        features: [
          {
            ...shifted,
            reference: { ...shifted.reference!, mean: 0 },
            current: { ...shifted.current, mean: 3 },
          },
        ],
      }),
    );
    expect(both.reasons[0]).toMatch(/33\.3 % missing against 0 % in the baseline, mean 3 against 0/);
  });

  test('a window too small to be judged does not deny what came in it', () => {
    const { verdict, reasons, drift } = compose(
      material({ predictions: 5, features: [labels('c', [600, 400, 0], [0, 0, 5])] }),
    );
    expect(verdict).toBe('INSUFFICIENT_DATA');
    expect(drift?.features[0]?.pValue).toBeLessThan(1e-6);
    expect(reasons.join()).not.toContain('strongest');
    expect(reasons.join()).toMatch(
      /5 came, and \d+ are needed before a drift among the values that the baseline knows .* 100 % unseen before against 0 % in the baseline\./,
    );
  });

  test('an output without its probability is told from the others, as a feature without its value is', () => {
    const output = { ...numbers('output', REFERENCE, sample(100)), name: 'output' };
    expect(compose(material({ output })).drift?.output).toMatchObject({ verdict: 'OK', currentCount: 100 });
    const bare = { ...output, current: { ...output.current, missing: 60 } };
    expect(compose(material({ output: bare })).drift?.output).toMatchObject({
      verdict: 'DRIFT',
      currentCount: 160,
    });
  });

  test('a window that is large against its baseline is warned of, once in the reasons', () => {
    const small = REFERENCE.slice(0, 90);
    const { drift, reasons } = compose(
      material({ features: [numbers('a', small, sample(31)), numbers('b', small, sample(31))] }),
    );
    expect(drift?.features.map(({ warnings }) => warnings.length)).toEqual([1, 1]);
    expect(reasons.filter((reason) => reason.includes('tenth of the baseline'))).toHaveLength(1);
  });
});

test('correlation of what follows one another is stated above 0.2, and only with enough hours', () => {
  const climbing = Array.from({ length: 48 }, (_, hour) => Math.sin(hour / 8));
  const { autocorrelation, reasons } = compose(material({ hourlyOutput: climbing }));
  expect(autocorrelation).toBeGreaterThan(0.8);
  expect(reasons.some((reason) => reason.includes('autocorrelation'))).toBe(true);
  expect(compose(material({ hourlyOutput: climbing.slice(0, 7) })).autocorrelation).toBeNull();
  const alternating = compose(material({ hourlyOutput: climbing.map((_, hour) => hour % 2) }));
  expect(alternating.reasons.some((reason) => reason.includes('autocorrelation'))).toBe(false);
});

test('whatever comes in, nothing that a report says is NaN', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(
      counts,
      counts,
      fc.integer({ min: 0, max: 50 }),
      fc.array(fc.double(), { maxLength: 20 }),
      (reference, current, missing, errors) => {
        const side = (bins: number[]) => ({ counts: bins, missing, nonFinite: missing % 3, mean: null });
        const findings = compose(
          material({
            features: [{ name: 'x', kind: 'NUMBER', reference: side(reference), current: side(current) }],
            quality: regression(errors),
            baseline: { state: 'READY', quality: regression(errors) },
            hourlyOutput: errors,
          }),
        );
        JSON.stringify(findings, (_, value) => {
          if (typeof value === 'number') expect(Number.isNaN(value)).toBe(false);
          return value;
        });
      },
    ),
    { numRuns: 60 },
  );
});
