import { type CustomTypesConfig, types } from 'pg';
import { instantFromPostgres } from '../../contract/instant';

/** A row of either table of summaries, without its sums, which are added up in SQL. */
export interface StoredSummary {
  readonly hour: string;
  readonly predictions: number;
  readonly failed: number;
  readonly labelled: number;
  readonly counts: readonly number[];
  readonly latency_counts: readonly number[];
  readonly quality_counts: readonly number[];
  readonly quality_scores: readonly number[];
}

const vector = (text: string): number[] => JSON.parse(`[${text.slice(1, -1)}]`);

/** integer[], float8[], timestamptz. */
const PARSERS: Record<number, (text: string) => unknown> = {
  1007: vector,
  1022: vector,
  1184: instantFromPostgres,
};

/** Vectors hold no null and no NaN, so that they can be read much faster than arrays of anything. */
export const VECTOR_TYPES: CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text') => PARSERS[oid] ?? types.getTypeParser(oid, format)) as never,
};

/** Adds a vector to a longer or equally long total, in place. */
export function addTo(total: number[], vector: readonly number[]): void {
  for (let place = 0; place < vector.length; place++) total[place] = (total[place] ?? 0) + vector[place]!;
}
