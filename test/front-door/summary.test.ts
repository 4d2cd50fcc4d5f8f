import fc from 'fast-check';
import { logPredictions, recordActuals, rowsInput, versionOf } from '../kit/predictions';
import { makeWorld, type World } from '../kit/server';
import { openSummaries, type Summaries } from '../kit/summaries';

let world: World;
let writer: string;
let summaries: Summaries;
beforeAll(async () => {
  world = await makeWorld();
  writer = await world.token('WRITER', { subject: 'serving' });
  summaries = openSummaries(world.database);
});
afterAll(async () => {
  await summaries.close();
  await world.close();
});

const INPUTS = [
  { name: 'x', kind: 'NUMBER', nullable: true },
  { name: 'n', kind: 'INTEGER', nullable: true },
  { name: 'flag', kind: 'BOOLEAN', nullable: true },
  { name: 'city', kind: 'CATEGORY', nullable: true },
  { name: 'note', kind: 'TEXT', nullable: true },
];

interface Features {
  x: number | string | null;
  n: number | null;
  flag: boolean | null;
  city: string | null;
  note: string;
}
interface Item {
  predictionId: string;
  occurredAt: string;
  variant: string | null;
  latencyMs: number | null;
  features: Features;
  error?: string;
  output?: { number?: { value: number | string }; class?: { label: string; probability: number | null } };
}
interface Actual {
  predictionId: string;
  value: { number?: number; label?: string };
  revision: number;
  actualAt: string;
}
type Step = { log: Item[] } | { record: Actual[] } | { fold: true };

const predictionId = fc.integer({ min: 0, max: 60 }).map((number) => `p-${number}`);
const double = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
  fc.constantFrom(0, 0.1, 0.2, 0.3, 1e-300, 1e200, -1e200),
);
const features = fc.record<Features>({
  x: fc.oneof(double, fc.constantFrom('NaN', 'Infinity', '-Infinity', null)),
  n: fc.option(fc.integer({ min: -5, max: 30 })),
  flag: fc.option(fc.boolean()),
  city: fc.constantFrom('Bern', 'Zürich', 'Zu\u0308rich', 'Atlantis', null),
  note: fc.constantFrom('a', 'b'),
});
const probability = fc.option(fc.double({ noNaN: true, min: 0, max: 1 }));
const OUTPUTS = {
  REGRESSION: fc.oneof(double, fc.constantFrom('NaN', 'Infinity')).map((value) => ({ number: { value } })),
  BINARY_CLASSIFICATION: fc
    .tuple(fc.constantFrom('yes', 'no'), probability)
    .map(([label, given]) => ({ class: { label, probability: given } })),
};
const ACTUALS = {
  REGRESSION: double.map((number) => ({ number })),
  BINARY_CLASSIFICATION: fc.constantFrom('yes', 'no').map((label) => ({ label })),
};
type Task = keyof typeof OUTPUTS;

const hour = fc.integer({ min: 0, max: 3 });
const steps = (task: Task): fc.Arbitrary<Step[]> => {
  const item: fc.Arbitrary<Item> = fc
    .record({
      predictionId,
      occurredAt: fc
        .tuple(hour, fc.integer({ min: 10, max: 59 }))
        .map(([h, m]) => `2026-03-01T0${h}:${m}:00Z`),
      variant: fc.constantFrom(null, 'blue'),
      latencyMs: fc.option(fc.double({ noNaN: true, min: 0, max: 1e5 })),
      features,
      result: fc.oneof(
        { weight: 5, arbitrary: OUTPUTS[task].map((output) => ({ output })) },
        { weight: 1, arbitrary: fc.constant({ error: 'failed' }) },
      ),
    })
    .map(({ result, ...rest }) => ({ ...rest, ...result }));
  const actual = fc.record<Actual>({
    predictionId,
    value: ACTUALS[task] as fc.Arbitrary<Actual['value']>,
    revision: fc.integer({ min: 0, max: 1 }),
    actualAt: hour.map((h) => `2026-03-02T0${h}:00:00Z`),
  });
  return fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.array(item, { minLength: 1, maxLength: 25 }).map((log) => ({ log })) },
      {
        weight: 3,
        arbitrary: fc.array(actual, { minLength: 1, maxLength: 25 }).map((record) => ({ record })),
      },
      { weight: 2, arbitrary: fc.constant<Step>({ fold: true }) },
    ),
    { minLength: 2, maxLength: 8 },
  );
};

