import type { FetcherParams, Observable } from '@graphiql/toolkit';
import { CloseCode, createClient } from 'graphql-ws/client';
import { failed, isUnauthenticated, type Result } from './answer';

/** One websocket (graphql-transport-ws), opened for the first subscription and closed after the last. */
export const subscriptionSocket = (endpoint: URL, token: string, onUnauthenticated: () => void) => {
  const url = new URL(endpoint);
  url.protocol = endpoint.protocol === 'https:' ? 'wss:' : 'ws:';
  let wasConnected = false;

  const client = createClient({
    url: url.href,
    lazy: true,
    connectionParams: { Authorization: `Bearer ${token}` },
    connectionAckWaitTimeout: 10_000,
    // A server that restarts is waited for, half a minute or so; one that was never there, or says no, is not.
    retryAttempts: 5,
    shouldRetry: (problem) => wasConnected && !isRefusal(problem),
    on: {
      connected: () => {
        wasConnected = true;
      },
      closed: (event) => {
        if (isRefusal(event)) onUnauthenticated();
      },
    },
  });

  const subscribe = ({ query, variables, operationName }: FetcherParams): Observable<Result> => {
    const observable = {
      subscribe(sink: Sink) {
        const stop = client.subscribe<Record<string, unknown>>(
          { query, variables, operationName },
          {
            next: (result) => sink.next(result as Result),
            complete: () => sink.complete(),
            error: (problem) => {
              if (isUnauthenticated(problem)) onUnauthenticated();
              sink.next(answerFrom(problem));
              sink.complete();
            },
          },
        );
        return { unsubscribe: stop };
      },
    };
    // GraphiQL calls `subscribe` in this one of the three forms that its type allows.
    return observable as Observable<Result>;
  };

  return { subscribe, close: () => void client.dispose() };
};

interface Sink {
  next(result: Result): void;
  complete(): void;
}

const closeCodeOf = (problem: unknown): number | null =>
  problem instanceof CloseEvent ? problem.code : null;

const isRefusal = (problem: unknown): boolean => {
  const code = closeCodeOf(problem);
  return code === CloseCode.Unauthorized || code === CloseCode.Forbidden;
};

/** `problem`: the errors of an operation that the server refused, the end of the socket, or a fault of the client. */
const answerFrom = (problem: unknown): Result => {
  if (Array.isArray(problem)) return { errors: problem };
  if (isRefusal(problem)) return failed('The server did not accept the token for a subscription.');
  if (problem instanceof CloseEvent) {
    const why = problem.reason ? `${problem.code}, ${problem.reason}` : problem.code;
    return failed(`The websocket was closed (${why}). Run the subscription again to go on.`);
  }
  return failed(
    problem instanceof Error ? problem.message : 'The websocket failed. Is the server still running?',
  );
};
