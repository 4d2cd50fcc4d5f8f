import { isName, misnamed } from '../errors/misnamed.js';
import type { TrainingRunRef } from '../generated/schema.js';

/** A run by `{ id }`, by the job's own `{ externalId }`, or as an answer of the server. */
export type RunLike = TrainingRunRef | { readonly id: string; readonly externalId: string | null };

/** How the server wants a run to be named. */
export function runRef(run: RunLike): TrainingRunRef {
  if (isName(run?.id)) return { id: run.id };
  if (isName(run?.externalId)) return { externalId: run.externalId };
  throw misnamed('A run is given by { id }, by { externalId } or as itself', run);
}
