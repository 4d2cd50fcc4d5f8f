import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { type Connection, rowsOf } from '../database/connection';
import { canonicalJson } from './canonical-json';
import type { EventType, SubjectKind } from './event-type';

/** Who did it and through which request; a request's `Actor` and id, or `system:<part>` without a request. */
export interface Cause {
  readonly projectId: string;
  readonly actor: string;
  readonly requestId: string | null;
}

export interface NewEvent {
  readonly type: EventType;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  /** The model it belongs to, for those who follow one model. */
  readonly modelId?: string;
  readonly before?: Record<string, unknown> | null;
  readonly after?: Record<string, unknown> | null;
  readonly reason?: string | null;
}

/**
 * Appends an event in the caller's transaction: it is in the log exactly if the change is. The sequencer gives it its
 * position after the commit.
 */
export async function appendEvent(connection: Connection, cause: Cause, event: NewEvent): Promise<void> {
  const nonce = randomBytes(16);
  const payload = canonicalJson({
    before: event.before ?? null,
    after: event.after ?? null,
    reason: event.reason ?? null,
  });
  const digest = createHash('sha256').update(nonce).update(payload).digest();
  await rowsOf(
    connection,
    `INSERT INTO event (id, project_id, type, actor, subject_kind, subject_id, model_id, before, after, reason, request_id, nonce, payload_digest)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      uuidv7(),
      cause.projectId,
      event.type,
      cause.actor,
      event.subjectKind,
      event.subjectId,
      event.modelId ?? null,
      event.before ? JSON.stringify(event.before) : null,
      event.after ? JSON.stringify(event.after) : null,
      event.reason ?? null,
      cause.requestId,
      nonce,
      digest,
    ],
  );
}
