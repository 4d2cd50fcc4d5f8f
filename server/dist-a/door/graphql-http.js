'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.startApollo = startApollo;
exports.answerPost = answerPost;
const server_1 = require('@apollo/server');
const disabled_1 = require('@apollo/server/plugin/disabled');
const graphql_1 = require('graphql');
const limits_1 = require('../contract/limits');
const service_error_1 = require('../contract/service-error');
const public_error_1 = require('./public-error');
/** The HTTP door's GraphQL: Apollo with our limits, our masking and one log line per operation. */
async function startApollo({ schema, limits, maxTokens, log, metrics }) {
  const apollo = new server_1.ApolloServer({
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
      (0, disabled_1.ApolloServerPluginLandingPageDisabled)(),
      limiting(limits),
      observing(log, metrics),
    ],
  });
  await apollo.start();
  return apollo;
}
const limiting = (limits) => ({
  requestDidStart: async () => ({
    async didResolveOperation({ schema, document, operation, request }) {
      if (!operation) return;
      if (operation.operation === 'subscription') {
        throw new service_error_1.ServiceError(
          'BAD_REQUEST',
          'Subscriptions run over the websocket at this same address (subprotocol graphql-transport-ws).',
        );
      }
      (0, limits_1.checkOperation)(schema, document, operation, request.variables ?? {}, limits);
    },
  }),
});
/** Masks what errors say, and tells the log and the metrics how each operation ended. */
const observing = (log, metrics) => ({
  requestDidStart: async () => {
    const started = performance.now();
    return {
      async willSendResponse({ response, operation, operationName, contextValue: { actor, requestId } }) {
        if (response.body.kind !== 'single') return;
        const result = response.body.singleResult;
        const causes = result.errors?.map((error) => CAUSES.of(error)) ?? [];
        const masked = causes.map((cause) => (0, public_error_1.publicError)(cause, requestId));
        if (masked[0]) {
          result.errors = masked.map(({ error }) => error.toJSON());
          const again = (0, public_error_1.retryAfter)(masked[0].error);
          if (again !== null) response.http.headers.set('retry-after', again);
          if (result.data == null) response.http.status = (0, public_error_1.statusOf)(masked[0].error);
        }
        const outcome = String(masked[0]?.error.extensions.code ?? 'ok');
        const seconds = (performance.now() - started) / 1000;
        const kind = operation?.operation ?? 'unknown';
        const name = operationName ?? undefined;
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
          .filter((_, index) => masked[index].isFault)
          .forEach((error) => {
            log.error({ requestId, error: originOf(error) }, 'a request failed');
          });
      },
    };
  },
});
const originOf = (error) =>
  error instanceof graphql_1.GraphQLError ? (error.originalError ?? error) : error;
/** Apollo formats errors before a plugin sees them; the error itself rides along, out of sight of JSON. */
const CAUSES = {
  kept: new WeakMap(),
  carry(formatted, error) {
    this.kept.set(formatted, error);
    return formatted;
  },
  of(formatted) {
    return this.kept.get(formatted) ?? formatted;
  },
};
/** Answers one POST. The route has authenticated it and read its body. */
async function answerPost(apollo, request, body, headers) {
  const given = new server_1.HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) given.set(name, String(value));
  const answer = await apollo.executeHTTPGraphQLRequest({
    context: async () => request,
    httpGraphQLRequest: { method: 'POST', headers: given, search: '', body },
  });
  if (answer.body.kind !== 'complete') throw new Error('An answer in parts was not asked for.');
  return { status: answer.status ?? 200, headers: answer.headers, body: answer.body.string };
}
//# sourceMappingURL=graphql-http.js.map
