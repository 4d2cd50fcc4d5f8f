import { randomBytes } from 'node:crypto';
import type { Item } from '../kit/server-parts.js';

export const FEATURES: readonly string[] = Array.from(
  { length: 20 },
  (_, index) => `feature_${String(index + 1).padStart(2, '0')}`,
);
export const ITEMS_OF_A_BATCH = 1_000;

/** As the SDK makes ids: a UUID of version 7. */
function newId(nowMs: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Doubles that need all of their digits: nothing is saved by their being short. */
const features = (): Record<string, number> =>
  Object.fromEntries(FEATURES.map((name, index) => [name, (Math.random() - 0.5) * (index + 1)]));

/** What a serving program logs: answers of just now, each with an id nobody has used. */
export function newBatch(): Item[] {
  const now = Date.now();
  return Array.from({ length: ITEMS_OF_A_BATCH }, (_, index) => ({
    predictionId: newId(now),
    entityId: `customer-${Math.floor(Math.random() * 100_000)}`,
    occurredAt: new Date(now - ITEMS_OF_A_BATCH + index).toISOString(),
    features: features(),
    output: { number: { value: Math.random() * 100 } },
    latencyMs: Math.random() * 20,
  }));
}

/** Rows of a baseline, in the shape of predictions. */
export const baselineRows = (rows: number) =>
  Array.from({ length: rows }, () => ({
    features: features(),
    output: { number: { value: Math.random() * 100 } },
    actual: { number: Math.random() * 100 },
  }));
