'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.readSubscription = readSubscription;
const graphql_1 = require('graphql');
const limits_1 = require('../contract/limits');
const service_error_1 = require('../contract/service-error');
const failures_1 = require('./failures');
/**
 * Reads and judges an operation as the HTTP door does, with the same codes: graphql-ws would run it without any of the
 * limits, and would take queries and mutations too. Throws a `Failures` or a `ServiceError`.
 */
function readSubscription(asked, { schema, limits, maxTokens }) {
  const document = parsed(asked.query, maxTokens);
  const invalid = (0, graphql_1.validate)(schema, document);
  if (invalid.length > 0)
    throw new failures_1.Failures(invalid.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED')));
  const operation = (0, graphql_1.getOperationAST)(document, asked.operationName);
  if (!operation) {
    const message = asked.operationName
      ? `The document has no operation named "${asked.operationName}".`
      : 'The document has several operations; say in operationName which.';
    throw new graphql_1.GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
  }
  if (operation.operation !== graphql_1.OperationTypeNode.SUBSCRIPTION) {
    throw new service_error_1.ServiceError(
      'BAD_REQUEST',
      'The websocket runs subscriptions only: send queries and mutations by POST to this same address.',
    );
  }
  (0, limits_1.checkOperation)(schema, document, operation, asked.variables ?? {}, limits);
  return document;
}
function parsed(query, maxTokens) {
  try {
    return (0, graphql_1.parse)(query, { maxTokens });
  } catch (error) {
    throw error instanceof graphql_1.GraphQLError ? coded(error, 'GRAPHQL_PARSE_FAILED') : error;
  }
}
const coded = (error, code) =>
  new graphql_1.GraphQLError(error.message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    extensions: { ...error.extensions, code },
  });
//# sourceMappingURL=read-subscription.js.map
