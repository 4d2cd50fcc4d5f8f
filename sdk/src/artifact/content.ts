import { startHash } from './sha256.js';

/** Bytes that are there and can be read again, in any part. */
export interface Content {
  readonly sizeBytes: number;
  /** The bytes from place `from`, inclusive, to `to`, exclusive. */
  read(from: number, to: number): Promise<Uint8Array>;
}

/** How much is read of a file at once. */
const PIECE = 1024 * 1024;

export const contentOfBytes = (bytes: Uint8Array): Content => ({
  sizeBytes: bytes.length,
  read: async (from, to) => bytes.subarray(from, to),
});

export const contentOfBlob = (blob: Blob): Content => ({
  sizeBytes: blob.size,
  read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
});

/** The SHA-256 of all of it, never more than a piece in memory. */
export async function hashOf(content: Content, signal: AbortSignal): Promise<string> {
  const hash = startHash();
  for (let from = 0; from < content.sizeBytes; from += PIECE) {
    signal.throwIfAborted();
    hash.update(await content.read(from, Math.min(from + PIECE, content.sizeBytes)));
  }
  return hash.hex();
}
