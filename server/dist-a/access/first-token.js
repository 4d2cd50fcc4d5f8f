'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.firstAdminToken = firstAdminToken;
const promises_1 = require('node:fs/promises');
const node_path_1 = require('node:path');
const actor_1 = require('../contract/actor');
const id_1 = require('../contract/id');
const event_log_1 = require('../event/event-log');
const event_type_1 = require('../event/event-type');
const project_entity_1 = require('./project.entity');
const secret_1 = require('./secret');
const FILE = 'admin-token';
const LOCK = 0x6d67_6674;
/**
 * The secret of the embedded database's first admin, from the file beside the data; made when the file is missing or what
 * it holds does not work any more. The file is in place before the token is committed, so a crash between the two leaves
 * a file that the next start replaces, never a token whose secret nobody has.
 */
async function firstAdminToken(dataSource, authenticator, folder) {
  const file = (0, node_path_1.join)(folder, FILE);
  return dataSource.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const kept = await (0, promises_1.readFile)(file, 'utf8').then(
      (text) => text.trim(),
      () => '',
    );
    if (kept !== '' && (await works(authenticator, kept))) return kept;
    const secret = (0, secret_1.makeSecret)();
    const id = (0, id_1.newId)();
    await manager.query(
      `INSERT INTO token (id, project_id, subject, role, prefix, secret_hash, created_by) VALUES ($1, $2, 'admin', $3, $4, $5, 'system:start')`,
      [
        id,
        project_entity_1.DEFAULT_PROJECT_ID,
        actor_1.Role.ADMIN,
        (0, secret_1.shownPrefix)(secret),
        (0, secret_1.hashSecret)(secret),
      ],
    );
    await (0, event_log_1.appendEvent)(
      manager,
      { projectId: project_entity_1.DEFAULT_PROJECT_ID, actor: 'system:start', requestId: null },
      {
        type: event_type_1.EventType.TOKEN_CREATED,
        subjectKind: event_type_1.SubjectKind.TOKEN,
        subjectId: id,
        after: {
          subject: 'admin',
          role: actor_1.Role.ADMIN,
          prefix: (0, secret_1.shownPrefix)(secret),
          expiresAt: null,
        },
      },
    );
    await writePrivately(file, secret);
    return secret;
  });
}
const works = (authenticator, secret) =>
  authenticator.authenticate(`Bearer ${secret}`).then(
    () => true,
    () => false,
  );
async function writePrivately(file, secret) {
  const temporary = `${file}.${process.pid}.tmp`;
  const handle = await (0, promises_1.open)(temporary, 'w', 0o600);
  try {
    await handle.writeFile(`${secret}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await (0, promises_1.rename)(temporary, file);
}
//# sourceMappingURL=first-token.js.map
