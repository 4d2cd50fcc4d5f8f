import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { newId } from '../contract/id';
import { StartError } from '../database/migrate';
import { ArtifactStore, makeFolder, nullIfMissing, syncFolder } from './artifact-store';

const MARKER = 'store-id';

/**
 * The store of this database. Its folder carries the id that the database knows: a server that was pointed at another
 * folder, or at an empty one after a disk was not mounted, must not find everything missing. The first server of a
 * database writes the id.
 */
export async function openStore(dataSource: DataSource, folder: string): Promise<ArtifactStore> {
  await makeFolder(folder);
  const found = await readMarker(folder);
  await dataSource.transaction(async (manager) => {
    // Any number of servers may start at once; one makes the store, the others find it made.
    await manager.query('LOCK TABLE artifact_store IN SHARE ROW EXCLUSIVE MODE');
    const [known] = await manager.query<{ id: string }[]>('SELECT id FROM artifact_store');
    if (!known) {
      const id = (await readMarker(folder)) ?? (await writeMarker(folder));
      await manager.query('INSERT INTO artifact_store (id) VALUES ($1)', [id]);
    } else if (known.id !== (found ?? (await readMarker(folder)))) {
      throw new StartError(
        `The folder ${folder} is not the store of artifacts that this database knows (${known.id}): set MODELGRAPH_DATA to the folder that has it, or mount it there.`,
      );
    }
  });
  for (const name of ['uploads', 'sha256']) await makeFolder(join(folder, name));
  return new ArtifactStore(folder);
}

const readMarker = (folder: string): Promise<string | null> =>
  readFile(join(folder, MARKER), 'utf8').then((text) => text.trim(), nullIfMissing);

async function writeMarker(folder: string): Promise<string> {
  const id = newId();
  const temporary = join(folder, `${MARKER}.${id}`);
  const file = await open(temporary, 'wx', 0o600);
  await file.writeFile(`${id}\n`);
  await file.sync();
  await file.close();
  await rename(temporary, join(folder, MARKER));
  await syncFolder(folder);
  return id;
}
