'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.appendEvent = appendEvent;
const node_crypto_1 = require('node:crypto');
const uuid_1 = require('uuid');
const connection_1 = require('../database/connection');
const canonical_json_1 = require('./canonical-json');
/**
 * Appends an event in the caller's transaction: it is in the log exactly if the change is. The sequencer gives it its
 * position after the commit.
 */
async function appendEvent(connection, cause, event) {
  const nonce = (0, node_crypto_1.randomBytes)(16);
  const payload = (0, canonical_json_1.canonicalJson)({
    before: event.before ?? null,
    after: event.after ?? null,
    reason: event.reason ?? null,
  });
  const digest = (0, node_crypto_1.createHash)('sha256').update(nonce).update(payload).digest();
  await (0, connection_1.rowsOf)(
    connection,
    `INSERT INTO event (id, project_id, type, actor, subject_kind, subject_id, model_id, before, after, reason, request_id, nonce, payload_digest)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      (0, uuid_1.v7)(),
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
//# sourceMappingURL=event-log.js.map
