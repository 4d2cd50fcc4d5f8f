import { newId } from '../contract/id';
import { type Connection, rowsOf } from '../database/connection';
import type { Cause } from './event-log';

/** The kinds of data that come in batches. */
export type IngestKind = 'METRIC_POINTS' | 'PREDICTIONS' | 'ACTUALS';

export interface Ingest {
  readonly kind: IngestKind;
  /** What the data is about: the run, the version, the model. */
  readonly subjectId: string;
  /** How many items the batch had. */
  readonly items: number;
  /** How many of them were kept. */
  readonly accepted: number;
}

/**
 * Records a batch of data in the caller's transaction: it is there exactly if the data is. Data has no events; this says
 * who sent it, when and through which request. Gives the id of the record.
 */
export async function recordIngest(connection: Connection, cause: Cause, ingest: Ingest): Promise<string> {
  const id = newId();
  await rowsOf(
    connection,
    `INSERT INTO ingest_record (id, project_id, kind, subject_id, actor, request_id, items, accepted)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      cause.projectId,
      ingest.kind,
      ingest.subjectId,
      cause.actor,
      cause.requestId,
      ingest.items,
      ingest.accepted,
    ],
  );
  return id;
}
