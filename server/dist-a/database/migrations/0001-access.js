'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Access1800000000001 = void 0;
class Access1800000000001 {
  async up(runner) {
    await runner.query(`
CREATE TABLE project (
  id          uuid PRIMARY KEY,
  name        text NOT NULL CONSTRAINT project_name_unique UNIQUE,
  description text NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
INSERT INTO project (id, name, description) VALUES ('00000000-0000-7000-8000-000000000000', 'default', 'The project that exists from the start.');

CREATE TABLE token (
  id          uuid PRIMARY KEY,
  project_id  uuid NOT NULL REFERENCES project,
  subject     text NOT NULL,
  role        text NOT NULL CHECK (role IN ('READER', 'WRITER', 'APPROVER', 'ADMIN')),
  prefix      text NOT NULL,
  secret_hash bytea NOT NULL CONSTRAINT token_secret_unique UNIQUE CHECK (length(secret_hash) = 32),
  created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  created_by  text NOT NULL,
  expires_at  timestamptz,
  revoked_at  timestamptz
);
CREATE INDEX token_newest ON token (project_id, created_at DESC, id DESC);

CREATE FUNCTION token_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.id, OLD.project_id, OLD.subject, OLD.role, OLD.secret_hash) IS DISTINCT FROM (NEW.id, NEW.project_id, NEW.subject, NEW.role, NEW.secret_hash)
     OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at) THEN
    RAISE EXCEPTION 'a token is fixed once made and revoked for good' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER token_is_fixed BEFORE UPDATE ON token FOR EACH ROW EXECUTE FUNCTION token_is_fixed();
`);
  }
  async down() {
    throw new Error('There is no way back: restore a backup.');
  }
}
exports.Access1800000000001 = Access1800000000001;
//# sourceMappingURL=0001-access.js.map
