import { ConfigurationError } from '../../../sdk/dist/cjs/errors/service-errors.js';
import { TokenFileMissing } from '../../../sdk/dist/cjs/local-token.js';
import type { Queued } from '../../../sdk/dist/cjs/predictions/queued.js';
import { QueuedSender } from '../../../sdk/dist/cjs/predictions/send-queued.js';
import { verdictOf } from '../../../sdk/dist/cjs/predictions/verdict.js';
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
  return { sender, asked, thrown };
}

const html = (status: number): Response =>
  new Response('<h1>default backend</h1>', {
    status,
    headers: { 'content-type': 'text/html', 'x-request-id': 'p' },
  });
const ofGateway = (status: number): Response =>
  Response.json(
    { errors: [{ message: 'too large', extensions: { code: 'PAYLOAD_TOO_LARGE' } }] },
    { status },
  );

test.each([
  ['404 of an ingress', () => html(404)],
  ['500', () => html(500)],
  ['413 of a proxy', () => html(413)],
  ['200 with a page', () => html(200)],
  ['401 of a proxy', () => html(401)],
  ['302 to a login', () => new Response(null, { status: 302, headers: { location: 'https://login' } })],
  ['errors of a gateway', () => ofGateway(413)],
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
  const { thrown } = senderTo(() => problem(code, 401));
  expect(verdictOf(await thrown([queued(1)]))).toBe('NEVER');
});

test.each(['BAD_USER_INPUT', 'PAYLOAD_TOO_LARGE'])('%s of the server leads to the one item', async (code) => {
  const { sender } = senderTo((xs) => (xs.includes(37) ? problem(code, 400) : taken()));
  expect(await sender.send(numbers(100).map((x) => queued(x)))).toEqual([
    { index: 37, code, message: code, path: [] },
  ]);
});

test('a reject is told by its place in the batch, in its message too', async () => {
  const reject = { index: 0, code: 'OUT_OF_RANGE', message: 'Item 0.latencyMs: no.', path: ['latencyMs'] };
  const { sender } = senderTo((xs) => {
    if (xs.length > 1) return problem('PAYLOAD_TOO_LARGE', 413);
    const rejects = xs[0] === 3 ? [reject] : [];
    return Response.json({ data: { logPredictions: { rejects, userErrors: [] } } });
  });
  expect(await sender.send(numbers(4).map((x) => queued(x)))).toEqual([
    { ...reject, index: 3, message: 'Item 3.latencyMs: no.' },
  ]);
});

test('an item that the server breaks down over is suspected after a few tries, and is the only one refused', async () => {
  const { sender, asked, thrown } = senderTo((xs) => (xs.includes(37) ? problem('INTERNAL', 500) : taken()));
  const batch = numbers(100).map((x) => queued(x));
  for (const _ of numbers(3)) expect(verdictOf(await thrown(batch))).toBe('FAULT');
  expect(asked).toHaveLength(3);
  expect(await sender.send(batch)).toMatchObject([{ index: 37, code: 'INTERNAL' }]);
  expect(asked.length).toBeLessThan(25);
});

test('a server that breaks down over everything is waited for, with few requests and nothing refused', async () => {
  let isBroken = true;
  const { sender, asked, thrown } = senderTo(() => (isBroken ? problem('INTERNAL', 500) : taken()));
  const batch = numbers(100).map((x) => queued(x, `v${x % 2}`));
  for (const _ of numbers(30)) expect(verdictOf(await thrown(batch))).toBe('FAULT');
  expect(asked.length).toBeLessThanOrEqual(30 * 20);
  isBroken = false;
  expect(await sender.send(batch)).toEqual([]);
});

test('a version that the server breaks down over holds up no other', async () => {
  const { sender, thrown } = senderTo((_, version) =>
    version === 'bad' ? problem('INTERNAL', 500) : taken(),
  );
  const batch = numbers(6).map((x) => queued(x, x === 0 ? 'bad' : 'good'));
  for (const _ of numbers(3)) await thrown(batch);
  expect(await sender.send(batch)).toMatchObject([{ index: 0, code: 'INTERNAL' }]);
});

test('an item that fails alone is given up in the end', async () => {
  const { sender, thrown } = senderTo(() => problem('INTERNAL', 500));
  for (const _ of numbers(10)) expect(verdictOf(await thrown([queued(1)]))).toBe('FAULT');
  expect(await sender.send([queued(1)])).toMatchObject([{ index: 0, code: 'INTERNAL' }]);
});

test('a token file that is not there yet is waited for; a token that there is no way to has no use', () => {
  expect(verdictOf(new TokenFileMissing('no file'))).toBe('LATER');
  expect(verdictOf(new ConfigurationError('no token'))).toBe('NEVER');
});
