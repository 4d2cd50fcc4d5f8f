import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface GroupedVector {
  name: string;
  inputs: { reference: number[]; current: number[] };
  expected: {
    statistic: number;
    pvalue_exact?: number;
    pvalue_asymptotic?: number;
    pvalue_chi2_asymptotic?: number;
  };
  cost?: number;
}

interface GroupedVectors {
  vectors: GroupedVector[];
  weighted_vectors: GroupedVector[];
  chi2_vectors: GroupedVector[];
  order_statistic_edge_vectors: GroupedVector[];
}

// biome-ignore lint/suspicious/noExplicitAny: each reference vector has a shape of its own
type Loose = any;

function load(name: string): Loose {
  return JSON.parse(readFileSync(join(__dirname, '../../reference', name), 'utf8'));
}

/** Exact counting: see `definition` in the file. */
export const grouped: GroupedVectors = load('grouped.json');

const named = new Map<string, Loose>(
  load('statistics.json').vectors.map((v: { name: string }) => [v.name, v]),
);

/** A vector of scipy and scikit-learn by name; throws when there is none, so that no test is vacuous. */
export function vector(name: string): Loose {
  const found = named.get(name);
  if (!found) throw new Error(`no reference vector ${name}`);
  return found;
}

/** |got - expected| <= tolerance max(1, |expected|), the rule of statistics.json. */
export function expectWithin(got: number | null, expected: number, tolerance: number): void {
  if (got === null) throw new Error(`expected ${expected}, got null`);
  const error = Math.abs(got - expected) / Math.max(1, Math.abs(expected));
  if (!(error <= tolerance))
    throw new Error(`expected ${expected}, got ${got}: off by ${error}, allowed ${tolerance}`);
}

/** |got / expected - 1| <= tolerance, however small the expected number. */
export function expectRelative(got: number, expected: number, tolerance: number): void {
  const error = Math.abs(got - expected) / Math.abs(expected);
  if (!(error <= tolerance))
    throw new Error(`expected ${expected}, got ${got}: off by ${error}, allowed ${tolerance}`);
}

/** The generator of statistics.json: the same bits in every language. */
export function lcg(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** n near-normal numbers of the reference generator `gauss12`. */
export function gauss12(seed: number, n: number, mu = 0, sd = 1): number[] {
  const u = lcg(seed);
  return Array.from({ length: n }, () => {
    let t = -6;
    for (let i = 0; i < 12; i++) t += u();
    return mu + sd * t;
  });
}
