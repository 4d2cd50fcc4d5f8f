import { compose } from '../../../server/src/monitoring/compose';
import { seededRandom } from '../../../server/src/statistics/random/seeded-random';
import { labels, material, numbers, regression } from './make-material';

/**
 * Promise 8 over the whole path of a report: rows that are exchangeable with those of the baseline, several features of
 * different kinds, and a count of the windows in which the report raises anything.
 */

const random = seededRandom(8);
const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const share = (): number[] => {
  const counts = [0, 0, 0, 0, 0, 0];
  return counts;
};
const draws = {
  normal: (size: number) => Array.from({ length: size }, normal),
  skewed: (size: number) => Array.from({ length: size }, () => Math.exp(2 * normal())),
  grid: (size: number) => Array.from({ length: size }, () => Math.floor(8 * random() * random()) / 10),
  holes: (size: number) => Array.from({ length: size }, () => (random() < 0.2 ? null : normal())),
};
const categories = (size: number): number[] => {
  const counts = share();
  for (let i = 0; i < size; i++) counts[Math.floor(5 * random() ** 2)]! += 1;
  return counts;
};

/** Five features and an output without drift. */
const distributions = (n: number, m: number) => ({
  features: [
    numbers('normal', draws.normal(n), draws.normal(m)),
    numbers('skewed', draws.skewed(n), draws.skewed(m)),
    numbers('grid', draws.grid(n), draws.grid(m)),
    numbers('holes', draws.holes(n), draws.holes(m)),
    labels('categories', categories(n), categories(m)),
  ],
  output: numbers('output', draws.normal(n), draws.normal(m)),
});

/** The promised size at 0.05 for a reference of 100 or more, with three standard deviations of what was counted. */
const atMost = (level: number, rounds: number): number =>
  1.12 * level + 3 * Math.sqrt((level * (1 - level)) / rounds);

test.each([
  [1_000, 40, 300],
  [400, 200, 200],
])('drift: baselines of %i rows, windows of %i', (n, m, rounds) => {
  const level = 0.05;
  let alarms = 0;
  let significant = 0;
  for (let round = 0; round < rounds; round++) {
    const { drift } = compose(material({ level, ...distributions(n, m) }));
    const all = [...(drift?.features ?? []), drift?.output ?? null];
    expect(drift?.tested).toBe(6);
    if ((drift?.drifted ?? 0) > 0) alarms++;
    if (all.some((feature) => (feature?.adjustedPValue ?? 1) < level)) significant++;
  }
  expect(alarms / rounds).toBeLessThanOrEqual(atMost(level, rounds));
  // The floor of the effect must not be what keeps the size: the tests alone keep it too, and are not idle.
  expect(significant / rounds).toBeLessThanOrEqual(atMost(level, rounds));
  expect(significant / rounds).toBeGreaterThan(0.005);
});

test.each([
  [0.05, 1, 60, 400],
  [1 / 365, 1, 60, 400],
  [0.05, 1, 15, 18],
])('quality at level %d: errors like those of the hold-out rows', (level, sd, m, n) => {
  const rounds = 2_000;
  const errors = (size: number) => Array.from({ length: size }, () => sd * normal());
  let alarms = 0;
  for (let round = 0; round < rounds; round++) {
    const { verdict } = compose(
      material({
        level,
        quality: regression(errors(m)),
        baseline: { state: 'READY', quality: regression(errors(n)) },
      }),
    );
    expect(['OK', 'WARNING', 'CRITICAL']).toContain(verdict);
    if (verdict !== 'OK') alarms++;
  }
  expect(alarms / rounds).toBeLessThanOrEqual(level + 3 * Math.sqrt((level * (1 - level)) / rounds));
});
