import { createHash, randomFillSync } from 'node:crypto';

/** An artifact as both sides send it. */
export interface Artifact {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
}

/** Bytes that nobody has seen before: each number gives others, else the second upload of them could be left out. */
export class FreshBytes {
  private readonly bytes: Uint8Array<ArrayBuffer>;
  private count = 0;

  constructor(length: number) {
    this.bytes = randomFillSync(new Uint8Array(length));
  }

  next(): Artifact {
    this.count += 1;
    const bytes = this.bytes.slice();
    new DataView(bytes.buffer).setFloat64(0, this.count);
    return { bytes, name: `artifact-${this.count}` };
  }
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
