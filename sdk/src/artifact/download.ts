import { naming } from '../errors/naming.js';
import { ArtifactLostError, ArtifactMismatchError, ConnectionError } from '../errors/service-errors.js';
import { cutOff } from '../transport/network-error.js';
import { type RunningHash, startHash } from './sha256.js';
import { chunksOf } from './stream.js';
import type { Transfer } from './transfer.js';

/** What is asked for, as the version declares it. */
export interface Declared {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Where bytes go that arrive in order. What it holds may be given out only after the download has succeeded. */
export interface Sink {
  write(bytes: Uint8Array): void | Promise<void>;
}

/** A download that was begun before: how many bytes there are, and their hash. */
export interface Begun {
  readonly sizeBytes: number;
  readonly hash: RunningHash;
}

/**
 * Downloads an artifact into a sink and verifies size and SHA-256. After an interruption it goes on with the byte that is
 * wanted next. Throws an `ArtifactMismatchError` when the bytes are not those that the version declares, an
 * `ArtifactLostError` when the server has them no more.
 */
export async function download(
  transfer: Transfer,
  { path, sha256, sizeBytes }: Declared,
  sink: Sink,
  { sizeBytes: begun, hash }: Begun = { sizeBytes: 0, hash: startHash() },
): Promise<void> {
  let offset = begun;
  const attempt = async (): Promise<void> => {
    if (offset === sizeBytes) return;
    const from = offset;
    const headers = { 'accept-encoding': 'identity', ...(from > 0 && { range: `bytes=${from}-` }) };
    await transfer.request(`/v1/blobs/${sha256}`, { headers }, async (response, heard) => {
      // Whoever stands between may have dropped the range.
      let skip = response.status === 206 ? 0 : from;
      for await (const chunk of arriving(response)) {
        heard();
        const bytes = chunk.subarray(skip);
        skip -= chunk.length - bytes.length;
        if (offset + bytes.length > sizeBytes) throw mismatch(path, `has more than ${sizeBytes} bytes`);
        hash.update(bytes);
        await sink.write(bytes);
        offset += bytes.length;
      }
    });
    if (offset < sizeBytes) throw endedEarly(path, offset, sizeBytes);
  };
  await transfer
    .tries(attempt, () => offset)
    .catch((error) => {
      throw error instanceof ArtifactLostError ? naming(path, error) : error;
    });
  const found = await hash.hex();
  if (found !== sha256) throw mismatch(path, `has SHA-256 ${found}, not ${sha256}`);
}

/** The body of an answer; that it broke off is told from errors of whoever takes it. */
async function* arriving(response: Response): AsyncGenerator<Uint8Array, void> {
  if (!response.body) return;
  const chunks = chunksOf(response.body);
  try {
    for (;;) {
      const next = await chunks.next().catch((error) => {
        throw cutOff(error, response.url);
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await chunks.return();
  }
}

const mismatch = (path: string, what: string): ArtifactMismatchError =>
  new ArtifactMismatchError(`${path} ${what}: these are not the bytes that were registered.`, {
    code: 'ARTIFACT_MISMATCH',
  });

const endedEarly = (path: string, offset: number, sizeBytes: number): ConnectionError =>
  new ConnectionError(`The download of ${path} ended after ${offset} of ${sizeBytes} bytes.`, {
    code: 'CONNECTION_FAILED',
    retryable: true,
  });
