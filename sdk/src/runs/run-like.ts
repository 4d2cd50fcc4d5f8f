import type { TrainingRunRef } from '../generated/schema.js';

/** A run by `{ id }`, by the job's own `{ externalId }`, or as an answer of the server. */
export type RunLike = TrainingRunRef | { readonly id: string; readonly externalId: string | null };

/** How the server wants a run to be named. */
export const runRef = (run: RunLike): TrainingRunRef =>
  run.id === undefined ? { externalId: run.externalId } : { id: run.id };
