import type { PoolClient } from 'pg';
import type { ServedVersion } from '../served-version';
import type { BucketVectors } from './bucket-summary';
import { type BucketKey, recompute } from './recompute';
import { type StoredSummary, VECTOR_TYPES } from './stored-summary';
import { WindowTotal } from './window-total';

export interface TimeSpan {
  readonly from: string;
  readonly to: string;
}

/** The sums of a window, each rounded once. */
export interface WindowSums {
  readonly features: readonly number[];
  readonly quality: readonly number[];
  readonly latency: number;
  /** Of the output, by hour. */
  readonly outputs: ReadonlyMap<string, number>;
}

const IN_WINDOW = 'version_id = $1 AND hour >= $2 AND hour < $3';

/** Buckets that cannot be read from their summaries: marked, or on the bins of another revision, $4. */
const DIRTY = `
  SELECT hour, variant FROM summary_dirty WHERE ${IN_WINDOW}
  UNION SELECT hour, variant FROM summary WHERE ${IN_WINDOW} AND revision <> $4
  UNION SELECT hour, variant FROM summary_delta WHERE ${IN_WINDOW} AND revision <> $4
  ORDER BY hour, variant`;

/** $4 and $5: the buckets that are recomputed instead. */
const clean = (columns: string): string => {
  const from = (table: string): string => `
    SELECT ${columns} FROM ${table} AS kept WHERE ${IN_WINDOW} AND NOT EXISTS (
      SELECT FROM unnest($4::timestamptz[], $5::text[]) AS dirty (hour, variant)
      WHERE dirty.hour = kept.hour AND dirty.variant = kept.variant)`;
  return `${from('summary')} UNION ALL ${from('summary_delta')}`;
};

const COLUMNS = 'hour, predictions, failed, labelled, counts, latency_counts, quality_counts, quality_scores';
const HOUR_MS = 60 * 60 * 1_000;

type Recomputed = BucketVectors & { readonly hour: string };

/** Numbers that are fetched at once. */
const AT_ONCE = 500_000;

/** $6 to $9: what was recomputed, vectors as array literals; $10: the place of the output's sum. Places of hours are counted from 1970. */
const SUMS = `
  WITH kept AS (
    ${clean('hour, sums, quality_sums, latency_sum')}
    UNION ALL SELECT hour, sums::numeric[], quality_sums::numeric[], latency_sum
    FROM unnest($6::timestamptz[], $7::text[], $8::text[], $9::numeric[]) AS recomputed (hour, sums, quality_sums, latency_sum)
  ), term (of, place, value) AS (
    SELECT 'features', place, value FROM kept, unnest(sums) WITH ORDINALITY AS one (value, place)
    UNION ALL SELECT 'quality', place, value FROM kept, unnest(quality_sums) WITH ORDINALITY AS one (value, place)
    UNION ALL SELECT 'latency', 1, latency_sum FROM kept
    UNION ALL SELECT 'outputs', extract(epoch FROM hour)::bigint / 3600, sums[$10] FROM kept WHERE sums[$10] IS NOT NULL
  )
  SELECT of, place, sum(value)::text AS sum FROM term GROUP BY of, place`;

/** Adds up a window in the caller's snapshot, the same at any number of predictions but for buckets that are dirty. */
export async function readWindow(
  client: PoolClient,
  version: ServedVersion,
  { from, to }: TimeSpan,
): Promise<{ total: WindowTotal; sums: WindowSums }> {
  const window = [version.id, from, to];
  const { rows: dirty } = await client.query<BucketKey>(DIRTY, [...window, version.layout.revision]);
  const total = new WindowTotal(version.layout);
  const recomputed: Recomputed[] = [];
  for (const bucket of dirty) {
    const vectors = (await recompute(client, version, bucket)).vectors();
    total.addRecomputed(bucket.hour, vectors);
    recomputed.push({ hour: bucket.hour, ...vectors });
  }
  const others = [...window, dirty.map(({ hour }) => hour), dirty.map(({ variant }) => variant)];
  await readCounts(client, version, others, total);
  return { total, sums: await readSums(client, version, others, recomputed) };
}

async function readCounts(
  client: PoolClient,
  { layout }: ServedVersion,
  others: unknown[],
  total: WindowTotal,
): Promise<void> {
  await client.query(`DECLARE kept NO SCROLL CURSOR FOR ${clean(COLUMNS)}`, others);
  const rowsAtOnce = Math.max(1, Math.ceil(AT_ONCE / (layout.counts + 1)));
  for (;;) {
    const fetch = { text: `FETCH ${rowsAtOnce} FROM kept`, types: VECTOR_TYPES };
    const { rows } = await client.query<StoredSummary>(fetch);
    for (const row of rows) total.addStored(row);
    if (rows.length < rowsAtOnce) break;
  }
  await client.query('CLOSE kept');
}

async function readSums(
  client: PoolClient,
  { layout }: ServedVersion,
  others: unknown[],
  recomputed: readonly Recomputed[],
): Promise<WindowSums> {
  const literal = (decimals: readonly string[]): string => `{${decimals.join(',')}}`;
  const { rows } = await client.query<{ of: keyof WindowSums; place: number; sum: string }>(SUMS, [
    ...others,
    recomputed.map(({ hour }) => hour),
    recomputed.map(({ sums }) => literal(sums)),
    recomputed.map(({ quality }) => literal(quality.sums)),
    recomputed.map(({ latencySum }) => latencySum),
    (layout.output?.sumsAt ?? -1) + 1,
  ]);
  const features: number[] = new Array(layout.sums).fill(0);
  const quality: number[] = [];
  const outputs = new Map<string, number>();
  let latency = 0;
  for (const { of, place, sum } of rows) {
    if (of === 'latency') latency = Number(sum);
    else if (of === 'outputs') outputs.set(new Date(place * HOUR_MS).toISOString(), Number(sum));
    else (of === 'features' ? features : quality)[place - 1] = Number(sum);
  }
  return { features, quality, latency, outputs };
}
