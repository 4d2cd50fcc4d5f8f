/**
 * Carries the types of an operation's result and variables. Typed documents of graphql-codegen (`TypedDocumentNode`,
 * `TypedDocumentString`) have the same field, so that they can be given to `mg.graphql` as well.
 */
export interface Typed<Result, Variables> {
  /** Never set: exists for the type checker only. */
  __apiType?: (variables: Variables) => Result;
}

/** What the transport must know of an operation. */
export interface OperationFacts {
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** The GraphQL document, fragments included. */
  readonly text: string;
  /** Whether `input` has a field `idempotencyKey`. */
  readonly takesKey: boolean;
  /** Where the answer holds `Number` values, for example `versions.nodes[].metrics[].value`. */
  readonly numbers: readonly string[];
}

/** One operation of the SDK, generated from a `.graphql` document. */
export class TypedDocument<Result, Variables> implements Typed<Result, Variables>, OperationFacts {
  declare __apiType?: (variables: Variables) => Result;
  readonly kind: OperationFacts['kind'];
  readonly text: string;
  readonly takesKey: boolean;
  readonly numbers: readonly string[];

  constructor({ kind, text, takesKey, numbers }: OperationFacts) {
    this.kind = kind;
    this.text = text;
    this.takesKey = takesKey;
    this.numbers = numbers;
  }

  /** The GraphQL text. */
  toString(): string {
    return this.text;
  }
}
