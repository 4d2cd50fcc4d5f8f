import { ConfigurationError } from '../errors/service-errors.js';
import { nodeProcess } from '../platform.js';

/** A SHA-256 of bytes that come piece by piece. */
export interface RunningHash {
  update(chunk: Uint8Array): void;
  /** As 64 hexadecimal digits. To be asked for once. */
  hex(): Promise<string>;
}

/** Begins a hash. Node's runs along; browsers can only hash bytes that are there as a whole, so there they are held. */
export function startHash(): RunningHash {
  const node = nodeProcess();
  if (!node) return new HeldHash();
  const hash = node.getBuiltinModule('node:crypto').createHash('sha256');
  return { update: (chunk) => void hash.update(chunk), hex: async () => hash.digest('hex') };
}

class HeldHash implements RunningHash {
  private readonly chunks: Uint8Array[] = [];

  update(chunk: Uint8Array): void {
    this.chunks.push(chunk.slice());
  }

  async hex(): Promise<string> {
    const { subtle } = globalThis.crypto;
    if (!subtle) throw new ConfigurationError('SHA-256 needs a page that was loaded over HTTPS.');
    const bytes = new Uint8Array(await new Blob(this.chunks as BlobPart[]).arrayBuffer());
    const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
}
