import { NotFoundError } from '../generated/user-errors.js';

/** The error for a thing that a question supposed to be there, where the server answers null. */
export function notFound(message: string, path: readonly string[]): NotFoundError {
  const errors: NotFoundError[] = [];
  const error = new NotFoundError(
    { __typename: 'NotFoundError', code: 'NOT_FOUND', message, path },
    { requestId: null, errors },
  );
  errors.push(error);
  return error;
}
