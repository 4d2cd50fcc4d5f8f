import { ConfigurationError } from '../../../sdk/dist/cjs/errors/service-errors.js';
import { TokenFileMissing } from '../../../sdk/dist/cjs/local-token.js';
import type { Queued } from '../../../sdk/dist/cjs/predictions/queued.js';
import { QueuedSender } from '../../../sdk/dist/cjs/predictions/send-queued.js';
import { verdictOf } from '../../../sdk/dist/cjs/predictions/verdict.js';
import type { Reject } from '../../../sdk/dist/cjs/queue/queue-options.js';
import { readSettings } from '../../../sdk/dist/cjs/settings.js';
import { Transport } from '../../../sdk/dist/cjs/transport/transport.js';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const queued = (x: number, version = 'v'): Queued => ({
  version: { pick: { id: version } },
  prediction: { predictionId: `p${x}`, features: { x } },
});

const problem = (code: string, status: number): Response =>
  Response.json(
    { errors: [{ message: code, extensions: { code, requestId: 'r', retryable: false } }] },
    { status },
  );
const taken = (): Response =>
  Response.json({ data: { logPredictions: { accepted: 0, duplicates: 0, rejects: [], userErrors: [] } } });

/** A sender before a server that answers by what is in a request; and the places that were in each. */
function senderTo(answer: (xs: number[], version: string) => Response) {
  const asked: number[][] = [];
  const fetch = async (_: unknown, init?: RequestInit): Promise<Response> => {
    const { input } = JSON.parse(String(init?.body)).variables;
    const xs = input.predictions.map(({ features }: { features: { x: number } }) => features.x);
    asked.push(xs);
    return answer(xs, input.version.pick.id);
  };
  const sender = new QueuedSender(
    new Transport(readSettings({ token: 'mg_x', fetch: fetch as typeof globalThis.fetch })),
  );
  const thrown = (batch: Queued[]): Promise<unknown> =>
    sender.send(batch).then(
      () => null,
      (error: unknown) => error,
    );
  const send = async (batch: Queued[]): Promise<readonly Reject[]> => (await sender.send(batch)).rejects;
  return { send, sender, asked, thrown };
}

const html = (status: number): Response =>
  new Response('<h1>default backend</h1>', {
    status,
    headers: { 'content-type': 'text/html', 'x-request-id': 'p' },
  });
const ofGateway = (status: number, code: string): Response =>
  Response.json({ errors: [{ message: 'too large', extensions: { code } }] }, { status });

test.each([
  ['404 of an ingress', () => html(404)],
  ['500', () => html(500)],
  ['200 with a page', () => html(200)],
  ['401 of a proxy', () => html(401)],
  ['302 to a login', () => new Response(null, { status: 302, headers: { location: 'https://login' } })],
  ['errors of a gateway', () => ofGateway(502, 'NO_UPSTREAM')],
  ['errors without extensions', () => Response.json({ errors: [{ message: 'no', extensions: null }] })],
  ['no root field', () => Response.json({ data: {} })],
  ['no payload', () => Response.json({ data: { logPredictions: null } })],
  ['no rejects', () => Response.json({ data: { logPredictions: { userErrors: [] } } })],
])('%s says nothing of the items: one request, and the batch is sent again', async (_, answer) => {
  const { asked, thrown } = senderTo(answer);
  expect(verdictOf(await thrown(numbers(50).map((x) => queued(x))))).toBe('LATER');
  expect(asked).toHaveLength(1);
});

test.each(['UNAUTHENTICATED', 'FORBIDDEN'])('%s of the server itself ends the batch', async (code) => {
  const { sender } = senderTo(() => problem(code, 401));
  const ended = { error: expect.objectContaining({ code }), places: [0] };
  expect(await sender.send([queued(1)])).toEqual({ rejects: [], ended });
});

