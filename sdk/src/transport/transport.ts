import { type Accepted, accepted } from '../errors/accepted.js';
import { ModelGraphError } from '../errors/model-graph-error.js';
import { ConnectionError } from '../errors/service-errors.js';
import type { Settings } from '../settings.js';
import { type Answer, readAnswer } from './answer.js';
import { waitMs } from './backoff.js';
import type { CallOptions } from './call-options.js';
import { Deadline } from './deadline.js';
import { newIdempotencyKey } from './idempotency-key.js';
import { readNumbers, writeJson } from './numbers.js';
import type { OperationFacts, TypedDocument } from './typed-document.js';

/** Sends operations over HTTP and tries again where that is safe. One for a client; resources call it. */
export class Transport {
  constructor(readonly settings: Settings) {}

  /** Sends a query of the SDK and gives the value of its root field. */
  async query<Result extends object, Variables>(
    document: TypedDocument<Result, Variables>,
    variables: Variables,
    options?: CallOptions,
  ): Promise<Root<Result>> {
    return rootField(await this.send(document, variables, options));
  }

  /** Sends a mutation of the SDK; gives its payload with `entity` present, or throws its first user error. */
  async mutate<Result extends object, Variables, Entity extends keyof Root<Result>>(
    document: TypedDocument<Result, Variables>,
    variables: Variables,
    _entity: Entity,
    options?: CallOptions,
  ): Promise<Accepted<Root<Result>, Entity>> {
    const answer = await this.send(document, variables, options);
    return accepted<Root<Result>, Entity>(rootField(answer), answer.requestId);
  }

  /** Sends an operation; `canRepeat` says whether a try whose answer was lost may be made again. */
  async send(
    operation: OperationFacts,
    variables: unknown,
    options: CallOptions = {},
    canRepeat = true,
  ): Promise<Answer> {
    const body = writeJson({ query: operation.text, variables: keyed(operation, variables, options) });
    const maxRetries = options.maxRetries ?? (canRepeat ? this.settings.maxRetries : 0);
    const deadline = new Deadline(options.timeoutMs ?? this.settings.timeoutMs, options.signal);
    try {
      const answer = await this.tryUntil(deadline, maxRetries, (signal) => this.post(body, signal));
      readNumbers(answer.data, operation.numbers);
      return answer;
    } finally {
      deadline.dispose();
    }
  }

  private async tryUntil(
    deadline: Deadline,
    maxRetries: number,
    work: (signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer> {
    for (let retry = 0; ; retry += 1) {
      try {
        return await deadline.within(work);
      } catch (error) {
        if (deadline.signal.aborted || retry >= maxRetries) throw error;
        if (!(error instanceof ModelGraphError && error.retryable)) throw error;
        deadline.lastFailure = error;
        const wait = waitMs(this.settings.backoff, retry, error.retryAfterMs);
        // A wait beyond the end would only hide what went wrong behind a TimeoutError.
        if (wait >= deadline.remainingMs) throw error;
        await deadline.wait(wait);
      }
    }
  }

  private async post(body: string, signal: AbortSignal): Promise<Answer> {
    const { graphqlUrl, headers, fetch } = this.settings;
    const request: RequestInit = {
      method: 'POST',
      headers: {
        ...headers,
        accept: 'application/json',
        'content-type': 'application/json',
        authorization: `Bearer ${await this.settings.token()}`,
      },
      body,
      signal,
      redirect: 'manual',
      credentials: 'omit',
    };
    try {
      return await readAnswer(await fetch(graphqlUrl, request));
    } catch (error) {
      if (error instanceof ModelGraphError) throw error;
      throw new ConnectionError(`${graphqlUrl} cannot be reached: ${reasonOf(error)}`, {
        code: 'CONNECTION_FAILED',
        retryable: true,
        cause: error,
      });
    }
  }
}

/** Every document of the SDK has exactly one root field; codegen sees to it. */
const rootField = <Result>({ data }: Answer): Root<Result> => Object.values(data as object)[0];

type Root<Result> = Result[keyof Result];

function keyed({ takesKey }: OperationFacts, variables: unknown, { idempotencyKey }: CallOptions): unknown {
  if (!takesKey) return variables;
  const { input, ...others } = variables as { input: { idempotencyKey?: string | null } };
  return {
    ...others,
    input: { ...input, idempotencyKey: input.idempotencyKey ?? idempotencyKey ?? newIdempotencyKey() },
  };
}

/** `fetch` says only "fetch failed"; what happened stands in the cause. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as { cause?: { code?: string; message?: string }; message?: string };
  return cause?.message || cause?.code || message || String(error);
}
