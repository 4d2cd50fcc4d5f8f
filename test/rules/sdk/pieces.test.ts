import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { StreamPieces } from '../../../sdk/dist/cjs/artifact/pieces.js';

const sizes = fc.record({
  /** How the stream is cut. */
  chunks: fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 20 }),
  piece: fc.integer({ min: 1, max: 16 }),
  /** How much of each piece arrives before the connection breaks. */
  arrivals: fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 1, maxLength: 10 }),
});

test('whatever arrives of each piece, in the end everything has arrived once and in order', () =>
  fc.assert(
    fc.asyncProperty(sizes, async ({ chunks, piece, arrivals }) => {
      async function* stream() {
        yield* chunks;
      }
      const pieces = new StreamPieces(stream(), piece);
      const arrived: number[] = [];
      for (let n = 0; ; n += 1) {
        const next = await pieces.at(arrived.length);
        if (next.length === 0) break;
        expect(next.length).toBeLessThanOrEqual(piece);
        arrived.push(...next.slice(0, n > 50 ? piece : arrivals[n % arrivals.length]));
      }
      const whole = Buffer.concat(chunks);
      expect(arrived).toEqual([...whole]);
      expect(await pieces.sha256()).toBe(createHash('sha256').update(whole).digest('hex'));
    }),
  ));

test('what is gone is said, and a stream that failed goes on failing', async () => {
  async function* stream() {
    yield new Uint8Array(4);
    yield new Uint8Array(4);
    throw new Error('over');
  }
  const pieces = new StreamPieces(stream(), 4);
  await pieces.at(0);
  await pieces.at(4);
  await expect(pieces.at(3)).rejects.toMatchObject({ retryable: false });
  await expect(pieces.at(8)).rejects.toThrow('over');
  await expect(pieces.at(8)).rejects.toThrow('over');
});

test('a stream may use its buffer again for what comes next', async () => {
  async function* stream() {
    const buffer = new Uint8Array(2);
    for (const n of [1, 2, 3]) yield buffer.fill(n);
  }
  expect([...(await new StreamPieces(stream(), 6).at(0))]).toEqual([1, 1, 2, 2, 3, 3]);
});

test('what is no bytes is refused', async () => {
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield 'text' as never;
  }
  await expect(new StreamPieces(stream()).at(0)).rejects.toThrow('A stream must give bytes, not string.');
});