test('what the server kept before its token was revoked is not refused', async () => {
  let isBusy = true;
  const { sender, thrown } = senderTo((_, version) => {
    if (version === 'v2') return isBusy ? problem('BUSY', 503) : problem('UNAUTHENTICATED', 401);
    return isBusy ? taken() : problem('UNAUTHENTICATED', 401);
  });
  const batch = [queued(0, 'v1'), queued(1, 'v2'), queued(2, 'v1'), queued(3, 'v3')];
  expect(verdictOf(await thrown(batch))).toBe('LATER');
  isBusy = false;
  expect(await sender.send(batch)).toMatchObject({ rejects: [], ended: { places: [1, 3] } });
});

test.each(['BAD_USER_INPUT', 'PAYLOAD_TOO_LARGE'])('%s of the server leads to the one item', async (code) => {
  const { send } = senderTo((xs) => (xs.includes(37) ? problem(code, 400) : taken()));
  expect(await send(numbers(100).map((x) => queued(x)))).toEqual([
    { index: 37, code, message: code, path: [] },
  ]);
});

test('a reject is told by its place in the batch, in its message too', async () => {
  const reject = { index: 0, code: 'OUT_OF_RANGE', message: 'Item 0.latencyMs: no.', path: ['latencyMs'] };
  const { send } = senderTo((xs) => {
    if (xs.length > 1) return problem('PAYLOAD_TOO_LARGE', 413);
    const rejects = xs[0] === 3 ? [reject] : [];
    return Response.json({ data: { logPredictions: { rejects, userErrors: [] } } });
  });
  expect(await send(numbers(4).map((x) => queued(x)))).toEqual([
    { ...reject, index: 3, message: 'Item 3.latencyMs: no.' },
  ]);
});

test.each([
  ['a proxy', () => html(413)],
  ['a gateway', () => ofGateway(413, 'PAYLOAD_TOO_LARGE')],
])(
  '413 of %s: smaller parts go through, and only an item that stays too large is given up',
  async (_, refusal) => {
    const { send, asked, thrown } = senderTo((xs) =>
      xs.includes(5) || xs.length > 10 ? refusal() : taken(),
    );
    expect(await send(numbers(100).map((x) => queued(x + 10)))).toEqual([]);
    asked.length = 0;
    const batch = numbers(10).map((x) => queued(x));
    for (const _ of numbers(4)) expect(verdictOf(await thrown(batch))).toBe('TOO_MUCH');
    expect(new Set(asked.flat())).toEqual(new Set(numbers(10)));
    expect(await send(batch)).toMatchObject([{ index: 5, code: 'PAYLOAD_TOO_LARGE' }]);
  },
);

test('what is too large for a proxy, with nothing beside it that is not, holds up the rest for some tries only', async () => {
  const { send, thrown } = senderTo((xs) => (xs.includes(5) ? html(413) : taken()));
  for (const _ of numbers(20)) expect(verdictOf(await thrown([queued(5)]))).toBe('TOO_MUCH');
  expect(await send([queued(5)])).toMatchObject([{ index: 0, code: 'PAYLOAD_TOO_LARGE' }]);
  expect(await send([queued(6)])).toEqual([]);
});

test('a proxy that lets next to nothing through gets smaller parts with every try', async () => {
  const { send, asked, thrown } = senderTo((xs) => (xs.length > 2 ? html(413) : taken()));
  const batch = numbers(1_000).map((x) => queued(x));
  let tries = 0;
  while (verdictOf(await thrown(batch)) === 'TOO_MUCH' && tries < 10) tries += 1;
  expect(tries).toBeLessThan(10);
  asked.length = 0;
  await send(batch.slice(0, 30));
  expect(Math.max(...asked.map((xs) => xs.length))).toBeLessThan(5);
});

