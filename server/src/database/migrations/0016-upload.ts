import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Upload1800000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- The SHA-256 of the bytes, set when they have been verified and before they are put in their place: where the file is not
-- under its own name any more, it is there.
ALTER TABLE upload ADD COLUMN sha256 text COLLATE "C" CHECK (sha256 ~ '^[0-9a-f]{64}$');
`);
  }

  async down(): Promise<void> {
    throw new Error('There is no way back: restore a backup.');
  }
}
