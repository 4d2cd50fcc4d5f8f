import type { Version } from '../generated/operations.js';

/** A version with its files in memory, each verified. */
export class LoadedVersion {
  /** Made by `mg.versions.load`. */
  constructor(
    /** The version. */
    readonly version: Version,
    private readonly files: ReadonlyMap<string, Uint8Array>,
  ) {}

  /** Which files were loaded. */
  get paths(): string[] {
    return [...this.files.keys()];
  }

  /** The bytes of a file; without a path those of the only one. Throws a `RangeError` for a file that was not loaded. */
  bytes(path?: string): Uint8Array {
    const wanted = path ?? (this.files.size === 1 ? this.paths[0] : undefined);
    const bytes = wanted === undefined ? undefined : this.files.get(wanted);
    if (bytes) return bytes;
    const which = path === undefined ? 'Say which file' : `There is no file ${JSON.stringify(path)}`;
    throw new RangeError(`${which}; loaded are: ${this.paths.join(', ') || 'none'}.`);
  }

  /** The bytes of a file as UTF-8 text; without a path those of the only one. */
  text(path?: string): string {
    return new TextDecoder().decode(this.bytes(path));
  }
}

/** A version with its files on disk, each verified. */
export interface DownloadedVersion {
  /** The version. */
  readonly version: Version;
  /** Where each file lies, by its path in the version. */
  readonly files: Readonly<Record<string, string>>;
}
