import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Consumer1800000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- How far a part of the server has got in the log of a project. Its effect and its new position commit together.
CREATE TABLE event_consumer (
  name       text NOT NULL,
  project_id uuid NOT NULL REFERENCES project,
  position   bigint NOT NULL CHECK (position >= 0),
  failures   integer NOT NULL DEFAULT 0 CHECK (failures >= 0),
  retry_at   timestamptz,
  last_error text,
  PRIMARY KEY (name, project_id)
);

CREATE FUNCTION event_consumer_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.position < OLD.position THEN
    RAISE EXCEPTION 'a consumer handles no event twice' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER event_consumer_goes_forward BEFORE UPDATE ON event_consumer FOR EACH ROW EXECUTE FUNCTION event_consumer_goes_forward();

-- Events that a consumer gave up on, kept for whoever mends the cause.
CREATE TABLE event_parked (
  consumer   text NOT NULL,
  project_id uuid NOT NULL REFERENCES project,
  position   bigint NOT NULL,
  event_id   uuid NOT NULL REFERENCES event,
  failures   integer NOT NULL,
  error      text NOT NULL,
  parked_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (consumer, project_id, position)
);
`);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back: restore a backup.');
  }
}
