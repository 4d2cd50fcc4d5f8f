'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Artifact1800000000004 = void 0;
class Artifact1800000000004 {
  async up(runner) {
    await runner.query(`
-- The one folder of bytes that this database speaks of. A server whose folder lacks the marker does not start.
CREATE TABLE artifact_store (
  id       uuid PRIMARY KEY,
  the_only boolean NOT NULL DEFAULT true CONSTRAINT artifact_store_only_one UNIQUE CHECK (the_only),
  made_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Verified bytes in the store that a project has uploaded. Written after the file is in its place for good. The bytes of
-- two projects may be one file; each sees them only through a row of its own.
CREATE TABLE blob (
  project_id  uuid NOT NULL REFERENCES project,
  sha256      text COLLATE "C" NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes  bigint NOT NULL CHECK (size_bytes >= 0),
  uploaded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  uploaded_by text NOT NULL,
  PRIMARY KEY (project_id, sha256),
  UNIQUE (project_id, sha256, size_bytes)
);

-- An upload under way. How far it is says the file itself; "claim" names the request that may write to it.
CREATE TABLE upload (
  id         uuid PRIMARY KEY,
  project_id uuid NOT NULL REFERENCES project,
  started_by text NOT NULL,
  file       uuid NOT NULL,
  claim      uuid,
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  touched_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX upload_age ON upload (touched_at);

-- A file of a version. The foreign key to blob holds the size, too: what is registered was verified.
CREATE TABLE artifact (
  id         uuid PRIMARY KEY,
  project_id uuid NOT NULL,
  owner_kind text NOT NULL CHECK (owner_kind IN ('VERSION')),
  owner_id   uuid NOT NULL,
  path       text COLLATE "C" NOT NULL,
  sha256     text COLLATE "C" NOT NULL,
  size_bytes bigint NOT NULL,
  media_type text NOT NULL,
  CONSTRAINT artifact_path_unique UNIQUE (owner_id, path),
  CONSTRAINT artifact_blob FOREIGN KEY (project_id, sha256, size_bytes) REFERENCES blob (project_id, sha256, size_bytes)
);
CREATE INDEX artifact_by_blob ON artifact (project_id, sha256);

CREATE FUNCTION artifact_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'artifacts are fixed once registered' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER artifact_is_fixed BEFORE UPDATE OR DELETE ON artifact FOR EACH ROW EXECUTE FUNCTION artifact_is_fixed();

CREATE FUNCTION blob_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was uploaded is fixed' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER blob_is_fixed BEFORE UPDATE ON blob FOR EACH ROW EXECUTE FUNCTION blob_is_fixed();
`);
  }
  async down() {
    throw new Error('There is no way back: restore a backup.');
  }
}
exports.Artifact1800000000004 = Artifact1800000000004;
//# sourceMappingURL=0004-artifact.js.map
