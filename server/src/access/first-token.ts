import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { Role } from '../contract/actor';
import { newId } from '../contract/id';
import { appendEvent } from '../event/event-log';
import { EventType, SubjectKind } from '../event/event-type';
import type { Authenticator } from './authenticator';
import { DEFAULT_PROJECT_ID } from './project.entity';
import { hashSecret, makeSecret, shownPrefix } from './secret';

const FILE = 'admin-token';
const LOCK = 0x6d67_6674;
/** The actor that makes it. */
export const FIRST_TOKEN_MADE_BY = 'system:start';

/**
 * The secret of the embedded database's first admin, from the file beside the data; made when the file is missing or what
 * it holds does not work any more. The file is in place before the token is committed, so a crash between the two leaves
 * a file that the next start replaces, never a token whose secret nobody has.
 */
export async function firstAdminToken(
  dataSource: DataSource,
  authenticator: Authenticator,
  folder: string,
): Promise<string> {
  const file = join(folder, FILE);
  return dataSource.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const kept = await readFile(file, 'utf8').then(
      (text) => text.trim(),
      () => '',
    );
    if (kept !== '' && (await works(authenticator, kept))) return kept;
    const secret = makeSecret();
    const id = newId();
    await manager.query(
      `INSERT INTO token (id, project_id, subject, role, prefix, secret_hash, created_by) VALUES ($1, $2, 'admin', $3, $4, $5, $6)`,
      [id, DEFAULT_PROJECT_ID, Role.ADMIN, shownPrefix(secret), hashSecret(secret), FIRST_TOKEN_MADE_BY],
    );
    await appendEvent(
      manager,
      { projectId: DEFAULT_PROJECT_ID, actor: FIRST_TOKEN_MADE_BY, requestId: null },
      {
        type: EventType.TOKEN_CREATED,
        subjectKind: SubjectKind.TOKEN,
        subjectId: id,
        after: { subject: 'admin', role: Role.ADMIN, prefix: shownPrefix(secret), expiresAt: null },
      },
    );
    await writePrivately(file, secret);
    return secret;
  });
}

const works = (authenticator: Authenticator, secret: string): Promise<boolean> =>
  authenticator.authenticate(`Bearer ${secret}`).then(
    () => true,
    () => false,
  );

async function writePrivately(file: string, secret: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  const handle = await open(temporary, 'w', 0o600);
  try {
    await handle.writeFile(`${secret}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
}
