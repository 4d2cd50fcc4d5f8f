import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Monitoring1800000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- What a report found stands in one column of type json, which keeps doubles as they were written; the others are what
-- lists are filtered and ordered by.
CREATE TABLE monitoring_report (
  id          uuid PRIMARY KEY,
  project_id  uuid NOT NULL,
  model_id    uuid NOT NULL,
  version_id  uuid NOT NULL,
  window_from timestamptz NOT NULL CHECK (extract(epoch FROM window_from)::bigint % 3600 = 0),
  window_to   timestamptz NOT NULL CHECK (extract(epoch FROM window_to)::bigint % 3600 = 0),
  verdict     text NOT NULL CHECK (verdict IN ('OK', 'WARNING', 'CRITICAL', 'NO_DATA', 'NO_BASELINE', 'INSUFFICIENT_DATA')),
  predictions bigint NOT NULL CHECK (predictions >= 0),
  labelled    bigint NOT NULL CHECK (labelled BETWEEN 0 AND predictions),
  baseline_id uuid REFERENCES baseline,
  findings    json NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  created_by  text NOT NULL,
  CHECK (window_from < window_to AND window_to <= window_from + interval '400 days'),
  FOREIGN KEY (project_id, model_id, version_id) REFERENCES version (project_id, model_id, id)
);
CREATE INDEX monitoring_report_newest ON monitoring_report (project_id, created_at DESC, id DESC);
CREATE INDEX monitoring_report_by_window ON monitoring_report (project_id, window_to DESC, id DESC);
CREATE INDEX monitoring_report_of_version ON monitoring_report (version_id, created_at DESC, id DESC);
CREATE INDEX monitoring_report_of_model ON monitoring_report (model_id, created_at DESC, id DESC);
-- Finds the report on the window before.
CREATE INDEX monitoring_report_window ON monitoring_report (version_id, window_to, window_from, created_at DESC);

CREATE FUNCTION monitoring_report_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a report is fixed once made' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER monitoring_report_is_fixed BEFORE UPDATE ON monitoring_report FOR EACH ROW EXECUTE FUNCTION monitoring_report_is_fixed();
`);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back: restore a backup.');
  }
}
