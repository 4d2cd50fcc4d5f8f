import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from '../contract/id';

/**
 * The folder of bytes, named by their SHA-256. What stands under `sha256/` is whole and verified: files come there by
 * rename only, after their own fsync, and the folder is synced before anybody is told.
 */
export class ArtifactStore {
  constructor(readonly folder: string) {}

  /** Where bytes lie while they arrive. */
  partial(name: string): string {
    return join(this.folder, 'uploads', name);
  }

  pathOf(sha256: string): string {
    return join(this.folder, 'sha256', sha256.slice(0, 2), sha256);
  }

  /** Puts a file, verified and synced by the caller, in its place for good. */
  async publish(name: string, sha256: string): Promise<void> {
    const path = this.pathOf(sha256);
    await makeFolder(dirname(path));
    await rename(this.partial(name), path);
    await syncFolder(dirname(path));
  }

  /** Keeps a small text under its own digest, which it gives back. */
  async keepText(text: string): Promise<string> {
    const sha256 = createHash('sha256').update(text).digest('hex');
    const name = newId();
    const file = await open(this.partial(name), 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.datasync();
    } finally {
      await file.close();
    }
    await this.publish(name, sha256);
    return sha256;
  }

  /** The size of what is kept under a digest; null when nothing is. */
  async sizeOf(sha256: string): Promise<number | null> {
    return stat(this.pathOf(sha256)).then(({ size }) => size, nullIfMissing);
  }

  /** The bytes from `start` up to and without `end`. */
  read(sha256: string, start: number, end: number): ReadStream {
    return createReadStream(this.pathOf(sha256), { start, end: end - 1 });
  }

  /** The size of what has arrived under a name; null when there is nothing. */
  async partialSize(name: string): Promise<number | null> {
    return stat(this.partial(name)).then(({ size }) => size, nullIfMissing);
  }

  async remove(name: string): Promise<void> {
    await rm(this.partial(name), { force: true });
  }

  /** The names of partial files: those written to within some time, and the others. */
  async partialsByAge(ms: number): Promise<{ fresh: string[]; stale: string[] }> {
    const names = { fresh: [] as string[], stale: [] as string[] };
    for (const name of await readdir(join(this.folder, 'uploads'))) {
      const found = await stat(this.partial(name)).catch(nullIfMissing);
      if (found) names[Date.now() - found.mtimeMs > ms ? 'stale' : 'fresh'].push(name);
    }
    return names;
  }
}

export const nullIfMissing = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null;
  throw error;
};

/** Makes a folder that survives a power cut: the name of each new one is synced in the folder above it. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

export async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } finally {
    await handle?.close();
  }
}
