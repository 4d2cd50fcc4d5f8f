import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { checkOperation, checkShape, type OperationLimits } from '../contract/limits';
import { Request } from '../contract/request';
import { ServiceError } from '../contract/service-error';
import type { Log } from '../log';
import { checkOnly } from './ingest-door';
import type { Metrics } from './metrics';
import { shownName } from './operation-name';
import { publicError, retryAfter, statusOf } from './public-error';

export interface GraphqlSettings {
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  readonly maxTokens: number;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** The HTTP door's GraphQL: Apollo with our limits, our masking and one log line per operation. */
export async function startApollo({
  schema,
  limits,
  maxTokens,
  log,
  metrics,
}: GraphqlSettings): Promise<ApolloServer<Request>> {
  const apollo = new ApolloServer<Request>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    parseOptions: { maxTokens },
    formatError: (formatted, error) => CAUSES.carry(formatted, error),
    logger: {
      debug() {},
      info() {},
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // It would wrap every field of every answer to work out how long a cache may keep it: answers are private, POST only.
      ApolloServerPluginCacheControlDisabled(),
      limiting(limits),
      observing(log, metrics),
    ],
  });
  await apollo.start();
  return apollo;
}

const limiting = (limits: OperationLimits): ApolloServerPlugin<Request> => ({
  requestDidStart: async () => ({
    async didResolveOperation({ schema, document, operation, request, contextValue: { only } }) {
      if (!operation) return;
      if (operation.operation === 'subscription') {
        throw new ServiceError(
          'BAD_REQUEST',
          'Subscriptions run over the websocket at this same address (subprotocol graphql-transport-ws).',
        );
      }
      if (only) {
        checkShape(document, operation, limits);
        checkOnly(only, document, operation);
        return;
      }
      checkOperation(schema, document, operation, request.variables ?? {}, limits);
    },
  }),
});

/** Masks what errors say, and tells the log and the metrics how each operation ended. */
const observing = (log: Log, metrics: Metrics): ApolloServerPlugin<Request> => ({
  requestDidStart: async () => {
    const started = performance.now();
    return {
      async willSendResponse({ response, operation, operationName, contextValue: { actor, requestId } }) {
        if (response.body.kind !== 'single') return;
        const result = response.body.singleResult;
        const causes = result.errors?.map((error) => CAUSES.of(error)) ?? [];
        const masked = causes.map((cause) => publicError(cause, requestId));
        if (masked[0]) {
          result.errors = masked.map(({ error }) => error.toJSON());
          const again = retryAfter(masked[0].error);
          if (again !== null) response.http.headers.set('retry-after', again);
          if (result.data == null) response.http.status = statusOf(masked[0].error);
        }
        const outcome = String(masked[0]?.error.extensions.code ?? 'ok');
        const seconds = (performance.now() - started) / 1000;
        const kind = operation?.operation ?? 'unknown';
        const name = shownName(operationName);
        metrics.operations.observe({ kind, operation: metrics.operationLabel(name), outcome }, seconds);
        const line = {
          requestId,
          actor: actor.subject,
          project: actor.projectId,
          kind,
          operation: name,
          outcome,
          ms: Math.round(seconds * 1e5) / 100,
        };
        log.info(line, 'operation');
        causes
          .filter((_, index) => masked[index]!.isFault)
          .forEach((error) => {
            log.error({ requestId, error: originOf(error) }, 'a request failed');
          });
      },
    };
  },
});

const originOf = (error: unknown): unknown =>
  error instanceof GraphQLError ? (error.originalError ?? error) : error;

/** Apollo formats errors before a plugin sees them; the error itself rides along, out of sight of JSON. */
const CAUSES = {
  kept: new WeakMap<GraphQLFormattedError, unknown>(),
  carry(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
    this.kept.set(formatted, error);
    return formatted;
  },
  of(formatted: GraphQLFormattedError): unknown {
    return this.kept.get(formatted) ?? formatted;
  },
};

/** Answers one POST. The route has authenticated it and read its body. */
export async function answerPost(
  apollo: ApolloServer<Request>,
  request: Request,
  body: unknown,
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Promise<{ status: number; headers: Iterable<[string, string]>; body: string }> {
  const given = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) given.set(name, String(value));
  const answer = await apollo.executeHTTPGraphQLRequest({
    context: async () => request,
    httpGraphQLRequest: { method: 'POST', headers: given, search: '', body },
  });
  if (answer.body.kind !== 'complete') throw new Error('An answer in parts was not asked for.');
  const status = answer.status ?? 200;
  const { string } = answer.body;
  return { status, headers: answer.headers, body: status < 400 ? string : withRequestId(string, request) };
}

/** What Apollo refuses before there is an operation (a batch, no query, a foreign Accept) gets what every error of ours has. */
function withRequestId(body: string, { requestId }: Request): string {
  const answer = JSON.parse(body) as { errors?: { extensions?: Record<string, unknown> }[] };
  for (const error of answer.errors ?? [])
    error.extensions = { retryable: false, requestId, ...error.extensions };
  return JSON.stringify(answer);
}
