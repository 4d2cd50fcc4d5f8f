import type { PoolClient } from 'pg';
import type { ServedVersion } from '../served-version';
import { INSERT_DELTAS, MARK_DIRTY } from '../staged-ingest';
import { BucketSummary } from './bucket-summary';

/** What one batch changes in one bucket. */
interface Bucket {
  readonly version: ServedVersion;
  readonly hourMs: number;
  readonly variant: string;
  /** Null for a bucket that is recomputed from its rows. */
  summary: BucketSummary | null;
}

/** Counts that a batch holds in memory; one that is scattered over more leaves the rest to be recomputed. */
const MOST_COUNTS = 4_000_000;
const AT_ONCE = 200;

/** What a batch changes in the summaries: per bucket a delta, or a mark that it is to be recomputed from its rows. */
export class Buckets {
  private readonly buckets = new Map<string, Bucket>();
  private counts = 0;

  /** The delta of a bucket; null when it is to be recomputed. */
  of(version: ServedVersion, hourMs: number, variant: string | null): BucketSummary | null {
    return this.bucket(version, hourMs, variant ?? '').summary;
  }

  /** Has a bucket recomputed: something that was counted in it is no longer so. */
  recompute(version: ServedVersion, hourMs: number, variant: string | null): void {
    this.bucket(version, hourMs, variant ?? '').summary = null;
  }

  async write(client: PoolClient): Promise<void> {
    const all = [...this.buckets.values()];
    const dirty = all.filter(({ summary }) => !summary);
    if (dirty.length > 0)
      await client.query(MARK_DIRTY, [
        dirty.map(({ version }) => version.id),
        dirty.map(({ hourMs }) => new Date(hourMs).toISOString()),
        dirty.map(({ variant }) => variant),
      ]);
    const deltas = all.filter(({ summary }) => summary);
    for (let from = 0; from < deltas.length; from += AT_ONCE)
      await client.query(INSERT_DELTAS, columnsOf(deltas.slice(from, from + AT_ONCE)));
  }

  private bucket(version: ServedVersion, hourMs: number, variant: string): Bucket {
    const key = `${version.id} ${hourMs} ${variant}`;
    const found = this.buckets.get(key);
    if (found) return found;
    this.counts += version.layout.counts;
    const isTooMuch = this.counts > MOST_COUNTS && this.buckets.size > 0;
    const summary = isTooMuch ? null : new BucketSummary(version.layout, version.labels);
    const made: Bucket = { version, hourMs, variant, summary };
    this.buckets.set(key, made);
    return made;
  }
}

/** The parameters of INSERT_DELTAS. */
function columnsOf(deltas: readonly Bucket[]): unknown[] {
  const vectors = deltas.map(({ summary }) => summary!.vectors());
  return [
    deltas.map(({ version }) => version.id),
    deltas.map(({ version }) => version.layout.revision),
    deltas.map(({ hourMs }) => new Date(hourMs).toISOString()),
    deltas.map(({ variant }) => variant),
    vectors.map(({ predictions }) => predictions),
    vectors.map(({ failed }) => failed),
    vectors.map(({ labelled }) => labelled),
    vectors.map(({ counts }) => arrayLiteral(counts)),
    vectors.map(({ sums }) => arrayLiteral(sums)),
    vectors.map(({ latencyCounts }) => arrayLiteral(latencyCounts)),
    vectors.map(({ latencySum }) => latencySum),
    vectors.map(({ quality }) => arrayLiteral(quality.counts)),
    vectors.map(({ quality }) => arrayLiteral(quality.sums)),
    vectors.map(({ quality }) => arrayLiteral(quality.scores)),
  ];
}

const arrayLiteral = (values: readonly (number | string)[]): string => `{${values.join(',')}}`;
