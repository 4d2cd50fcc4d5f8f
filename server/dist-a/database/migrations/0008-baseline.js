'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Baseline1800000000008 = void 0;
class Baseline1800000000008 {
  async up(runner) {
    await runner.query(`
-- What a version's inputs and outputs looked like, frozen. The columns of type json keep doubles as they were written.
CREATE TABLE baseline (
  id            uuid PRIMARY KEY,
  project_id    uuid NOT NULL,
  version_id    uuid NOT NULL REFERENCES version,
  revision      integer NOT NULL CHECK (revision >= 1),
  state         text NOT NULL CHECK (state IN ('PENDING', 'READY', 'FAILED')),
  source        text NOT NULL CHECK (source IN ('ROWS', 'FIRST_PREDICTIONS')),
  -- The artifact of the version that has the rows.
  artifact_path text,
  rows          bigint NOT NULL CHECK (rows >= 0),
  labelled_rows bigint NOT NULL CHECK (labelled_rows BETWEEN 0 AND rows),
  features      json NOT NULL,
  output        json,
  quality       json,
  error         text,
  created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  computed_at   timestamptz,
  CHECK ((source = 'ROWS') = (artifact_path IS NOT NULL)),
  CHECK ((state = 'READY') = (computed_at IS NOT NULL)),
  CHECK ((state = 'FAILED') = (error IS NOT NULL)),
  -- Whoever freezes the first predictions at the same time as another server loses here.
  CONSTRAINT baseline_revision_unique UNIQUE (version_id, revision)
);

CREATE FUNCTION baseline_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'PENDING'
     OR (OLD.id, OLD.project_id, OLD.version_id, OLD.revision, OLD.source, OLD.artifact_path)
        IS DISTINCT FROM (NEW.id, NEW.project_id, NEW.version_id, NEW.revision, NEW.source, NEW.artifact_path) THEN
    RAISE EXCEPTION 'a baseline is frozen once computed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER baseline_is_frozen BEFORE UPDATE ON baseline FOR EACH ROW EXECUTE FUNCTION baseline_is_frozen();
`);
  }
  async down() {
    throw new Error('There is no way back: restore a backup.');
  }
}
exports.Baseline1800000000008 = Baseline1800000000008;
//# sourceMappingURL=0008-baseline.js.map
