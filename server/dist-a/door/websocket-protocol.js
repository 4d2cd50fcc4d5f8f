'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.makeProtocol = void 0;
const graphql_ws_1 = require('graphql-ws');
const id_1 = require('../contract/id');
const service_error_1 = require('../contract/service-error');
const close_code_1 = require('./close-code');
const failures_1 = require('./failures');
const read_subscription_1 = require('./read-subscription');
const websocket_operation_1 = require('./websocket-operation');
/** graphql-transport-ws as graphql-ws speaks it, with the checks of the HTTP door in every place where it would have none. */
const makeProtocol = (settings) =>
  (0, graphql_ws_1.makeServer)({
    connectionInitWaitTimeout: settings.initTimeoutMs,
    onConnect: (context) => admit(context, settings),
    onSubscribe: ({ extra: link }, _, asked) => accept(link, asked, settings),
    subscribe: (args) => args.operation.answers(args),
    onError: (_, __, ___, errors) =>
      errors.flatMap((error) =>
        error.originalError instanceof failures_1.Failures ? error.originalError.errors : error,
      ),
  });
exports.makeProtocol = makeProtocol;
async function admit({ extra: link, connectionParams }, settings) {
  const { authenticator, openTokens, log } = settings;
  const given = connectionParams?.Authorization ?? connectionParams?.authorization ?? link.authorization;
  try {
    const actor = await authenticator.authenticate(typeof given === 'string' ? given : undefined);
    if (link.isOver) return true;
    openTokens.enter(actor);
    link.actor = actor;
    log.info({ requestId: link.id, actor: actor.subject, project: actor.projectId }, 'websocket opened');
    return true;
  } catch (thrown) {
    throw (0, close_code_1.closingBy)((0, failures_1.published)(thrown, link.id, log)[0]);
  }
}
function accept(link, asked, settings) {
  const { schema, maxSubscriptions, log, metrics } = settings;
  const operation = new websocket_operation_1.Operation((0, id_1.newId)(), {
    actor: link.actor,
    name: asked.operationName ?? undefined,
    log,
    metrics,
    onEnd: () => link.operations.delete(operation),
  });
  try {
    if (link.operations.size >= maxSubscriptions) {
      throw new service_error_1.ServiceError(
        'RATE_LIMITED',
        `This websocket runs ${maxSubscriptions} subscriptions already; complete one, or open another websocket.`,
        { retryAfterMs: 1_000 },
      );
    }
    const document = (0, read_subscription_1.readSubscription)(asked, settings);
    link.operations.add(operation);
    return {
      schema,
      document,
      operationName: asked.operationName,
      variableValues: asked.variables,
      operation,
    };
  } catch (thrown) {
    return operation.fail(thrown).errors;
  }
}
//# sourceMappingURL=websocket-protocol.js.map
