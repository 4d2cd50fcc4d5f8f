import { type Accepted, accepted } from '../errors/accepted.js';
import { badAnswer } from '../errors/bad-answer.js';
import type { Settings } from '../settings.js';
import { Sockets } from '../subscription/sockets.js';
import { type Envelope, type SubscribeOptions, Subscription } from '../subscription/subscription.js';
import { type Answer, readAnswer, readFailure } from './answer.js';
import type { CallOptions } from './call-options.js';
import { Deadline } from './deadline.js';
import { newIdempotencyKey } from './idempotency-key.js';
import { cutOff, networkError } from './network-error.js';
import { readNumbers, writeJson } from './numbers.js';
import { tryUntil } from './tries.js';
import type { OperationFacts, TypedDocument } from './typed-document.js';

/** Sends operations over HTTP and tries again where that is safe; subscribes over websockets. One for a client; resources call it. */
export class Transport {
  private readonly sockets: Sockets;

  constructor(readonly settings: Settings) {
    this.sockets = new Sockets({
      url: settings.graphqlUrl.replace(/^http/, 'ws'),
      token: settings.token,
      connectWithinMs: 10_000,
      pingEveryMs: 15_000,
      pongWithinMs: 5_000,
    });
  }

  /** Sends a query of the SDK and gives the value of its root field. */
  async query<Result extends object, Variables>(
    document: TypedDocument<Result, Variables>,
    variables: Variables,
    options?: CallOptions,
  ): Promise<Root<Result>> {
    return rootField(await this.send(document, variables, options));
  }

  /** Sends a mutation of the SDK; gives its payload with `entity`, if it has one, present, or throws its first user error. */
  async mutate<Result extends object, Variables, Entity extends keyof Root<Result> = never>(
    document: TypedDocument<Result, Variables>,
    variables: Variables,
    _entity: Entity | null,
    options?: CallOptions,
  ): Promise<Accepted<Root<Result>, Entity>> {
    const answer = await this.send(document, variables, options);
    return accepted<Root<Result>, Entity>(rootField(answer), answer.requestId);
  }

  /** Sends a batch to where large bodies are read; gives its payload, or throws its first user error. */
  async ingest<Result extends object, Variables>(
    document: TypedDocument<Result, Variables>,
    variables: Variables,
    options?: CallOptions,
  ): Promise<Accepted<Root<Result>, never>> {
    const answer = await this.send(document, variables, options, true, `${this.settings.graphqlUrl}/ingest`);
    return accepted<Root<Result>, never>(rootField(answer), answer.requestId);
  }

  /** The events of a subscription of the SDK; nothing is opened before the first is asked for. */
  subscribe<Event, Variables>(
    document: TypedDocument<Record<string, Envelope<Event>>, Variables>,
    variables: Omit<Variables, 'after'>,
    options?: SubscribeOptions,
  ): Subscription<Event> {
    return new Subscription(this.sockets, document, variables, options);
  }

  /** Sends an operation; `canRepeat` says whether a try whose answer was lost may be made again. */
  async send(
    operation: OperationFacts,
    variables: unknown,
    options: CallOptions = {},
    canRepeat = true,
    url = this.settings.graphqlUrl,
  ): Promise<Answer> {
    const body = writeJson({ query: operation.text, variables: keyed(operation, variables, options) });
    const maxRetries = options.maxRetries ?? (canRepeat ? this.settings.maxRetries : 0);
    const deadline = new Deadline(options.timeoutMs ?? this.settings.timeoutMs, options.signal);
    try {
      const tries = { maxRetries, backoff: this.settings.backoff };
      const answer = await tryUntil(deadline, tries, (signal) => this.post(url, body, signal));
      readNumbers(answer.data, operation.numbers);
      return answer;
    } finally {
      deadline.dispose();
    }
  }

  /** One request beside GraphQL, not tried again; an answer of failure is thrown unless its status is among `accept`. */
  async request(path: string, init: RequestInit, accept: readonly number[] = []): Promise<Response> {
    const { graphqlUrl } = this.settings;
    const url = `${graphqlUrl.slice(0, -'/graphql'.length)}${path}`;
    const response = await this.fetch(url, init);
    if (response.ok || accept.includes(response.status)) return response;
    throw await readFailure(response).catch((error) => cutOff(error, url));
  }

  private async post(url: string, body: string, signal: AbortSignal): Promise<Answer> {
    const headers = { accept: 'application/json', 'content-type': 'application/json' };
    try {
      const response = await this.fetch(url, { method: 'POST', headers, body, signal });
      return await readAnswer(response).catch((error) => Promise.reject(cutOff(error, url)));
    } catch (error) {
      throw networkError(error, url);
    }
  }

  private async fetch(url: string, init: RequestInit): Promise<Response> {
    const authorization = `Bearer ${await this.settings.token()}`;
    const { headers, fetch } = this.settings;
    try {
      return await fetch(url, {
        ...init,
        headers: { ...headers, ...(init.headers as Record<string, string>), authorization },
        redirect: 'manual',
        credentials: 'omit',
      });
    } catch (error) {
      throw networkError(error, url);
    }
  }
}

/** Every document of the SDK has exactly one root field; codegen sees to it. */
function rootField<Result>({ data, requestId }: Answer): Root<Result> {
  const root = Object.values(data as object)[0];
  if (root === undefined) throw badAnswer(requestId);
  return root;
}

type Root<Result> = Result[keyof Result];

function keyed({ takesKey }: OperationFacts, variables: unknown, { idempotencyKey }: CallOptions): unknown {
  if (!takesKey) return variables;
  const { input, ...others } = variables as { input: { idempotencyKey?: string | null } };
  return {
    ...others,
    input: { ...input, idempotencyKey: input.idempotencyKey ?? idempotencyKey ?? newIdempotencyKey() },
  };
}
