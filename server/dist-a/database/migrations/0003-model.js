'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Model1800000000003 = void 0;
class Model1800000000003 {
  async up(runner) {
    await runner.query(`
CREATE TABLE model (
  id            uuid PRIMARY KEY,
  project_id    uuid NOT NULL REFERENCES project,
  name          text COLLATE "C" NOT NULL,
  description   text NOT NULL,
  task          text NOT NULL,
  owner         text,
  domain        text,
  tags          jsonb NOT NULL,
  metadata      jsonb NOT NULL,
  registered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  registered_by text NOT NULL,
  archived_at   timestamptz,
  CONSTRAINT model_name_unique UNIQUE (project_id, name),
  UNIQUE (project_id, id)
);
CREATE INDEX model_newest ON model (project_id, registered_at DESC, id DESC);
CREATE INDEX model_owner ON model (project_id, owner);
CREATE INDEX model_tags ON model USING gin (tags jsonb_path_ops);
`);
  }
  async down() {
    throw new Error('There is no way back: restore a backup.');
  }
}
exports.Model1800000000003 = Model1800000000003;
//# sourceMappingURL=0003-model.js.map
