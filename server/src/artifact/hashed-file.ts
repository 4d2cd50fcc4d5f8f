import { createHash, type Hash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, type FileHandle, open } from 'node:fs/promises';
import { ServiceError } from '../contract/service-error';

interface AppendLimits {
  /** The size that the file may have in the end. */
  readonly most: number;
  /** Aborted when somebody else is to go on with the file. */
  readonly signal: AbortSignal;
}

/** A file that grows and knows the SHA-256 of what it has. One writer at a time; the caller sees to that. */
export class HashedFile {
  private isBehind = false;

  private constructor(
    readonly path: string,
    private readonly hash: Hash,
    private bytes: number,
  ) {}

  static async create(path: string): Promise<HashedFile> {
    await (await open(path, 'wx', 0o600)).close();
    return new HashedFile(path, createHash('sha256'), 0);
  }

  /** A copy of a file that another writer may still believe to be its own. Reads it all. */
  static async copy(from: string, to: string): Promise<HashedFile> {
    await copyFile(from, to, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of createReadStream(to, { highWaterMark: 1024 * 1024 })) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
    return new HashedFile(to, hash, bytes);
  }

  get size(): number {
    return this.bytes;
  }

  /** False after a failed write: the hash has what the file may lack. */
  get isTrue(): boolean {
    return !this.isBehind;
  }

  digest(): string {
    return this.hash.copy().digest('hex');
  }

  /**
   * Appends what arrives. When the sender stops half-way, what has arrived stays and is hashed.
   */
  async append(body: AsyncIterable<Buffer>, { most, signal }: AppendLimits): Promise<void> {
    const file = await open(this.path, 'r+');
    try {
      await file.truncate(this.bytes);
      for await (const chunk of untilAborted(body, signal)) {
        if (this.bytes + chunk.length > most) {
          throw new ServiceError(
            'PAYLOAD_TOO_LARGE',
            `These are more than the ${most} bytes that may be sent here.`,
          );
        }
        this.isBehind = true;
        const written = writeAll(file, chunk, this.bytes);
        this.hash.update(chunk);
        await written;
        this.bytes += chunk.length;
        this.isBehind = false;
      }
    } finally {
      await file.close();
    }
  }

  /** Until this has returned, a power cut may take the bytes. */
  async sync(): Promise<void> {
    const file = await open(this.path, 'r+');
    try {
      await file.truncate(this.bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}

async function writeAll(file: FileHandle, chunk: Buffer, position: number): Promise<void> {
  for (let done = 0; done < chunk.length; ) {
    const { bytesWritten } = await file.write(chunk, done, chunk.length - done, position + done);
    done += bytesWritten;
  }
}

/** Ends with the signal, also while it waits for a sender that is silent; the stream itself is left alone. */
async function* untilAborted(body: AsyncIterable<Buffer>, signal: AbortSignal): AsyncGenerator<Buffer> {
  const chunks = body[Symbol.asyncIterator]();
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(takenOver());
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
  aborted.catch(() => undefined);
  try {
    for (;;) {
      const next = await Promise.race([chunks.next(), aborted]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

export const takenOver = (): ServiceError =>
  new ServiceError(
    'CONFLICT',
    'Another request goes on with this upload, or has ended it; ask with GET how far it is.',
  );
