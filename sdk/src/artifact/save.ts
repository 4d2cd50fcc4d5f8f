import { ArtifactMismatchError } from '../errors/service-errors.js';
import { nodeFiles } from '../platform.js';
import { newIdempotencyKey } from '../transport/idempotency-key.js';
import { hashOf } from './content.js';
import { type Begun, type Declared, download } from './download.js';
import { openFile } from './local-files.js';
import { safePath } from './safe-path.js';
import { startHash } from './sha256.js';
import type { Transfer } from './transfer.js';

const PIECE = 1024 * 1024;

/**
 * Downloads an artifact to its place below a folder; where that is. The file appears under its name once it is verified,
 * never in part; one that is there with the right bytes is left alone. What had arrived of a download that failed lies
 * beside it as `.<sha256>.part`, and the next one goes on from there.
 */
export async function save(transfer: Transfer, artifact: Declared, folder: string): Promise<string> {
  const { fs, path } = nodeFiles('A folder');
  const parts = safePath(artifact.path, { isWindows: path.sep === '\\' });
  const target = path.join(path.resolve(folder), ...parts);
  if (await isThere(target, artifact, transfer.signal)) return target;
  await fs.mkdir(path.dirname(target), { recursive: true });
  const waiting = path.join(path.dirname(target), `.${artifact.sha256}.part`);
  const own = path.join(path.dirname(target), `.${artifact.sha256}.${newIdempotencyKey()}.part`);
  // Under a name of its own while it is written: another process may load the same into the same folder.
  await fs.rename(waiting, own).catch(() => undefined);
  try {
    await fill(transfer, artifact, own);
    await fs.rename(own, target);
  } catch (error) {
    if (error instanceof ArtifactMismatchError) await fs.rm(own, { force: true });
    else await fs.rename(own, waiting).catch(() => undefined);
    throw error;
  }
  return target;
}

async function fill(transfer: Transfer, artifact: Declared, file: string): Promise<void> {
  const { fs } = nodeFiles('A folder');
  const handle = await fs.open(file, 'a+');
  try {
    const begun = await begunOf(file, artifact.sizeBytes);
    if (begun === null) await handle.truncate(0);
    await download(transfer, artifact, { write: (bytes) => handle.appendFile(bytes) }, begun ?? undefined);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What an earlier download has left; null when it is more than the whole. */
async function begunOf(file: string, most: number): Promise<Begun | null> {
  const { content, close } = await openFile(file);
  try {
    if (content.sizeBytes > most) return null;
    const hash = startHash();
    for (let from = 0; from < content.sizeBytes; from += PIECE)
      hash.update(await content.read(from, Math.min(from + PIECE, content.sizeBytes)));
    return { sizeBytes: content.sizeBytes, hash };
  } finally {
    await close();
  }
}

async function isThere(
  target: string,
  { sha256, sizeBytes }: Declared,
  signal: AbortSignal,
): Promise<boolean> {
  const { fs } = nodeFiles('A folder');
  const found = await fs.stat(target).catch(() => null);
  if (!found?.isFile() || found.size !== sizeBytes) return false;
  const { content, close } = await openFile(target);
  return hashOf(content, signal)
    .then((hash) => hash === sha256)
    .finally(close);
}