test('requests that are not answered in time become smaller, and larger again', async () => {
  const timeout = (): Response => html(408);
  let longest = 20;
  const { send, asked, thrown } = senderTo((xs) => (xs.length > longest ? timeout() : taken()));
  const batch = numbers(100).map((x) => queued(x));
  for (const _ of numbers(9)) expect(verdictOf(await thrown(batch))).toBe('SLOW');
  expect(await send(batch)).toEqual([]);
  expect(asked.slice(0, 9).map((xs) => xs.length)).toEqual([100, 100, 100, 50, 50, 50, 25, 25, 25]);
  longest = 100;
  for (const _ of numbers(12)) await send(batch);
  expect(asked.at(-1)).toHaveLength(100);
});

test('an item that the server breaks down over again and again is the only one refused', async () => {
  const { send, asked, thrown } = senderTo((xs) => (xs.includes(37) ? problem('INTERNAL', 500) : taken()));
  const batch = numbers(100).map((x) => queued(x));
  for (const _ of numbers(3)) expect(verdictOf(await thrown(batch))).toBe('FAULT');
  expect(asked).toHaveLength(3);
  for (const _ of numbers(4)) expect(verdictOf(await thrown(batch))).toBe('FAULT');
  expect(await send(batch)).toMatchObject([{ index: 37, code: 'INTERNAL' }]);
  expect(asked.length).toBeLessThan(35);
});

test('an item that fails once, after others of its batch did, is not lost', async () => {
  const answers = [...'FFFTF'].map((letter) => (letter === 'F' ? problem('INTERNAL', 500) : taken()));
  const { send, thrown } = senderTo(() => answers.shift() ?? taken());
  const batch = [queued(1, 'v1'), queued(2, 'v2')];
  for (const _ of numbers(4)) expect(verdictOf(await thrown(batch))).toBe('FAULT');
  expect(await send(batch)).toEqual([]);
});

test('a server that breaks down over everything is waited for, with few requests and nothing refused', async () => {
  let isBroken = true;
  const { send, asked, thrown } = senderTo(() => (isBroken ? problem('INTERNAL', 500) : taken()));
  const batch = numbers(100).map((x) => queued(x, `v${x % 2}`));
  for (const _ of numbers(20)) expect(verdictOf(await thrown(batch))).toBe('FAULT');
  expect(asked.length).toBeLessThanOrEqual(20 * 20);
  isBroken = false;
  expect(await send(batch)).toEqual([]);
});

test('a version that the server breaks down over holds up no other: in its batch, and in those behind', async () => {
  const { send, thrown } = senderTo((_, version) => (version === 'bad' ? problem('INTERNAL', 500) : taken()));
  const mixed = numbers(6).map((x) => queued(x, x === 0 ? 'bad' : 'good'));
  for (const _ of numbers(7)) await thrown(mixed);
  expect(await send(mixed)).toMatchObject([{ index: 0, code: 'INTERNAL' }]);
  const bad = numbers(100).map((x) => queued(x, 'bad'));
  for (const _ of numbers(20)) expect(verdictOf(await thrown(bad))).toBe('FAULT');
  expect(await send(bad)).toHaveLength(100);
});

test('before a batch is given up each of its items is tried alone', async () => {
  const { send, thrown } = senderTo((xs) => (xs.some((x) => x !== 99) ? problem('INTERNAL', 500) : taken()));
  const batch = numbers(100).map((x) => queued(x));
  for (const _ of numbers(24)) expect(verdictOf(await thrown(batch))).toBe('FAULT');
  const rejects = await send(batch);
  expect(rejects.map(({ index }) => index)).toEqual(numbers(99));
});

test('what passes by itself between the failures leaves the items unsuspected', async () => {
  let asks = 0;
  const { thrown } = senderTo(() => {
    asks += 1;
    return asks % 10 === 0 ? problem('UNAVAILABLE', 503) : problem('INTERNAL', 500);
  });
  for (const _ of numbers(60)) expect(await thrown([queued(1)])).not.toBeNull();
});

test('a token file that is not there yet is waited for; a token that there is no way to has no use', () => {
  expect(verdictOf(new TokenFileMissing('no file'))).toBe('LATER');
  expect(verdictOf(new ConfigurationError('no token'))).toBe('NEVER');
});
