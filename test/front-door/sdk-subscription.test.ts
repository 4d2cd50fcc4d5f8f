import { GraphQLError } from 'graphql';
import { readSettings } from '../../sdk/dist/cjs/settings.js';
import type { SocketSettings } from '../../sdk/dist/cjs/subscription/socket.js';
import { Sockets } from '../../sdk/dist/cjs/subscription/sockets.js';
import {
  type Envelope,
  type SubscribeOptions,
  Subscription,
} from '../../sdk/dist/cjs/subscription/subscription.js';
import { Transport } from '../../sdk/dist/cjs/transport/transport.js';
import { TypedDocument } from '../../sdk/dist/cjs/transport/typed-document.js';
import { until } from '../kit/until';
import {
  ConnectionError,
  CursorExpiredError,
  ForbiddenError,
  ModelGraphError,
  RateLimitedError,
  UnauthenticatedError,
} from './sdk-built';
import { EventServer } from './sdk-event-server';

interface Event {
  readonly position: number;
  readonly value: number | null;
}

const EVENTS = new TypedDocument<{ events: Envelope<Event> }, { after?: string }>({
  kind: 'subscription',
  text: 'subscription Events($after: String) { events(after: $after) { cursor kind event { position value } } }',
  takesKey: false,
  numbers: ['events.event.value'],
});
const QUICK = { firstMs: 5, mostMs: 20, random: () => 1 };

let server: EventServer;
beforeEach(async () => {
  server = await new EventServer().start();
});
afterEach(() => server.kill());

const socketTo = (settings: Partial<SocketSettings> = {}, most?: number): Sockets =>
  new Sockets(
    {
      url: server.url,
      token: async () => 'mg_secret',
      connectWithinMs: 5_000,
      pingEveryMs: 60_000,
      pongWithinMs: 5_000,
      ...settings,
    },
    most,
  );
const subscribe = (
  options: SubscribeOptions = {},
  sockets = socketTo(),
  most = 1_000,
  refusedForMs = 60_000,
) => new Subscription<Event>(sockets, EVENTS, {}, options, { backoff: QUICK, most, refusedForMs });

const isSubscribed = (times = 1) =>
  until(async () => (server.resumedAfter.length >= times ? true : null), `subscription number ${times}`);

/** The next events of a subscription. */
async function take(subscription: Subscription<Event>, count: number): Promise<Event[]> {
  const events: Event[] = [];
  for (let n = 0; n < count; n += 1) {
    const { done, value } = await subscription.next();
    if (done) break;
    events.push(value.event);
  }
  return events;
}
const positionsOf = (events: Event[]): number[] => events.map(({ position }) => position);
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const thrown = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

test('one begun right after the last one ended has a websocket of its own, and is not interrupted', async () => {
  const sockets = socketTo();
  const interrupted: ModelGraphError[] = [];
  const onInterruption = (error: ModelGraphError) => interrupted.push(error);
  for (let round = 1; round <= 10; round += 1) {
    const subscription = subscribe({ onInterruption }, sockets);
    const first = subscription.next();
    await isSubscribed(round);
    const [position] = server.append(round);
    expect((await first).value?.event).toEqual({ position, value: round });
    await subscription.return();
  }
  expect(interrupted).toEqual([]);
  expect(server.resumedAfter).toHaveLength(10);
});

test('events come in order after a cursor, checkpoints only move the cursor, NaN is a number', async () => {
  server.append(0, 1);
  const subscription = subscribe({ after: 'c1' });
  expect(await take(subscription, 1)).toEqual([{ position: 2, value: 1 }]);
  const [third] = server.append('NaN');
  expect(await take(subscription, 1)).toEqual([{ position: third, value: Number.NaN }]);
  expect(subscription.cursor).toBe('c3');
  const cursor = server.checkpoint();
  const next = take(subscription, 1);
  await until(async () => (subscription.cursor === cursor ? true : null), 'the checkpoint');
  server.append(7);
  expect(await next).toEqual([{ position: 4, value: 7 }]);
  expect(server.authorizations).toEqual(['Bearer mg_secret']);
  await subscription.return();
});

