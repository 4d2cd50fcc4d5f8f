'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.openStore = openStore;
const promises_1 = require('node:fs/promises');
const node_path_1 = require('node:path');
const id_1 = require('../contract/id');
const migrate_1 = require('../database/migrate');
const artifact_store_1 = require('./artifact-store');
const MARKER = 'store-id';
/**
 * The store of this database. Its folder carries the id that the database knows: a server that was pointed at another
 * folder, or at an empty one after a disk was not mounted, must not find everything missing. The first server of a
 * database writes the id.
 */
async function openStore(dataSource, folder) {
  await (0, artifact_store_1.makeFolder)(folder);
  const found = await readMarker(folder);
  await dataSource.transaction(async (manager) => {
    // Any number of servers may start at once; one makes the store, the others find it made.
    await manager.query('LOCK TABLE artifact_store IN SHARE ROW EXCLUSIVE MODE');
    const [known] = await manager.query('SELECT id FROM artifact_store');
    if (!known) {
      const id = (await readMarker(folder)) ?? (await writeMarker(folder));
      await manager.query('INSERT INTO artifact_store (id) VALUES ($1)', [id]);
    } else if (known.id !== (found ?? (await readMarker(folder)))) {
      throw new migrate_1.StartError(
        `The folder ${folder} is not the store of artifacts that this database knows (${known.id}): set MODELGRAPH_DATA to the folder that has it, or mount it there.`,
      );
    }
  });
  for (const name of ['uploads', 'sha256'])
    await (0, artifact_store_1.makeFolder)((0, node_path_1.join)(folder, name));
  return new artifact_store_1.ArtifactStore(folder);
}
const readMarker = (folder) =>
  (0, promises_1.readFile)((0, node_path_1.join)(folder, MARKER), 'utf8').then(
    (text) => text.trim(),
    artifact_store_1.nullIfMissing,
  );
async function writeMarker(folder) {
  const id = (0, id_1.newId)();
  const temporary = (0, node_path_1.join)(folder, `${MARKER}.${id}`);
  const file = await (0, promises_1.open)(temporary, 'wx', 0o600);
  await file.writeFile(`${id}\n`);
  await file.sync();
  await file.close();
  await (0, promises_1.rename)(temporary, (0, node_path_1.join)(folder, MARKER));
  await (0, artifact_store_1.syncFolder)(folder);
  return id;
}
//# sourceMappingURL=open-store.js.map
