import type { ExecutionResult, FormattedExecutionResult } from 'graphql';

/** What GraphiQL shows as an answer; its type asks for errors as objects of a class, which nothing on a wire is. */
export type Result = ExecutionResult;

/** What stands in place of an answer that never came. A thrown error would be shown with the stack of this page. */
export const failed = (message: string): Result => {
  const result: FormattedExecutionResult = { errors: [{ message }] };
  return result as Result;
};

/** Whether the server refused the token. `errors` is whatever the answer held. */
export const isUnauthenticated = (errors: unknown): boolean =>
  Array.isArray(errors) && errors.some((error) => error?.extensions?.code === 'UNAUTHENTICATED');
