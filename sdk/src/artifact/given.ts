import type { ArtifactInput } from '../generated/schema.js';

/** Bytes as a program has them; of a view, such as a `Float32Array`, those of its numbers. A stream is read once, piece by piece. */
export type Bytes =
  | ArrayBufferView
  | ArrayBuffer
  | Blob
  | ReadableStream<ArrayBufferView>
  | AsyncIterable<ArrayBufferView>;

/** Bytes with the place they get in the version. */
export interface NamedBytes {
  /** Relative, `/` between folders, as it will be asked for again. */
  readonly path: string;
  /** What is kept. */
  readonly content: Bytes;
  /** `application/octet-stream` when left out. */
  readonly mediaType?: string | undefined;
}

/** A file of this machine (Node only) with the place it gets in the version. */
export interface NamedFile {
  /** Relative, `/` between folders. Default: the file's own name. */
  readonly path?: string | undefined;
  /** Where the file is on this machine. */
  readonly file: string;
  /** `application/octet-stream` when left out. */
  readonly mediaType?: string | undefined;
}

/**
 * What can be kept with a version: a file of this machine by its path, a folder by its path (all files below it, under
 * their paths relative to it), bytes (as `model.bin`), bytes or a file with a name, or bytes that were uploaded before.
 */
export type ArtifactLike = string | Bytes | NamedBytes | NamedFile | ArtifactInput;
