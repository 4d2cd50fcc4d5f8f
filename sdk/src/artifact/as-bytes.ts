/** What lies in memory, as bytes: a buffer or any view of one, such as a `Float32Array`. Null for anything else. */
export function asBytes(given: unknown): Uint8Array | null {
  if (given instanceof Uint8Array) return given;
  if (ArrayBuffer.isView(given)) return new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  return given instanceof ArrayBuffer ? new Uint8Array(given) : null;
}
