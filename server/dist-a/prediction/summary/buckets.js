'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Buckets = void 0;
const staged_ingest_1 = require('../staged-ingest');
const bucket_summary_1 = require('./bucket-summary');
/** Counts that a batch holds in memory; one that is scattered over more leaves the rest to be recomputed. */
const MOST_COUNTS = 4_000_000;
const AT_ONCE = 200;
/** What a batch changes in the summaries: per bucket a delta, or a mark that it is to be recomputed from its rows. */
class Buckets {
  constructor() {
    this.buckets = new Map();
    this.counts = 0;
  }
  /** The delta of a bucket; null when it is to be recomputed. */
  of(version, hourMs, variant) {
    return this.bucket(version, hourMs, variant ?? '').summary;
  }
  /** Has a bucket recomputed: something that was counted in it is no longer so. */
  recompute(version, hourMs, variant) {
    this.bucket(version, hourMs, variant ?? '').summary = null;
  }
  async write(client) {
    const all = [...this.buckets.values()];
    const dirty = all.filter(({ summary }) => !summary);
    if (dirty.length > 0)
      await client.query(staged_ingest_1.MARK_DIRTY, [
        dirty.map(({ version }) => version.id),
        dirty.map(({ hourMs }) => new Date(hourMs).toISOString()),
        dirty.map(({ variant }) => variant),
      ]);
    const deltas = all.filter(({ summary }) => summary);
    for (let from = 0; from < deltas.length; from += AT_ONCE)
      await client.query(staged_ingest_1.INSERT_DELTAS, columnsOf(deltas.slice(from, from + AT_ONCE)));
  }
  bucket(version, hourMs, variant) {
    const key = `${version.id} ${hourMs} ${variant}`;
    const found = this.buckets.get(key);
    if (found) return found;
    this.counts += version.layout.counts;
    const isTooMuch = this.counts > MOST_COUNTS && this.buckets.size > 0;
    const summary = isTooMuch ? null : new bucket_summary_1.BucketSummary(version.layout, version.labels);
    const made = { version, hourMs, variant, summary };
    this.buckets.set(key, made);
    return made;
  }
}
exports.Buckets = Buckets;
/** The parameters of INSERT_DELTAS. */
function columnsOf(deltas) {
  const vectors = deltas.map(({ summary }) => summary.vectors());
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
const arrayLiteral = (values) => `{${values.join(',')}}`;
//# sourceMappingURL=buckets.js.map
