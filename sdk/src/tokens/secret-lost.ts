import { ModelGraphError } from '../errors/model-graph-error.js';
import type { Token } from '../generated/operations.js';

/**
 * The token was made, but its secret, which the server shows once and does not keep, is lost (`SECRET_LOST`): the answer that
 * had it did not arrive, or went to an earlier call with the same idempotency key. Revoke the token and make another.
 */
export class SecretLostError extends ModelGraphError {
  override name = 'SecretLostError';
  /** The token that nobody can use: `mg.tokens.revoke(error.token.id)`. */
  readonly token: Token;

  /** Made by the SDK. */
  constructor(token: Token) {
    super(
      `The token ${token.id} of ${token.subject} was made by an earlier try or call with the same idempotency key, and its secret is shown only once: it is lost. Revoke it with mg.tokens.revoke('${token.id}') and make another.`,
      { code: 'SECRET_LOST' },
    );
    this.token = token;
  }
}
