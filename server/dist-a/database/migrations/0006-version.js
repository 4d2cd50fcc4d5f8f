'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Version1800000000006 = void 0;
const STAGES = "('DEVELOPMENT', 'STAGING', 'SHADOW', 'CANARY', 'PRODUCTION', 'DEPRECATED', 'ARCHIVED')";
class Version1800000000006 {
  async up(runner) {
    await runner.query(`
-- The counter makes numbers dense: it is bumped in the transaction of the registration, under the lock of the row.
ALTER TABLE model
  ADD COLUMN next_version integer NOT NULL DEFAULT 1,
  ADD COLUMN stage_graph text NOT NULL DEFAULT 'STANDARD' CHECK (stage_graph IN ('STANDARD', 'STRICT'));

CREATE TABLE version (
  id                 uuid PRIMARY KEY,
  project_id         uuid NOT NULL,
  model_id           uuid NOT NULL,
  number             integer NOT NULL CHECK (number >= 1),
  stage              text NOT NULL CHECK (stage IN ${STAGES}),
  stage_entered_at   timestamptz NOT NULL,
  deployed_at        timestamptz,
  description        text NOT NULL,
  algorithm          text,
  framework          text,
  manifest_digest    text COLLATE "C" NOT NULL CHECK (manifest_digest ~ '^[0-9a-f]{64}$'),
  hyperparameters    jsonb NOT NULL,
  metrics            jsonb NOT NULL,
  signature          jsonb,
  feature_importance jsonb NOT NULL,
  tags               jsonb NOT NULL,
  metadata           jsonb NOT NULL,
  created_at         timestamptz,
  registered_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  registered_by      text NOT NULL,
  CONSTRAINT version_number_unique UNIQUE (model_id, number),
  UNIQUE (project_id, model_id, id),
  FOREIGN KEY (project_id, model_id) REFERENCES model (project_id, id)
);
-- At most one, at every instant, whatever the code does.
CREATE UNIQUE INDEX version_one_production ON version (model_id) WHERE stage = 'PRODUCTION';
CREATE INDEX version_newest ON version (project_id, registered_at DESC, id DESC);
CREATE INDEX version_by_number ON version (project_id, number, id);
CREATE INDEX version_in_stage ON version (model_id, stage, stage_entered_at DESC);
CREATE INDEX version_tags ON version USING gin (tags jsonb_path_ops);

CREATE FUNCTION version_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.id, OLD.project_id, OLD.model_id, OLD.number, OLD.manifest_digest, OLD.hyperparameters, OLD.metrics,
      OLD.signature, OLD.feature_importance, OLD.algorithm, OLD.framework, OLD.created_at, OLD.registered_at, OLD.registered_by)
     IS DISTINCT FROM
     (NEW.id, NEW.project_id, NEW.model_id, NEW.number, NEW.manifest_digest, NEW.hyperparameters, NEW.metrics,
      NEW.signature, NEW.feature_importance, NEW.algorithm, NEW.framework, NEW.created_at, NEW.registered_at, NEW.registered_by) THEN
    RAISE EXCEPTION 'bytes and numbers of a version are fixed once registered' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER version_is_fixed BEFORE UPDATE ON version FOR EACH ROW EXECUTE FUNCTION version_is_fixed();

-- An artifact's owner is a version; the room of artifacts need not know that.
ALTER TABLE artifact ADD COLUMN version_id uuid
  GENERATED ALWAYS AS (CASE WHEN owner_kind = 'VERSION' THEN owner_id END) STORED REFERENCES version;

CREATE TABLE evaluation (
  id           uuid PRIMARY KEY,
  version_id   uuid NOT NULL REFERENCES version,
  dataset      text NOT NULL,
  metrics      jsonb NOT NULL,
  evaluated_at timestamptz NOT NULL
);
CREATE INDEX evaluation_newest ON evaluation (version_id, evaluated_at DESC, id DESC);

CREATE TABLE stage_transition (
  id         uuid PRIMARY KEY,
  project_id uuid NOT NULL,
  model_id   uuid NOT NULL,
  version_id uuid NOT NULL,
  from_stage text CHECK (from_stage IN ${STAGES}),
  to_stage   text NOT NULL CHECK (to_stage IN ${STAGES}),
  kind       text NOT NULL CHECK (kind IN ('REGISTRATION', 'TRANSITION', 'DEMOTION', 'ROLLBACK')),
  at         timestamptz NOT NULL,
  actor      text NOT NULL,
  reason     text,
  CHECK ((from_stage IS NULL) = (kind = 'REGISTRATION')),
  CONSTRAINT stage_transition_at_unique UNIQUE (model_id, at),
  FOREIGN KEY (project_id, model_id, version_id) REFERENCES version (project_id, model_id, id)
);
CREATE INDEX stage_transition_of_version ON stage_transition (version_id, at DESC);
CREATE INDEX stage_transition_into ON stage_transition (model_id, to_stage, at DESC);

-- Whoever inserts holds the lock of the model row; this refuses the history of one who does not.
CREATE FUNCTION stage_transition_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM stage_transition WHERE model_id = NEW.model_id AND at >= NEW.at) THEN
    RAISE EXCEPTION 'the moves of a model ascend in time' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.from_stage IS DISTINCT FROM
     (SELECT to_stage FROM stage_transition WHERE version_id = NEW.version_id ORDER BY at DESC LIMIT 1) THEN
    RAISE EXCEPTION 'a move starts where the one before it ended' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER stage_transition_follows BEFORE INSERT ON stage_transition
  FOR EACH ROW EXECUTE FUNCTION stage_transition_follows();

CREATE FUNCTION stage_transition_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of stages is append-only' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER stage_transition_is_append_only BEFORE UPDATE OR DELETE ON stage_transition
  FOR EACH ROW EXECUTE FUNCTION stage_transition_is_append_only();

-- The stack of those that were in PRODUCTION: a promotion pushes, a rollback pops by marking.
CREATE TABLE production_holder (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  project_id uuid NOT NULL,
  model_id   uuid NOT NULL,
  version_id uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  popped_at  timestamptz,
  FOREIGN KEY (project_id, model_id, version_id) REFERENCES version (project_id, model_id, id)
);
CREATE INDEX production_holder_stack ON production_holder (model_id, id DESC) WHERE popped_at IS NULL;
`);
  }
  async down() {
    throw new Error('There is no way back: restore a backup.');
  }
}
exports.Version1800000000006 = Version1800000000006;
//# sourceMappingURL=0006-version.js.map
