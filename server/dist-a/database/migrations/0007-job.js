'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Job1800000000007 = void 0;
class Job1800000000007 {
  async up(runner) {
    await runner.query(`
-- due_at: when a server may take it. While it waits, when it is due; while it runs, when its lease runs out; once it has
-- ended, when it is due again, or null for ever.
-- lease_token grows with every lease: whoever writes with an older one has lost the job and changes nothing.
CREATE TABLE job (
  id           uuid PRIMARY KEY,
  project_id   uuid REFERENCES project,
  kind         text NOT NULL,
  key          text,
  state        text NOT NULL DEFAULT 'QUEUED' CHECK (state IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED')),
  payload      jsonb NOT NULL,
  progress     float8 CHECK (progress BETWEEN 0 AND 1),
  attempts     integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  max_attempts integer NOT NULL CHECK (max_attempts >= 1),
  lease_owner  text,
  lease_token  bigint NOT NULL DEFAULT 0,
  due_at       timestamptz,
  repeat_every interval,
  error        text,
  result       jsonb,
  created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  started_at   timestamptz,
  finished_at  timestamptz,
  CONSTRAINT job_lease_while_running CHECK ((state = 'RUNNING') = (lease_owner IS NOT NULL)),
  CONSTRAINT job_due_unless_done CHECK ((due_at IS NULL) = (repeat_every IS NULL AND state IN ('SUCCEEDED', 'FAILED')))
);
CREATE INDEX job_due ON job (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX job_newest ON job (project_id, created_at DESC, id DESC);
-- Upkeep: one row per kind, whatever the number of servers.
CREATE UNIQUE INDEX job_recurring_once ON job (kind) WHERE repeat_every IS NOT NULL;
-- Of one key one waits that nobody has begun, and one runs.
CREATE UNIQUE INDEX job_waiting_once ON job (kind, project_id, key) NULLS NOT DISTINCT
  WHERE state = 'QUEUED' AND started_at IS NULL AND key IS NOT NULL;
CREATE UNIQUE INDEX job_running_once ON job (kind, project_id, key) NULLS NOT DISTINCT
  WHERE state = 'RUNNING' AND key IS NOT NULL;
`);
  }
  async down() {
    throw new Error('There is no way back: restore a backup.');
  }
}
exports.Job1800000000007 = Job1800000000007;
//# sourceMappingURL=0007-job.js.map
