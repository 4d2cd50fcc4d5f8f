import { logPredictions } from './predictions';
import type { TestServer } from './server';
import { uploadBytes } from './uploads';

/** A row of a regression on two features, as a baseline or a day of predictions has it. */
export interface Row {
  readonly x: number;
  readonly city: string | null;
  readonly predicted: number;
  readonly actual: number;
}

export const SIGNATURE = {
  inputs: [
    { name: 'x', kind: 'NUMBER' },
    { name: 'city', kind: 'CATEGORY', nullable: true },
  ],
  output: { unit: 'EUR' },
};

/** Normal numbers, the same for every seed (mulberry32 and Box-Muller, here because tests do not import the server). */
export function normals(seed: number): () => number {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Rows whose x is normal around `shift`, whose errors are normal with deviation `error`, from three cities. */
export function rows(
  count: number,
  normal: () => number,
  { shift = 0, error = 2 }: { shift?: number; error?: number } = {},
): Row[] {
  return Array.from({ length: count }, (_, index) => {
    const x = normal() + shift;
    // Independent of the shift, so that the output drifts only where a test wants it to.
    const predicted = 100 + 10 * normal();
    const city = ['Bern', 'Basel', 'Bern', 'Chur'][index % 4]!;
    return { x, city, predicted, actual: predicted + error * normal() };
  });
}

/** Uploads a baseline of rows; what `registerVersion` wants of it. */
export async function uploadBaseline(server: TestServer, token: string, given: readonly Row[]) {
  const lines = given.map(({ x, city, predicted, actual }) =>
    JSON.stringify({
      features: { x, city },
      output: { number: { value: predicted } },
      actual: { number: actual },
    }),
  );
  const artifact = await uploadBytes(server, token, Buffer.from(lines.join('\n')), 'baseline.ndjson');
  return { artifacts: [artifact], baseline: { artifactPath: artifact.path } };
}

/** Logs rows evenly over a day, with their actuals. */
export async function logRows(
  server: TestServer,
  token: string,
  version: string,
  from: string,
  given: readonly Row[],
  more: (row: Row, index: number) => object = () => ({}),
): Promise<void> {
  const step = Math.floor((24 * 3_600_000) / given.length);
  const predictions = given.map((row, index) => ({
    predictionId: `${from}-${index}`,
    occurredAt: new Date(Date.parse(from) + index * step).toISOString(),
    features: { x: row.x, city: row.city },
    output: { number: { value: row.predicted } },
    actual: { number: row.actual },
    ...more(row, index),
  }));
  const logged = await logPredictions(server, token, version, predictions);
  if (logged.accepted !== given.length) throw new Error(JSON.stringify(logged));
}
