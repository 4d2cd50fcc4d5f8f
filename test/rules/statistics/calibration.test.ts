import {
  categoryCounter,
  chooseCategories,
  emptyCategoricalSummary,
} from '../../../server/src/statistics/binning/categorical-binning';
import { binOf, quantileEdges } from '../../../server/src/statistics/binning/quantile-edges';
import { categoricalDrift, numericDrift } from '../../../server/src/statistics/drift/drift';
import { seededRandom } from '../../../server/src/statistics/random/seeded-random';

const LEVEL = 0.05;
/** The size that is promised at level 0.05 for n >= 100. */
const PROMISED = 0.056;

function count(edges: readonly number[], values: readonly number[]): number[] {
  const counts = new Array<number>(edges.length + 1).fill(0);
  for (const value of values) counts[binOf(edges, value)]! += 1;
  return counts;
}

/** Three standard deviations of a share near 0.05. */
function noise(rounds: number): number {
  return 3 * Math.sqrt((PROMISED * (1 - PROMISED)) / rounds);
}

describe('false alarms without drift, edges cut from the reference', () => {
  test.each([
    [100, 20, 500],
    [100, 100, 200],
    [100, 1000, 70],
    [1000, 50, 300],
    [2000, 400, 150],
  ])('numbers: n = %i, m = %i', (n, m, rounds) => {
    const random = seededRandom(n * 7919 + m);
    let alarms = 0;
    let looks = 0;
    for (let round = 0; round < rounds; round++) {
      const reference = Array.from({ length: n }, random);
      const edges = quantileEdges(reference);
      const drift = numericDrift(count(edges, reference), count(edges, Array.from({ length: m }, random)));
      if (drift.pValue <= LEVEL) alarms++;
      if ((drift.gap?.pValue ?? 1) <= 0.5) looks++;
    }
    expect(alarms / rounds).toBeLessThanOrEqual(PROMISED + noise(rounds));
    expect(looks / rounds).toBeGreaterThan(0.3);
  });

  test.each([60, 900])('numbers on a grid, with ties: m = %i', (m) => {
    const random = seededRandom(31);
    const draw = () => Math.floor(12 * random() * random());
    let alarms = 0;
    const rounds = 200;
    for (let round = 0; round < rounds; round++) {
      const reference = Array.from({ length: 400 }, draw);
      const edges = quantileEdges(reference);
      const current = Array.from({ length: m }, draw);
      if (numericDrift(count(edges, reference), count(edges, current)).pValue <= LEVEL) alarms++;
    }
    expect(alarms / rounds).toBeLessThanOrEqual(PROMISED + noise(rounds));
  });

  test('rare categories', () => {
    const random = seededRandom(17);
    const draw = (size: number) => {
      const counts = new Array<number>(8).fill(0);
      for (let i = 0; i < size; i++) counts[Math.floor(8 * random() ** 3)]! += 1;
      return counts;
    };
    let alarms = 0;
    const rounds = 400;
    for (let round = 0; round < rounds; round++) {
      if (categoricalDrift(draw(300), draw(40)).pValue <= LEVEL) alarms++;
    }
    expect(alarms / rounds).toBeLessThanOrEqual(PROMISED + noise(rounds));
    expect(alarms / rounds).toBeGreaterThan(0.015);
  });
});

describe('false alarms without drift, labels chosen by the reference', () => {
  test.each([
    ['two hundred alike', 200, 1000, 1000, 200],
    ['two hundred alike, few rows', 200, 50, 50, 300],
    ['forty alike', 40, 90, 400, 300],
    ['three alike', 3, 50, 50, 400],
  ])('%s', (_, labels, n, m, rounds) => {
    const random = seededRandom(labels + n);
    const draw = (size: number) => Array.from({ length: size }, () => Math.floor(labels * random()));
    let alarms = 0;
    for (let round = 0; round < rounds; round++) {
      const halves: [number[], number[]] = [[], []];
      for (const label of draw(n)) halves[random() < 0.5 ? 0 : 1].push(label);
      const { binning, counted } = chooseCategories(...halves);
      const add = categoryCounter(binning);
      const [reference, current] = [emptyCategoricalSummary(binning), emptyCategoricalSummary(binning)];
      for (const label of counted === 'ALL_ROWS' ? halves.flat() : halves[1]) add(reference, label);
      for (const label of draw(m)) add(current, label);
      if (categoricalDrift(reference.counts, current.counts).pValue <= LEVEL) alarms++;
    }
    expect(alarms / rounds).toBeLessThanOrEqual(PROMISED + noise(rounds));
    expect(alarms).toBeGreaterThan(0);
  });
});

describe('power', () => {
  test('a shift of half a standard deviation at m = 100 is mostly found at level 0.05/30', () => {
    const random = seededRandom(2);
    const normal = (mu: number) => {
      let t = mu - 6;
      for (let i = 0; i < 12; i++) t += random();
      return t;
    };
    const reference = Array.from({ length: 10_000 }, () => normal(0));
    const edges = quantileEdges(reference);
    const counts = count(edges, reference);
    let found = 0;
    const rounds = 60;
    for (let round = 0; round < rounds; round++) {
      const current = Array.from({ length: 100 }, () => normal(0.5));
      if (numericDrift(counts, count(edges, current)).pValue < LEVEL / 30) found++;
    }
    expect(found / rounds).toBeGreaterThan(0.79 - 3 * Math.sqrt((0.79 * 0.21) / rounds));
  });
});