/** What should be kept after the steps: the first content of each id, and its newest actual. */
function keep(all: readonly Step[]): { items: Item[]; actuals: Map<string, Actual> } {
  const items = new Map<string, Item>();
  const actuals = new Map<string, Actual>();
  for (const step of all) {
    if ('log' in step)
      for (const item of step.log) if (!items.has(item.predictionId)) items.set(item.predictionId, item);
    if ('record' in step)
      for (const actual of step.record) {
        const kept = actuals.get(actual.predictionId);
        const age = ({ revision, actualAt }: Actual): string => `${revision} ${actualAt}`;
        if (!kept || age(actual) >= age(kept)) actuals.set(actual.predictionId, actual);
      }
  }
  return { items: [...items.values()], actuals };
}

const baselineRows = (task: Task): object[] =>
  Array.from({ length: 60 }, (_, index) => ({
    features: {
      x: index / 10,
      n: index % 7,
      flag: index % 3 === 0,
      city: index % 4 ? 'Bern' : 'Zürich',
      note: 'a',
    },
    output:
      task === 'REGRESSION'
        ? { number: { value: index } }
        : { class: { label: index % 2 ? 'yes' : 'no', probability: 0.5 + index / 200 } },
  }));

interface Frozen {
  name: string;
  edges: number[];
  categories: string[];
}
const frozen = async (version: string): Promise<Frozen[]> => {
  const query =
    'query($id: ID!) { version(ref: { pick: { id: $id } }) { baseline { features { name edges categories } output { name edges categories } } } }';
  const { data } = await world.server.graphql(query, { id: version }, writer);
  const { features: inputs, output } = data.version.baseline;
  return [...inputs, output];
};

/** Counts values on the bins of a baseline, one by one. */
function countOn({ edges, categories }: Frozen, values: readonly unknown[]) {
  const isLabel = categories.length > 0;
  const counts: number[] = new Array((isLabel ? categories.length : edges.length) + 1).fill(0);
  let [missing, nonFinite] = [0, 0];
  for (const value of values) {
    if (value === null) missing += 1;
    else if (isLabel) {
      const bin = categories.indexOf(String(value).normalize('NFC'));
      counts[bin < 0 ? categories.length : bin]! += 1;
    } else if (!Number.isFinite(Number(value))) nonFinite += 1;
    else counts[edges.filter((edge) => Number(value) >= edge).length]! += 1;
  }
  return { counts, missing, nonFinite };
}

const positive = ({
  label,
  probability: of,
}: {
  label: string;
  probability: number | null;
}): number | null => (of === null ? null : label === 'yes' ? of : 1 - of);

