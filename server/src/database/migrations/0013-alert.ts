import type { MigrationInterface, QueryRunner } from 'typeorm';

const FINITE = "> '-Infinity' AND value < 'Infinity'";

export class Alert1800000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE alert_rule (
  id                    uuid PRIMARY KEY,
  project_id            uuid NOT NULL,
  model_id              uuid NOT NULL,
  watch                 text NOT NULL,
  feature               text,
  compare               text NOT NULL CHECK (compare IN ('ABOVE', 'BELOW', 'ABOVE_BASELINE_RATIO')),
  value                 float8 NOT NULL CHECK (value ${FINITE}),
  severity              text NOT NULL CHECK (severity IN ('INFO', 'WARNING', 'CRITICAL')),
  for_windows           integer NOT NULL CHECK (for_windows BETWEEN 1 AND 100),
  false_alarms_per_year float8 NOT NULL CHECK (false_alarms_per_year > 0 AND false_alarms_per_year <= 1000),
  health                text NOT NULL DEFAULT 'OK' CHECK (health IN ('OK', 'NO_DATA', 'EVALUATION_ERROR')),
  created_at            timestamptz NOT NULL DEFAULT clock_timestamp(),
  created_by            text NOT NULL,
  UNIQUE (project_id, model_id, id),
  FOREIGN KEY (project_id, model_id) REFERENCES model (project_id, id)
);
CREATE INDEX alert_rule_newest ON alert_rule (project_id, created_at DESC, id DESC);
CREATE INDEX alert_rule_of_model ON alert_rule (model_id, id);

CREATE FUNCTION alert_rule_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(OLD) - 'health') IS DISTINCT FROM (to_jsonb(NEW) - 'health') THEN
    RAISE EXCEPTION 'a rule is fixed once made' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER alert_rule_is_fixed BEFORE UPDATE ON alert_rule FOR EACH ROW EXECUTE FUNCTION alert_rule_is_fixed();

-- The last window that a rule had a number for, per version. It never goes back.
CREATE TABLE alert_evaluation (
  rule_id    uuid NOT NULL REFERENCES alert_rule,
  version_id uuid NOT NULL REFERENCES version,
  window_to  timestamptz NOT NULL,
  broken     boolean NOT NULL,
  report_id  uuid NOT NULL REFERENCES monitoring_report,
  PRIMARY KEY (rule_id, version_id)
);

CREATE FUNCTION alert_evaluation_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.window_to < OLD.window_to THEN
    RAISE EXCEPTION 'windows are evaluated in order' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER alert_evaluation_goes_forward BEFORE UPDATE ON alert_evaluation FOR EACH ROW EXECUTE FUNCTION alert_evaluation_goes_forward();

CREATE TABLE alert (
  id              uuid PRIMARY KEY,
  -- Tells which of the alerts of a rule and a version is the latest: clocks may not.
  made            bigint GENERATED ALWAYS AS IDENTITY,
  project_id      uuid NOT NULL,
  model_id        uuid NOT NULL,
  rule_id         uuid NOT NULL,
  version_id      uuid NOT NULL,
  status          text NOT NULL CHECK (status IN ('PENDING', 'FIRING', 'ACKNOWLEDGED', 'RESOLVED')),
  severity        text NOT NULL CHECK (severity IN ('INFO', 'WARNING', 'CRITICAL')),
  watch           text NOT NULL,
  feature         text,
  value           float8 NOT NULL CHECK (value <> 'NaN'),
  threshold       float8 NOT NULL CHECK (threshold <> 'NaN'),
  message         text NOT NULL,
  report_id       uuid NOT NULL REFERENCES monitoring_report,
  windows         integer NOT NULL CHECK (windows >= 0),
  opened_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  fired_at        timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by text,
  note            text,
  resolved_at     timestamptz,
  -- The end of the window that resolved it.
  resolved_by     timestamptz,
  CHECK ((status = 'RESOLVED') = (resolved_at IS NOT NULL)),
  CHECK ((resolved_at IS NULL) = (resolved_by IS NULL)),
  CHECK (status NOT IN ('FIRING', 'ACKNOWLEDGED') OR fired_at IS NOT NULL),
  CHECK (status <> 'PENDING' OR (fired_at IS NULL AND acknowledged_at IS NULL)),
  CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)),
  CHECK (status <> 'ACKNOWLEDGED' OR acknowledged_at IS NOT NULL),
  CHECK (status <> 'FIRING' OR acknowledged_at IS NULL),
  FOREIGN KEY (project_id, model_id, rule_id) REFERENCES alert_rule (project_id, model_id, id),
  FOREIGN KEY (project_id, model_id, version_id) REFERENCES version (project_id, model_id, id)
);
-- At most one open alert of a rule and a version, whatever the code does.
CREATE UNIQUE INDEX alert_one_open ON alert (rule_id, version_id) WHERE status <> 'RESOLVED';
CREATE INDEX alert_latest ON alert (rule_id, version_id, made DESC);
CREATE INDEX alert_newest ON alert (project_id, opened_at DESC, id DESC);
CREATE INDEX alert_in_status ON alert (project_id, status, opened_at DESC, id DESC);
CREATE INDEX alert_of_model ON alert (model_id, opened_at DESC, id DESC);

CREATE FUNCTION alert_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.id, OLD.made, OLD.project_id, OLD.model_id, OLD.rule_id, OLD.version_id, OLD.severity, OLD.watch, OLD.feature, OLD.opened_at)
     IS DISTINCT FROM
     (NEW.id, NEW.made, NEW.project_id, NEW.model_id, NEW.rule_id, NEW.version_id, NEW.severity, NEW.watch, NEW.feature, NEW.opened_at) THEN
    RAISE EXCEPTION 'what an alert is about is fixed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER alert_is_fixed BEFORE UPDATE ON alert FOR EACH ROW EXECUTE FUNCTION alert_is_fixed();
`);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back: restore a backup.');
  }
}
