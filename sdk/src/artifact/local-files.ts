import { ArtifactMismatchError, ConfigurationError } from '../errors/service-errors.js';
import { nodeFiles } from '../platform.js';
import type { Content } from './content.js';

/** A file of this machine and its path below the folder that was named. */
export interface LocalFile {
  readonly path: string;
  readonly file: string;
}

/** The file itself, or every file below a folder, in a stable order. */
export async function filesAt(place: string): Promise<LocalFile[]> {
  const { fs, path } = nodeFiles('A file or folder');
  const found = await fs.stat(place).catch((error: Error) => unreadable(place, error));
  if (found.isFile()) return [{ path: path.basename(path.resolve(place)), file: place }];
  if (!found.isDirectory()) throw new ConfigurationError(`${place} is neither a file nor a folder.`);
  const files = await filesBelow(place, '');
  if (files.length === 0) throw new ConfigurationError(`There is no file in the folder ${place}.`);
  return files;
}

async function filesBelow(folder: string, prefix: string): Promise<LocalFile[]> {
  const { fs, path } = nodeFiles('A folder');
  const entries = await fs
    .readdir(folder, { withFileTypes: true })
    .catch((error) => unreadable(folder, error));
  const files: LocalFile[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      files.push(...(await filesBelow(file, `${prefix}${entry.name}/`)));
      continue;
    }
    // A link to a file is that file, as in the caches of model hubs; a link to a folder could lead in a circle.
    const { isFile } = await fs.stat(file).then(
      (target) => ({ isFile: target.isFile() }),
      (error) => unreadable(file, error),
    );
    if (!isFile) throw new ConfigurationError(`${file} is no file: name the files to keep one by one.`);
    files.push({ path: `${prefix}${entry.name}`, file });
  }
  return files;
}

/** A file that is being read. */
export interface OpenFile {
  /** What it had when it was opened. */
  readonly content: Content;
  /** Throws when it has more by now: what was read of it is not the whole. */
  readonly checkEnd: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens a file; to be closed by who opened it. */
export async function openFile(file: string): Promise<OpenFile> {
  const { fs } = nodeFiles('A file');
  const handle = await fs.open(file, 'r').catch((error) => unreadable(file, error));
  const close = () => handle.close();
  try {
    const { size } = await handle.stat();
    const checkEnd = async (): Promise<void> => {
      const { bytesRead } = await handle.read(new Uint8Array(1), 0, 1, size);
      if (bytesRead > 0) throw changed(file, size, 'more');
    };
    const read = async (from: number, to: number): Promise<Uint8Array> => {
      const bytes = new Uint8Array(to - from);
      for (let at = 0; at < bytes.length; ) {
        const { bytesRead } = await handle.read(bytes, at, bytes.length - at, from + at);
        if (bytesRead === 0) throw changed(file, size, 'fewer');
        at += bytesRead;
      }
      if (to === size) await checkEnd();
      return bytes;
    };
    return { content: { sizeBytes: size, read }, checkEnd, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function unreadable(place: string, error: Error): never {
  throw new ConfigurationError(`${place} cannot be read: ${error.message}.`);
}

const changed = (file: string, size: number, now: 'more' | 'fewer'): ArtifactMismatchError =>
  new ArtifactMismatchError(`${file} had ${size} bytes and has ${now} now: it changed while it was read.`, {
    code: 'ARTIFACT_MISMATCH',
  });
