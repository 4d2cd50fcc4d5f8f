import { ModelGraphError } from '../errors/model-graph-error.js';
import { asBytes } from './as-bytes.js';
import type { Content } from './content.js';
import { type RunningHash, startHash } from './sha256.js';

/** Bytes to be uploaded in order, where the server may ask for the latest piece again. */
export interface Pieces {
  /** A piece from this place on, empty at the end. Throws when what stands there is gone. */
  at(offset: number): Promise<Uint8Array>;
  /** The SHA-256 of everything, once the end was reached. */
  sha256(): Promise<string>;
}

/** The most of an upload that is in memory, and the most that one request carries. */
export const PIECE = 16 * 1024 * 1024;

/** The pieces of bytes that can be read again. */
export const piecesOfContent = ({ sizeBytes, read }: Content, sha256: string): Pieces => ({
  at: (offset) => read(offset, Math.min(offset + PIECE, sizeBytes)),
  sha256: async () => sha256,
});

/** The pieces of a stream, of which only the latest is kept. */
export class StreamPieces implements Pieces {
  private readonly hash: RunningHash = startHash();
  private start = 0;
  private latest: Uint8Array = new Uint8Array();
  /** What was read of the stream beyond the latest piece. */
  private rest: Uint8Array = new Uint8Array();
  private digest: Promise<string> | undefined;
  private failure: { readonly error: unknown } | undefined;

  constructor(
    private readonly stream: AsyncIterator<ArrayBufferView>,
    private readonly size = PIECE,
  ) {}

  async at(offset: number): Promise<Uint8Array> {
    // After an error a stream pretends to have ended: what came before must not pass for the whole.
    if (this.failure) throw this.failure.error;
    const end = this.start + this.latest.length;
    if (offset < this.start || offset > end) throw gone(offset, this.start);
    if (offset < end) return this.latest.subarray(offset - this.start);
    const next = await this.next();
    if (next.length === 0) return next;
    this.start = end;
    this.latest = next;
    this.hash.update(next);
    return next;
  }

  sha256(): Promise<string> {
    this.digest ??= this.hash.hex();
    return this.digest;
  }

  /** Gives the stream back before its end. */
  async close(): Promise<void> {
    await this.stream.return?.();
  }

  private async next(): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let length = 0;
    let part = this.rest;
    this.rest = new Uint8Array();
    for (;;) {
      const taken = part.subarray(0, this.size - length);
      parts.push(taken);
      length += taken.length;
      if (length === this.size) {
        this.rest = part.subarray(taken.length);
        return joined(parts, length);
      }
      const read = await this.read();
      if (read === null) return joined(parts, length);
      part = read;
    }
  }

  private async read(): Promise<Uint8Array | null> {
    try {
      const { done, value } = await this.stream.next();
      if (done) return null;
      const bytes = asBytes(value);
      if (!bytes) throw new TypeError(`A stream must give bytes, not ${typeof value}.`);
      // Streams of files may use their buffer again for what comes next.
      return bytes.slice();
    } catch (error) {
      this.failure = { error };
      throw error;
    }
  }
}

const gone = (offset: number, start: number): ModelGraphError =>
  new ModelGraphError(
    `The server asks for the stream from byte ${offset} on again, of which only what follows byte ${start} is kept. Register again, or give a file.`,
    { code: 'UNAVAILABLE' },
  );

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
