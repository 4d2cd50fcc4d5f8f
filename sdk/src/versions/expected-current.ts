import { isName, misnamed } from '../errors/misnamed.js';

/** An input whose `expectedCurrent` may be given as a version. */
export type WithExpectedCurrent<T> = Omit<T, 'expectedCurrent'> & {
  /**
   * The version, or its id, that is thought to stand where this one is to go, null for none: when it is another, nothing is
   * changed and the error is `ConflictError` (`UNEXPECTED_STATE`). Left out: not checked.
   */
  readonly expectedCurrent?: string | { readonly id: string } | null | undefined;
};

/** The same as the server takes it. */
export function withExpectedId<T extends WithExpectedCurrent<object>>(
  given: T,
): Omit<T, 'expectedCurrent'> & { readonly expectedCurrent?: string | null } {
  const { expectedCurrent, ...others } = given;
  if (expectedCurrent === undefined) return others;
  const id = expectedCurrent === null || isName(expectedCurrent) ? expectedCurrent : expectedCurrent.id;
  if (id === null || isName(id)) return { ...others, expectedCurrent: id };
  throw misnamed('expectedCurrent is a version, the id of one, or null', expectedCurrent);
}
