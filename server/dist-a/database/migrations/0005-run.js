'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Run1800000000005 = void 0;
class Run1800000000005 {
  async up(runner) {
    await runner.query(`
-- One row per batch of data, written in the batch's own transaction. Data has no events.
CREATE TABLE ingest_record (
  id          uuid PRIMARY KEY,
  project_id  uuid NOT NULL REFERENCES project,
  kind        text NOT NULL CHECK (kind IN ('METRIC_POINTS', 'PREDICTIONS', 'ACTUALS')),
  subject_id  uuid NOT NULL,
  actor       text NOT NULL,
  request_id  text,
  items       integer NOT NULL,
  accepted    integer NOT NULL CHECK (accepted BETWEEN 0 AND items),
  received_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX ingest_record_newest ON ingest_record (project_id, received_at DESC, id DESC);
CREATE INDEX ingest_record_subject ON ingest_record (project_id, subject_id, received_at DESC);

CREATE FUNCTION ingest_record_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'ingest records are fixed once written' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER ingest_record_is_fixed BEFORE UPDATE ON ingest_record FOR EACH ROW EXECUTE FUNCTION ingest_record_is_fixed();

CREATE TABLE training_run (
  id                 uuid PRIMARY KEY,
  project_id         uuid NOT NULL REFERENCES project,
  name               text COLLATE "C" NOT NULL,
  external_id        text,
  experiment         text,
  model_id           uuid,
  status             text NOT NULL CHECK (status IN ('RUNNING', 'SUCCEEDED', 'FAILED', 'KILLED')),
  params             jsonb NOT NULL CHECK (jsonb_typeof(params) = 'object'),
  dataset            jsonb,
  training_samples   bigint CHECK (training_samples >= 0),
  validation_samples bigint CHECK (validation_samples >= 0),
  environment        jsonb NOT NULL,
  git_commit         text,
  tags               jsonb NOT NULL,
  error              text,
  started_by         text NOT NULL,
  started_at         timestamptz NOT NULL,
  finished_at        timestamptz,
  CONSTRAINT training_run_external_id_unique UNIQUE (project_id, external_id),
  FOREIGN KEY (project_id, model_id) REFERENCES model (project_id, id),
  UNIQUE (project_id, id),
  CHECK ((status = 'RUNNING') = (finished_at IS NULL)),
  CHECK (finished_at >= started_at),
  CHECK (error IS NULL OR status IN ('FAILED', 'KILLED'))
);
CREATE INDEX training_run_newest ON training_run (project_id, started_at DESC, id DESC);
CREATE INDEX training_run_name ON training_run (project_id, name, id);
CREATE INDEX training_run_model ON training_run (project_id, model_id, started_at DESC, id DESC);
CREATE INDEX training_run_experiment ON training_run (project_id, experiment, started_at DESC, id DESC);
CREATE INDEX training_run_status ON training_run (project_id, status, started_at DESC, id DESC);

CREATE FUNCTION training_run_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.id, OLD.project_id, OLD.external_id, OLD.started_by, OLD.started_at)
     IS DISTINCT FROM (NEW.id, NEW.project_id, NEW.external_id, NEW.started_by, NEW.started_at) THEN
    RAISE EXCEPTION 'what identifies a training run is fixed' USING ERRCODE = 'check_violation';
  END IF;
  IF OLD.model_id IS NOT NULL AND NEW.model_id IS DISTINCT FROM OLD.model_id THEN
    RAISE EXCEPTION 'the model of a training run is fixed once set' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.params IS DISTINCT FROM OLD.params
     AND EXISTS (SELECT FROM jsonb_each(OLD.params) AS was WHERE NEW.params -> was.key IS DISTINCT FROM was.value) THEN
    RAISE EXCEPTION 'the params of a training run are fixed once set' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER training_run_is_fixed BEFORE UPDATE ON training_run FOR EACH ROW EXECUTE FUNCTION training_run_is_fixed();

-- A point is its own identity: the same again is the same point. No foreign key: the run is locked by whoever writes.
CREATE TABLE metric_point (
  run_id uuid NOT NULL,
  name   text COLLATE "C" NOT NULL,
  step   bigint NOT NULL CHECK (step >= 0),
  at     timestamptz NOT NULL,
  value  float8 NOT NULL,
  PRIMARY KEY (run_id, name, step, at, value)
);

-- The point of each metric with the highest step, then time, then value; NaN loses to any number. Kept in the statement
-- that adds points, so that a page of runs reads one row per metric.
CREATE TABLE metric_latest (
  run_id uuid NOT NULL REFERENCES training_run,
  name   text COLLATE "C" NOT NULL,
  step   bigint NOT NULL,
  at     timestamptz NOT NULL,
  value  float8 NOT NULL,
  PRIMARY KEY (run_id, name)
);
`);
  }
  async down() {
    throw new Error('There is no way back: restore a backup.');
  }
}
exports.Run1800000000005 = Run1800000000005;
//# sourceMappingURL=0005-run.js.map
