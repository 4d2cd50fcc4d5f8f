import type { Accepted } from '../errors/accepted.js';
import { CreateToken, GetToken, ListTokens, RevokeToken } from '../generated/documents.js';
import type { CreateToken as Created, RevokeToken as Revoked, Token } from '../generated/operations.js';
import type { CreateTokenInput, RevokeTokenInput, TokenFilter, TokenOrder } from '../generated/schema.js';
import { List, type Paging } from '../paging/list.js';
import type { CallOptions } from '../transport/call-options.js';
import type { Transport } from '../transport/transport.js';
import { SecretLostError } from './secret-lost.js';

/** Which tokens to list, and in which order. */
export interface ListTokensQuery extends Paging {
  /** All when left out, revoked and expired ones included. */
  readonly filter?: TokenFilter | undefined;
  /** Newest first when left out. */
  readonly order?: TokenOrder | undefined;
}

/** The new token with its `secret`, which is shown this once. */
export type CreatedToken = Accepted<Created['createToken'], 'token' | 'secret'>;

/** The revoked token. */
export type RevokedToken = Accepted<Revoked['revokeToken'], 'token'>;

/** `mg.tokens`: who may use the project. Everything here needs ADMIN. */
export class Tokens {
  /** Made by the client. */
  constructor(private readonly transport: Transport) {}

  /**
   * Makes a token. Throws `ValidationError`, `NotFoundError` (the project) or `ConflictError`; and `SecretLostError`, with the
   * token to be revoked, where the answer with the secret was lost or had gone to an earlier call with the same key.
   */
  async create(input: CreateTokenInput, options?: CallOptions): Promise<CreatedToken> {
    const made = await this.transport.mutate(CreateToken, { input }, 'token', options);
    const { secret } = made;
    if (secret === null) throw new SecretLostError(made.token);
    return { ...made, secret };
  }

  /** One token, by its id (not its secret); null when this project has no such token. */
  get(id: string, options?: CallOptions): Promise<Token | null> {
    return this.transport.query(GetToken, { id }, options);
  }

  /** The tokens of the project, newest first unless ordered. */
  list({ after, ...query }: ListTokensQuery = {}, options?: CallOptions): List<Token> {
    return new List(
      (next) => this.transport.query(ListTokens, { ...query, after: next }, options),
      after,
      options,
    );
  }

  /** Revokes a token at once and for good; twice is the same as once. Throws `NotFoundError`. */
  revoke(input: string | RevokeTokenInput, options?: CallOptions): Promise<RevokedToken> {
    const given = typeof input === 'string' ? { id: input } : input;
    return this.transport.mutate(RevokeToken, { input: given }, 'token', options);
  }
}
