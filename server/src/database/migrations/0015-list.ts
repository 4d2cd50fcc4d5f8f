import type { MigrationInterface, QueryRunner } from 'typeorm';

export class List1800000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- What is listed by itself says of which project it is.
ALTER TABLE evaluation ADD COLUMN project_id uuid, ADD COLUMN model_id uuid;
UPDATE evaluation SET project_id = version.project_id, model_id = version.model_id
  FROM version WHERE version.id = evaluation.version_id;
ALTER TABLE evaluation
  ALTER COLUMN project_id SET NOT NULL,
  ALTER COLUMN model_id SET NOT NULL,
  ADD FOREIGN KEY (project_id, model_id, version_id) REFERENCES version (project_id, model_id, id);
CREATE INDEX evaluation_of_project ON evaluation (project_id, evaluated_at DESC, id DESC);
CREATE INDEX evaluation_of_model ON evaluation (model_id, evaluated_at DESC, id DESC);

-- Ordered by code point, whatever the locale of the database.
ALTER TABLE project ALTER COLUMN name TYPE text COLLATE "C";
ALTER TABLE token ALTER COLUMN subject TYPE text COLLATE "C";
CREATE INDEX project_newest ON project (created_at DESC, id DESC);
CREATE INDEX token_by_subject ON token (project_id, subject, id);

CREATE INDEX artifact_newest ON artifact (project_id, id DESC);
CREATE INDEX artifact_by_path ON artifact (project_id, path, id);
CREATE INDEX baseline_newest ON baseline (project_id, created_at DESC, id DESC);
`);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back: restore a backup.');
  }
}
