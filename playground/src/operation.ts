import type { FetcherParams } from '@graphiql/toolkit';
import { type DocumentNode, type OperationDefinitionNode, parse } from 'graphql';

/** What GraphiQL asks to be run, and over which transport. */
interface Operation {
  readonly request: FetcherParams;
  readonly isSubscription: boolean;
}

export const readOperation = (request: FetcherParams): Operation => {
  const operations = operationsIn(request.query);
  // GraphiQL learns the name of an edited operation a moment late: where there is only one, its own name counts.
  const [only] = operations.length === 1 ? operations : [];
  const operationName = only ? only.name?.value : request.operationName;
  const chosen = only ?? operations.find(({ name }) => name?.value === operationName);
  return { request: { ...request, operationName }, isSubscription: chosen?.operation === 'subscription' };
};

const operationsIn = (query: string): OperationDefinitionNode[] => {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch {
    return []; // The server says over HTTP what is wrong with it.
  }
  return document.definitions.filter((definition) => definition.kind === 'OperationDefinition');
};
