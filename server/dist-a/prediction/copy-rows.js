'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.CopyRows = void 0;
const HEADER = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex');
const FLOAT8_OID = 701;
/** PostgreSQL counts microseconds from here. */
const EPOCH_MS = Date.UTC(2000, 0, 1);
/**
 * Rows in PostgreSQL's binary COPY format, into one growing buffer: numbers are copied, not printed and parsed again. The
 * caller writes as many fields as it announced.
 */
class CopyRows {
  constructor(expectedBytes) {
    this.length = 0;
    this.buffer = Buffer.allocUnsafe(Math.max(1_024, expectedBytes));
    this.length = HEADER.copy(this.buffer);
  }
  /** Where the next byte goes. */
  get position() {
    return this.length;
  }
  begin(fields) {
    this.reserve(2);
    this.length = this.buffer.writeInt16BE(fields, this.length);
  }
  /** Takes back everything from a position on. */
  truncate(position) {
    this.length = position;
  }
  /** Whether two stretches hold the same bytes. */
  isSame(from, to, otherFrom, otherTo) {
    return this.buffer.subarray(from, to).equals(this.buffer.subarray(otherFrom, otherTo));
  }
  int4(value) {
    this.reserve(8);
    this.length = this.buffer.writeInt32BE(4, this.length);
    this.length = this.buffer.writeInt32BE(value, this.length);
  }
  bool(value) {
    this.reserve(5);
    this.length = this.buffer.writeInt32BE(1, this.length);
    this.length = this.buffer.writeUInt8(value ? 1 : 0, this.length);
  }
  float8(value) {
    if (value === null) {
      this.missing();
      return;
    }
    this.reserve(12);
    this.length = this.buffer.writeInt32BE(8, this.length);
    this.length = this.buffer.writeDoubleBE(value, this.length);
  }
  /** Whole microseconds since 1970. */
  timestamptz(micros) {
    this.reserve(12);
    this.length = this.buffer.writeInt32BE(8, this.length);
    const since = micros - EPOCH_MS * 1_000;
    const high = Math.floor(since / 2 ** 32);
    this.length = this.buffer.writeInt32BE(high, this.length);
    this.length = this.buffer.writeUInt32BE(since - high * 2 ** 32, this.length);
  }
  text(value) {
    if (value === null) this.missing();
    else this.sized(value, 0);
  }
  jsonb(value) {
    if (value === null) this.missing();
    else this.sized(JSON.stringify(value), 1);
  }
  /** The numbers of a row. */
  float8Array(table, row) {
    const { width } = table;
    this.reserve(24 + 12 * width);
    const start = this.length;
    const { buffer } = this;
    let at = start + 4;
    at = buffer.writeInt32BE(width > 0 ? 1 : 0, at);
    const hasNulls = at;
    at = buffer.writeInt32BE(0, at);
    at = buffer.writeInt32BE(FLOAT8_OID, at);
    if (width > 0) {
      at = buffer.writeInt32BE(width, at);
      at = buffer.writeInt32BE(1, at);
    }
    for (let column = 0; column < width; column++) {
      const value = table.number(row, column);
      if (value === null) {
        at = buffer.writeInt32BE(-1, at);
        buffer.writeInt32BE(1, hasNulls);
      } else {
        at = buffer.writeInt32BE(8, at);
        at = buffer.writeDoubleBE(value, at);
      }
    }
    buffer.writeInt32BE(at - start - 4, start);
    this.length = at;
  }
  /** All that was written, ended. */
  finish() {
    this.begin(-1);
    return this.buffer.subarray(0, this.length);
  }
  missing() {
    this.reserve(4);
    this.length = this.buffer.writeInt32BE(-1, this.length);
  }
  /** Text behind its size; jsonb has its version, 1, in front. */
  sized(text, version) {
    this.reserve(5 + 3 * text.length);
    const start = this.length;
    let at = start + 4;
    if (version > 0) at = this.buffer.writeUInt8(version, at);
    at += this.buffer.write(text, at, 'utf8');
    this.buffer.writeInt32BE(at - start - 4, start);
    this.length = at;
  }
  reserve(bytes) {
    if (this.length + bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + bytes));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }
}
exports.CopyRows = CopyRows;
//# sourceMappingURL=copy-rows.js.map
