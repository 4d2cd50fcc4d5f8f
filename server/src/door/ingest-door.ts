import type { ApolloServer } from '@apollo/server';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';
import type { Request } from '../contract/request';
import { ServiceError } from '../contract/service-error';

/** What is served where large bodies are read. */
export const INGEST_FIELDS: ReadonlySet<string> = new Set(['logPredictions', 'recordActuals']);

const MOST_REMEMBERED = 100;
const LONGEST_REMEMBERED = 10_000;

/**
 * Batches go to a schema that coerces a whole input at once, see `fast-input.ts`. It needs every root field's input to be a
 * variable, as programs send it; any other document goes to the schema as it is written.
 */
export class IngestDoor {
  private readonly isFast = new Map<string, boolean>();

  constructor(
    private readonly plain: ApolloServer<Request>,
    private readonly fast: ApolloServer<Request>,
    private readonly maxTokens: number,
  ) {}

  for(body: unknown): ApolloServer<Request> {
    const query = (body as { query?: unknown } | null)?.query;
    if (typeof query !== 'string' || query.length > LONGEST_REMEMBERED) return this.plain;
    let isFast = this.isFast.get(query);
    if (isFast === undefined) {
      isFast = takesVariables(query, this.maxTokens);
      if (this.isFast.size >= MOST_REMEMBERED) this.isFast.clear();
      this.isFast.set(query, isFast);
    }
    return isFast ? this.fast : this.plain;
  }
}

/** False for a document that is none, too: the schema as it is written says why. */
function takesVariables(query: string, maxTokens: number): boolean {
  try {
    const document = parse(query, { maxTokens });
    return document.definitions
      .filter((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION)
      .every(({ selectionSet }) =>
        selectionSet.selections.every(
          (one) =>
            one.kind === Kind.FIELD &&
            (one as FieldNode).arguments?.every(({ value }) => value.kind === Kind.VARIABLE),
        ),
      );
  } catch {
    return false;
  }
}

/** Refuses an operation with a root field that this door does not let through. */
export function checkOnly(
  only: ReadonlySet<string>,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): void {
  const other = [...rootFields(document, operation.selectionSet)].find(
    (name) => !only.has(name) && name !== '__typename',
  );
  if (operation.operation === 'mutation' && other === undefined) return;
  throw new ServiceError(
    'BAD_REQUEST',
    `Only ${[...only].join(' and ')} are served here; send everything else to /graphql.`,
  );
}

/** The validation has refused fragments that spread themselves. */
function* rootFields(document: DocumentNode, set: SelectionSetNode): Generator<string> {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) yield selection.name.value;
    else if (selection.kind === Kind.INLINE_FRAGMENT) yield* rootFields(document, selection.selectionSet);
    else {
      const fragment = document.definitions.find(
        (one): one is FragmentDefinitionNode =>
          one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value,
      );
      if (fragment) yield* rootFields(document, fragment.selectionSet);
    }
  }
}
