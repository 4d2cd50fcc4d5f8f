import { ConfigurationError } from './errors/service-errors.js';
import { readLocalToken } from './local-token.js';
import { environment } from './platform.js';
import type { PredictionQueueOptions } from './predictions/predictions.js';
import type { Backoff } from './transport/backoff.js';
import { checkTimeout } from './transport/deadline.js';

/** How to make a client. Everything may be left out beside a server on the same machine. */
export interface ModelGraphOptions {
  /**
   * Address of the server, for example `https://models.example.com`; a path in front of `/graphql` is kept. Default: in
   * Node the environment variable `MODELGRAPH_URL`, else `http://127.0.0.1:4000`.
   */
  readonly url?: string | URL | undefined;
  /**
   * The secret of a token (`mg_…`); needed in browsers. Default in Node: the environment variable `MODELGRAPH_TOKEN`; else,
   * for a loopback address only, the file `admin-token` that a local server keeps in `MODELGRAPH_DATA` or `./data`, read at
   * the first call.
   */
  readonly token?: string | undefined;
  /** Sends requests in place of the global `fetch`, for example through a proxy. */
  readonly fetch?: typeof fetch | undefined;
  /** Sent with every HTTP request. `authorization`, `accept` and `content-type` are the client's own. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Default bound of a whole call with all its tries, in milliseconds. Default 10,000; `Infinity` for none. */
  readonly timeoutMs?: number | undefined;
  /** How often a call is tried again after a failure that may pass. Default 3. */
  readonly maxRetries?: number | undefined;
  /** The queue of `mg.predictions`: its size, its patience, and who hears of what will not arrive. */
  readonly predictions?: PredictionQueueOptions | undefined;
}

/** The options, checked and completed. */
export interface Settings {
  readonly graphqlUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  readonly maxRetries: number;
  readonly backoff: Backoff;
  /** The token's secret; rejects with a ConfigurationError that says how to give one. */
  readonly token: () => Promise<string>;
}

/** Completes the options from the environment; throws a ConfigurationError for what cannot work. */
export function readSettings(options: ModelGraphOptions): Settings {
  const address = readAddress(options.url ?? (environment('MODELGRAPH_URL') || 'http://127.0.0.1:4000'));
  const timeoutMs = options.timeoutMs ?? 10_000;
  checkTimeout(timeoutMs);
  const maxRetries = options.maxRetries ?? 3;
  if (!(maxRetries >= 0)) throw new ConfigurationError('maxRetries must be 0 or more.');
  return {
    graphqlUrl: address.href,
    headers: lowerCased(options.headers ?? {}),
    // Called as a plain function: a browser's fetch refuses to be a method of something else.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeoutMs,
    maxRetries,
    backoff: { firstMs: 200, mostMs: 10_000, random: Math.random },
    token: tokenSource(options.token, address),
  };
}

function readAddress(given: string | URL): URL {
  if (!URL.canParse(given))
    throw new ConfigurationError(`"${given}" is not an address: give one such as http://127.0.0.1:4000.`);
  const url = new URL(given);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new ConfigurationError(`The address must begin with http:// or https://, not ${url.protocol}//.`);
  }
  if (url.username || url.password) {
    throw new ConfigurationError('The address must not hold a user name or password: give a token instead.');
  }
  url.pathname = `${url.pathname.replace(/\/+(graphql\/*)?$/, '')}/graphql`;
  url.search = '';
  url.hash = '';
  return url;
}

function tokenSource(given: string | undefined, address: URL): () => Promise<string> {
  const secret = given ?? environment('MODELGRAPH_TOKEN');
  if (secret) {
    const checked = checkToken(secret);
    return () => Promise.resolve(checked);
  }
  let read: string | undefined;
  return async () => {
    read ??= checkToken(await readLocalToken(address));
    return read;
  };
}

function checkToken(secret: string): string {
  const token = secret.trim();
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new ConfigurationError(
    'The token holds characters that no token has; give the secret as it was shown, `mg_…`.',
  );
}

const lowerCased = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