test('a checkpoint does not pass events that were not consumed', async () => {
  const subscription = subscribe({ after: 'c0' });
  server.append(1, 2);
  await take(subscription, 1);
  server.checkpoint();
  await until(async () => (server.sent === 3 ? true : null), 'all to be sent');
  expect(subscription.cursor).toBe('c1');
  await take(subscription, 1);
  const next = subscription.next();
  await until(async () => (subscription.cursor === 'c3' ? true : null), 'the checkpoint');
  await subscription.return();
  expect(await next).toEqual({ done: true, value: undefined });
});

test('every event comes once and in order, while the server is killed, restarted, closes and repeats itself', async () => {
  server.repeatsLast = true;
  const interruptions: unknown[] = [];
  const subscription = subscribe({ after: 'c0', onInterruption: (error) => interruptions.push(error) });
  const received = take(subscription, 400);
  const breaks = [
    async () => {
      await server.kill();
      server.append(1);
      await server.start();
    },
    async () => server.closeWebsockets(1000),
    async () => server.closeWebsockets(1012),
    async () => server.completeAll(),
  ];
  for (let round = 0; round < 20; round += 1) {
    server.append(...Array(19).fill(round));
    if (round % 3 === 0) server.checkpoint();
    // A try that finds the server away is an interruption more, but no subscription.
    await isSubscribed(round + 1);
    await breaks[round % 4]?.();
    if (round % 4 !== 0) server.append(round);
    await until(async () => (interruptions.length > round ? true : null), `interruption ${round}`);
  }
  expect(positionsOf(await received)).toEqual(upTo(400));
  expect(interruptions[0]).toBeInstanceOf(ConnectionError);
  await subscription.return();
});

test('a server that falls silent is left, and what it did meanwhile is caught up on', async () => {
  const subscription = subscribe({ after: 'c0' }, socketTo({ pingEveryMs: 30, pongWithinMs: 60 }));
  server.append(1);
  expect(positionsOf(await take(subscription, 1))).toEqual([1]);
  const next = take(subscription, 2);
  server.stall();
  server.append(2, 3);
  await until(async () => (server.openSockets >= 2 ? true : null), 'another connection');
  server.recover();
  expect(positionsOf(await next)).toEqual([2, 3]);
  expect(server.resumedAfter).toEqual(['c0', 'c1']);
  await subscription.return();
});

test('a connection that is never acknowledged is given up and made again', async () => {
  let asked = 0;
  const token = (): Promise<string> => {
    asked += 1;
    return asked === 1 ? new Promise(() => {}) : Promise.resolve('mg_secret');
  };
  const subscription = subscribe({ after: 'c0' }, socketTo({ token, connectWithinMs: 50 }));
  server.append(1);
  expect(positionsOf(await take(subscription, 1))).toEqual([1]);
  expect(asked).toBe(2);
  await subscription.return();
});

test('a slow consumer holds no more than its bound, misses nothing, and does not hold up others', async () => {
  const socket = socketTo();
  const slow = subscribe({ after: 'c0' }, socket, 50);
  const quick = subscribe({ after: 'c0' }, socket);
  server.append(...Array(600).fill(0));
  expect(positionsOf(await take(slow, 1))).toEqual([1]);
  expect(positionsOf(await take(quick, 600))).toEqual(upTo(600));
  await until(
    async () => (server.activeSubscriptions === 1 ? true : null),
    'the slow subscription to be closed',
  );
  expect(server.resumedAfter).toEqual(['c0', 'c0']);
  expect(positionsOf(await take(slow, 599))).toEqual(upTo(600).slice(1));
  expect(new Set(server.authorizations.map(String)).size).toBe(1);
  expect(server.resumedAfter.length).toBeGreaterThan(5);
  await Promise.all([slow.return(), quick.return()]);
});

