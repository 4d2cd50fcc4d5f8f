import type { ModelGraphError } from '../errors/model-graph-error.js';
import { serviceError } from '../errors/service-errors.js';

/** An answer without errors. */
export interface Answer {
  readonly data: unknown;
  readonly requestId: string | null;
}

interface GraphqlError {
  readonly message?: string;
  readonly extensions?: null | {
    readonly code?: string;
    readonly requestId?: string;
    readonly retryable?: boolean;
    readonly retryAfterMs?: number;
    readonly oldestCursor?: string;
  };
}

/** Reads an HTTP answer; throws the first of its top-level errors, or what its status says when it holds no GraphQL. */
export async function readAnswer(response: Response): Promise<Answer> {
  const body = parse(await response.text());
  const requestId = response.headers.get('x-request-id');
  if (response.ok && body?.data != null && !body.errors?.[0]) return { data: body.data, requestId };
  throw failure(body, response, requestId);
}

/** The error that an answer of failure speaks of, also beside GraphQL. */
export const readFailure = async (response: Response): Promise<ModelGraphError> =>
  failure(parse(await response.text()), response, response.headers.get('x-request-id'));

function failure(body: Body | null, response: Response, requestId: string | null): ModelGraphError {
  const problem = body?.errors?.[0];
  return problem ? graphqlError(problem, response, requestId) : statusError(response, requestId);
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly GraphqlError[];
}

function parse(text: string): Body | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' ? body : null;
  } catch {
    return null;
  }
}

/** The error of a GraphQL answer as the SDK throws it. `response` is missing when it came over the websocket. */
export function graphqlError(
  { message, extensions: given }: GraphqlError,
  response?: Response,
  requestId?: string | null,
): ModelGraphError {
  const extensions = given ?? {};
  return serviceError(message ?? 'The server answered with an error without words.', {
    code: extensions.code ?? 'INTERNAL',
    requestId: extensions.requestId ?? requestId ?? null,
    retryable: extensions.retryable ?? (response !== undefined && RETRYABLE.has(response.status)),
    retryAfterMs: extensions.retryAfterMs ?? (response && retryAfterMs(response)),
    oldestCursor: extensions.oldestCursor,
    // Gateways speak JSON with `errors` too, but do not say both.
    isFromServer: extensions.code !== undefined && extensions.requestId !== undefined,
  });
}

const RETRYABLE = new Set([408, 429, 502, 503, 504]);

const CODES: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  408: 'REQUEST_TIMEOUT',
  413: 'PAYLOAD_TOO_LARGE',
  429: 'RATE_LIMITED',
  502: 'UNAVAILABLE',
  503: 'UNAVAILABLE',
  504: 'UNAVAILABLE',
};

function statusError(response: Response, requestId: string | null): ModelGraphError {
  const { status } = response;
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    const message = `The address redirects${to(response)}. Give the client the final address: it does not follow, so as not to send its token elsewhere.`;
    return serviceError(message, { code: 'REDIRECTED', requestId });
  }
  const retryable = RETRYABLE.has(status);
  // A gateway says so of a server that it does not reach; the address is right then.
  const message = retryable
    ? `Something between here and the server answered in its place, with HTTP ${status}.`
    : `There is no GraphQL in the answer (HTTP ${status}). Is this the address of a ModelGraph server?`;
  return serviceError(message, {
    code: CODES[status] ?? 'BAD_ANSWER',
    requestId,
    retryable,
    retryAfterMs: retryAfterMs(response),
  });
}

const to = ({ headers }: Response): string =>
  headers.has('location') ? ` to ${headers.get('location')}` : '';

/** `Retry-After` is seconds or a date. */
function retryAfterMs({ headers }: Response): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