test.each(['REGRESSION', 'BINARY_CLASSIFICATION'] as const)(
  'the summaries of a %s are what counting the rows one by one gives, to the last bit, however they came in',
  async (task) => {
    const rows = await rowsInput(world.server, writer, baselineRows(task));
    const output = task === 'REGRESSION' ? {} : { positiveLabel: 'yes', labels: ['yes', 'no'] };
    let run = 0;
    await fc.assert(
      fc.asyncProperty(steps(task), async (all) => {
        run += 1;
        const model = `${task}-${run}`;
        const version = await versionOf(world.server, writer, model, {
          task,
          signature: { inputs: INPUTS, output },
          ...rows,
        });
        for (const step of all) {
          if ('log' in step) {
            const answer = await logPredictions(world.server, writer, version, step.log);
            expect(answer.accepted + answer.duplicates + answer.rejects.length).toBe(step.log.length);
          } else if ('record' in step) {
            const answer = await recordActuals(world.server, writer, model, step.record);
            const { accepted, duplicates, stale, early, rejects } = answer;
            expect(rejects).toEqual([]);
            expect(accepted + duplicates + stale + early).toBe(step.record.length);
          } else await summaries.fold();
        }
        const { items, actuals } = keep(all);
        const read = await summaries.read(version);
        expect(await summaries.recompute(version)).toEqual(read);

        const answered = items.filter((item) => item.output);
        const labelled = answered.filter((item) => actuals.has(item.predictionId));
        expect(read).toMatchObject({
          predictions: items.length,
          failed: items.length - answered.length,
          labelled: labelled.length,
          latency: { count: items.filter(({ latencyMs }) => latencyMs !== null).length },
        });
        const bins = await frozen(version);
        for (const name of ['x', 'n', 'flag', 'city'] as const) {
          const values = items.map((item) => item.features[name]);
          expect({ name, ...read.features.find((one) => one.name === name) }).toMatchObject(
            countOn(bins.find((one) => one.name === name)!, values),
          );
        }
        const outputs = answered.map((item) =>
          item.output?.class ? positive(item.output.class) : (item.output?.number?.value ?? null),
        );
        expect(read.output).toMatchObject(countOn(bins.at(-1)!, outputs));
        if (read.quality?.task === 'REGRESSION') {
          const pairs = labelled.map((item) => [
            Number(item.output?.number?.value),
            actuals.get(item.predictionId)!.value.number!,
          ]) as [number, number][];
          const finite = pairs.filter(([predicted]) => Number.isFinite(predicted));
          expect(read.quality.sums).toMatchObject({
            count: finite.length,
            invalid: pairs.length - finite.length,
          });
          const error = finite.reduce((sum, [predicted, actual]) => sum + Math.abs(predicted - actual), 0);
          expect(read.quality.sums.absoluteError / (error || 1)).toBeCloseTo(error ? 1 : 0, 9);
        } else {
          const rowsOf = (label: string, is: string): number =>
            labelled.filter(
              (item) =>
                item.output?.class?.label === label && actuals.get(item.predictionId)!.value.label === is,
            ).length;
          expect(read.quality).toMatchObject({
            confusion: {
              truePositives: rowsOf('yes', 'yes'),
              falsePositives: rowsOf('yes', 'no'),
              trueNegatives: rowsOf('no', 'no'),
              falseNegatives: rowsOf('no', 'yes'),
            },
            probabilities: {
              count: labelled.filter((item) => item.output?.class?.probability !== null).length,
            },
          });
        }
      }),
      { numRuns: 20, endOnFailure: true },
    );
  },
);

test('a batch that is scattered over too many hours for its features is recomputed from its rows instead', async () => {
  const categories = 'abcdefghij'.split('');
  const inputs = Array.from({ length: 1_000 }, (_, index) => ({
    name: `f-${index}`,
    kind: 'CATEGORY',
    nullable: true,
    categories,
  }));
  const version = await versionOf(world.server, writer, 'scattered', { signature: { inputs, output: {} } });
  const start = Date.parse('2026-01-01T00:00:00Z');
  const items = Array.from({ length: 500 }, (_, index) => ({
    predictionId: `p-${index}`,
    occurredAt: new Date(start + index * 3_600_000).toISOString(),
    features: { 'f-0': categories[index % 11] ?? 'other' },
    output: { number: { value: index } },
  }));
  expect(await logPredictions(world.server, writer, version, items)).toMatchObject({ accepted: 500 });
  const marks = async () => {
    const [{ count }] = (await world.database.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM summary_dirty WHERE version_id = $1',
      [version],
    )) as [{ count: number }];
    return count;
  };
  expect(await marks()).toBeGreaterThan(100);
  const days = ['2026-01-10T00:00:00Z', '2026-01-20T00:00:00Z'] as const;
  const read = await summaries.read(version, ...days);
  expect(read.predictions).toBe(240);
  const [first, last] = [read.features[0]!, read.features[999]!];
  expect(first.counts.reduce((sum, one) => sum + one, 0)).toBe(240);
  expect(first.counts).toHaveLength(11);
  expect(last).toMatchObject({ counts: new Array(11).fill(0), missing: 240 });
  expect(read.hourlyOutput.map(({ mean }) => mean)).toEqual(
    Array.from({ length: 240 }, (_, hour) => 216 + hour),
  );
  await summaries.fold();
  expect(await marks()).toBe(0);
  expect(await summaries.read(version, ...days)).toEqual(read);
});