test('two subscriptions share a websocket, which closes after the last', async () => {
  const socket = socketTo();
  const one = subscribe({ after: 'c0' }, socket);
  const other = subscribe({ after: 'c0' }, socket);
  server.append(1, 2);
  await Promise.all([take(one, 1), take(other, 1)]);
  expect(server.openSockets).toBe(1);
  for await (const { event } of one) {
    expect(event.position).toBe(2);
    break;
  }
  await until(async () => (server.activeSubscriptions === 1 ? true : null), 'one subscription to be closed');
  expect(server.openSockets).toBe(1);
  expect(positionsOf(await take(other, 1))).toEqual([2]);
  await other.return();
  await until(async () => (server.openSockets === 0 ? true : null), 'the websocket to be closed');
  expect(await one.next()).toEqual({ done: true, value: undefined });
});

test('subscriptions beyond what a websocket takes get another', async () => {
  const sockets = socketTo({}, 2);
  const several = upTo(5).map(() => subscribe({ after: 'c0' }, sockets));
  server.append(1);
  await Promise.all(several.map((one) => take(one, 1)));
  expect(server.openSockets).toBe(3);
  await several[0]?.return();
  const another = subscribe({ after: 'c0' }, sockets);
  await take(another, 1);
  expect(server.openSockets).toBe(3);
  await Promise.all([another, ...several].map((one) => one.return()));
  await until(async () => (server.openSockets === 0 ? true : null), 'the websockets to be closed');
});

test('a server that takes fewer of a websocket than it does by default gets more websockets', async () => {
  server.mostOfAWebsocket = 2;
  const sockets = socketTo();
  const onInterruption = (): void => {};
  const several = upTo(5).map(() => subscribe({ after: 'c0', onInterruption }, sockets));
  server.append(1);
  await Promise.all(several.map((one) => take(one, 1)));
  expect(server.openSockets).toBe(3);
  await Promise.all(several.map((one) => one.return()));
});

const tooMany = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'RATE_LIMITED', retryable: true } });

test.each(['websocket', 'subscription'])(
  'a %s too many is told, and thrown when it stays so',
  async (what) => {
    if (what === 'websocket') server.refuseWith = { code: 4429, reason: 'RATE_LIMITED: 10 are open.' };
    else server.failWith.push(...Array(1_000).fill(tooMany('20 are open.')));
    const interruptions: unknown[] = [];
    const onInterruption = (error: unknown): void => void interruptions.push(error);
    const refused = subscribe({ onInterruption }, socketTo(), 1_000, 50);
    const error = await thrown(refused.next());
    expect(error).toBeInstanceOf(RateLimitedError);
    expect(error).toMatchObject({ code: 'RATE_LIMITED', message: expect.stringContaining('0 are open.') });
    expect(interruptions[0]).toBeInstanceOf(RateLimitedError);
    expect(await refused.next()).toEqual({ done: true, value: undefined });
  },
);

test('a subscription that was too many goes on when there is room, and nobody who listens is warned once', async () => {
  const warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => {});
  server.refuseWith = { code: 4429, reason: 'RATE_LIMITED: 10 are open.' };
  const waiting = subscribe({ after: 'c0' });
  const next = take(waiting, 1);
  await until(async () => (server.authorizations.length > 2 ? true : null), 'three tries');
  server.refuseWith = undefined;
  server.append(1);
  expect(positionsOf(await next)).toEqual([1]);
  expect(warned.mock.calls).toEqual([[expect.stringContaining('10 are open.'), 'ModelGraphWarning']]);
  warned.mockRestore();
  await waiting.return();
});

test('a cursor that is too old is a CursorExpiredError', async () => {
  server.failWith.push(
    new GraphQLError('Too old.', { extensions: { code: 'CURSOR_EXPIRED', oldestCursor: 'c9' } }),
  );
  const subscription = subscribe({ after: 'c0' });
  const error = await thrown(subscription.next());
  expect(error).toBeInstanceOf(CursorExpiredError);
  expect(error).toMatchObject({ code: 'CURSOR_EXPIRED', message: 'Too old.', oldestCursor: 'c9' });
  expect(await subscription.next()).toEqual({ done: true, value: undefined });
  await until(async () => (server.openSockets === 0 ? true : null), 'the websocket to be closed');
});

