import type { Fetcher, FetcherParams } from '@graphiql/toolkit';
import type { ExecutionResult } from 'graphql';
import { failed, isUnauthenticated, type Result } from './answer';
import { readOperation } from './operation';
import { subscriptionSocket } from './subscription-socket';

/** What GraphiQL sends its operations through, for one token. */
interface Connection {
  readonly fetcher: Fetcher;
  close(): void;
}

/** Queries and mutations over HTTP, subscriptions over a websocket at the same path. */
export const connect = (token: string, onUnauthenticated: () => void): Connection => {
  // Relative to the page, so that it also works behind a proxy that serves it below a path.
  const endpoint = new URL('graphql', document.baseURI);
  const socket = subscriptionSocket(endpoint, token, onUnauthenticated);

  const post = async (request: FetcherParams): Promise<Result> => {
    let response: Response;
    let text: string;
    try {
      response = await fetch(endpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          authorization: `Bearer ${token}`,
        },
        body: JSON.stringify(request),
      });
      text = await response.text();
    } catch {
      return failed('The server did not answer. Is it still running?');
    }
    const result = resultIn(text);
    if (response.status === 401 || isUnauthenticated(result?.errors)) onUnauthenticated();
    return result ?? failed(`The server answered HTTP ${response.status}: ${text.slice(0, 1000)}`);
  };

  return {
    fetcher: (asked) => {
      const { request, isSubscription } = readOperation(asked);
      return isSubscription ? socket.subscribe(request) : post(request);
    },
    close: () => socket.close(),
  };
};

/** Without a token nothing is sent: the server would refuse all of it. */
export const withoutToken: Connection = {
  fetcher: () => Promise.resolve(failed('A token is needed: paste one above.')),
  close: () => undefined,
};

const resultIn = (text: string): Result | null => {
  try {
    const body: unknown = JSON.parse(text);
    const isResult = typeof body === 'object' && body !== null && ('data' in body || 'errors' in body);
    return isResult ? (body as ExecutionResult) : null;
  } catch {
    return null;
  }
};
