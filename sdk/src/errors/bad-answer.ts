import { ModelGraphError } from './model-graph-error.js';

/** The error for an answer of success that lacks what was asked for, as a gateway or a mock may give it. */
export const badAnswer = (requestId: string | null): ModelGraphError =>
  new ModelGraphError('The answer lacks what was asked for. Is this the address of a ModelGraph server?', {
    code: 'BAD_ANSWER',
    requestId,
  });