test('an error that may pass is waited out, one that may not is thrown after what came before it', async () => {
  server.failWith.push(
    new GraphQLError('Busy.', { extensions: { code: 'UNAVAILABLE', retryable: true, retryAfterMs: 10 } }),
  );
  const subscription = subscribe({ after: 'c0' });
  server.append(1, 2, 3);
  expect(positionsOf(await take(subscription, 1))).toEqual([1]);
  await until(async () => (server.sent === 3 ? true : null), 'all to be sent');
  server.failWith.push(new GraphQLError('Gone.', { extensions: { code: 'BAD_REQUEST', retryable: false } }));
  server.closeWebsockets(1012);
  await until(async () => (server.failWith.length === 0 ? true : null), 'the failure');
  await until(async () => (server.openSockets === 0 ? true : null), 'the end');
  expect(positionsOf(await take(subscription, 2))).toEqual([2, 3]);
  expect(await thrown(subscription.next())).toMatchObject({ code: 'BAD_REQUEST', message: 'Gone.' });
});

test.each([
  [4401, UnauthenticatedError, 'UNAUTHENTICATED'],
  [4403, ForbiddenError, 'FORBIDDEN'],
  [4400, ModelGraphError, 'BAD_REQUEST'],
])('close code %i is thrown, also to a subscription that was running', async (code, Class, name) => {
  const running = subscribe({ after: 'c0' });
  const next = thrown(running.next());
  await isSubscribed();
  server.closeWebsockets(code, 'This token was revoked.');
  expect(await next).toBeInstanceOf(Class);
  server.refuseWith = { code, reason: `${name}: Not you.` };
  const refused = await thrown(subscribe({ after: 'c0' }).next());
  expect(refused).toBeInstanceOf(Class);
  expect(refused).toMatchObject({ code: name, message: 'Not you.', retryable: false });
});

test('without a token the sentence that says what to do is thrown', async () => {
  const why = new ModelGraphError('There is no token.', { code: 'CONFIGURATION' });
  const socket = socketTo({ token: () => Promise.reject(why) });
  expect(await thrown(subscribe({}, socket).next())).toBe(why);
});

test('a client subscribes where it sends its requests, with the same token', async () => {
  const url = server.url.replace('ws', 'http');
  const transport = new Transport(readSettings({ url, token: 'mg_of-the-client' }));
  const subscription = transport.subscribe(EVENTS, {}, { after: 'c0' });
  server.append(1);
  const first = await subscription.next();
  expect(first.value).toEqual({ cursor: 'c1', event: { position: 1, value: 1 } });
  expect(server.authorizations).toEqual(['Bearer mg_of-the-client']);
  await subscription.return();
});

test('an aborted subscription throws the reason: before, while it waits for events, and between tries', async () => {
  const reason = new Error('enough');
  expect(await thrown(subscribe({ signal: AbortSignal.abort(reason) }).next())).toBe(reason);
  expect(server.resumedAfter).toEqual([]);

  const waiting = new AbortController();
  const first = thrown(subscribe({ signal: waiting.signal }).next());
  await isSubscribed();
  waiting.abort(reason);
  expect(await first).toBe(reason);
  await until(async () => (server.openSockets === 0 ? true : null), 'the websocket to be closed');

  await server.kill();
  const between = new AbortController();
  let isInterrupted = false;
  const onInterruption = (): void => {
    isInterrupted = true;
  };
  const second = thrown(subscribe({ signal: between.signal, onInterruption }).next());
  await until(async () => (isInterrupted ? true : null), 'the first try to fail');
  between.abort(reason);
  expect(await second).toBe(reason);
});
