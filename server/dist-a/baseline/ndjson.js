'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.BadLine = void 0;
exports.linesOf = linesOf;
const LONGEST_LINE = 8 * 1024 * 1024;
const LINE_FEED = 0x0a;
/** Why a file of lines cannot be read on. */
class BadLine extends Error {
  constructor(line, why, path = []) {
    super(why);
    this.line = line;
    this.why = why;
    this.path = path;
  }
}
exports.BadLine = BadLine;
/** The lines of UTF-8 bytes as they come, many at once; a `BadLine` for one that is no text or longer than 8 MiB. */
async function* linesOf(bytes) {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = 1;
  let rest = [];
  let restSize = 0;
  for await (const chunk of bytes) {
    const end = chunk.lastIndexOf(LINE_FEED);
    if (end < 0) {
      rest.push(chunk);
      restSize += chunk.byteLength;
      if (restSize > LONGEST_LINE) throw new BadLine(first, `is longer than ${LONGEST_LINE} bytes`);
      continue;
    }
    const texts = decode(decoder, Buffer.concat([...rest, chunk.subarray(0, end)]), first).split('\n');
    yield { first, texts };
    first += texts.length;
    rest = [chunk.subarray(end + 1)];
    restSize = chunk.byteLength - end - 1;
  }
  const last = decode(decoder, Buffer.concat(rest), first);
  if (last !== '') yield { first, texts: [last] };
}
function decode(decoder, bytes, first) {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new BadLine(first, 'is not UTF-8, or one of the lines soon after it is not');
  }
}
//# sourceMappingURL=ndjson.js.map
