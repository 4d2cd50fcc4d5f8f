'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Event1800000000002 = void 0;
class Event1800000000002 {
  async up(runner) {
    await runner.query(`
-- Written in the transaction of the change it tells of. Position and hash are given later, once, by the sequencer:
-- a serial is not commit order, so a reader of "id > last" would lose rows.
CREATE TABLE event (
  id             uuid PRIMARY KEY,
  project_id     uuid NOT NULL REFERENCES project,
  written        bigint GENERATED ALWAYS AS IDENTITY,
  type           text NOT NULL,
  actor          text NOT NULL,
  subject_kind   text NOT NULL,
  subject_id     uuid NOT NULL,
  model_id       uuid,
  before         jsonb,
  after          jsonb,
  reason         text,
  request_id     text,
  occurred_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  nonce          bytea NOT NULL CHECK (length(nonce) = 16),
  payload_digest bytea NOT NULL CHECK (length(payload_digest) = 32),
  position       bigint,
  hash           bytea,
  CHECK ((position IS NULL) = (hash IS NULL))
);
CREATE UNIQUE INDEX event_position ON event (project_id, position) WHERE position IS NOT NULL;
CREATE INDEX event_unsequenced ON event (project_id, written) WHERE position IS NULL;
CREATE INDEX event_subject ON event (project_id, subject_id, position);
CREATE INDEX event_type ON event (project_id, type, position);

-- The head of each project's chain.
CREATE TABLE event_head (
  project_id uuid PRIMARY KEY REFERENCES project,
  position   bigint NOT NULL,
  hash       bytea NOT NULL
);

CREATE FUNCTION event_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.position IS NOT NULL
     OR (to_jsonb(OLD) - 'position' - 'hash') IS DISTINCT FROM (to_jsonb(NEW) - 'position' - 'hash') THEN
    RAISE EXCEPTION 'events are append-only' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER event_is_append_only BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION event_is_append_only();

-- Inserted first in the transaction of the mutation: a second caller waits on the primary key.
CREATE TABLE idempotency_key (
  project_id uuid NOT NULL REFERENCES project,
  subject    text NOT NULL,
  mutation   text NOT NULL,
  key        text NOT NULL,
  input_hash bytea NOT NULL,
  entity_id  uuid,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (project_id, subject, mutation, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
`);
  }
  async down() {
    throw new Error('There is no way back: restore a backup.');
  }
}
exports.Event1800000000002 = Event1800000000002;
//# sourceMappingURL=0002-event.js.map
