import type { Pool } from 'pg';
import { type Actor, Role } from '../contract/actor';
import { ServiceError } from '../contract/service-error';
import { DEFAULT_PROJECT_ID } from './project.entity';
import { hashSecret, isSameSecret } from './secret';

interface TokenRow {
  id: string;
  project_id: string;
  subject: string;
  role: Role;
  expires_at: string | null;
}

/** Of whoever has the operator's secret. No token may speak for it: it would share the actor of events and idempotency keys. */
export const OPERATOR_SUBJECT = 'operator';

const WORKS = 'revoked_at IS NULL AND (expires_at IS NULL OR expires_at > clock_timestamp())';

/** Turns a secret into the actor of a request, or refuses. Both doors and every route ask here. */
export class Authenticator {
  constructor(
    private readonly pool: Pool,
    private readonly operatorSecret: string | undefined,
  ) {}

  /** `header` is the value of `Authorization`; `advice` tells whoever sends none where it belongs. */
  async authenticate(
    header: string | undefined,
    advice = 'Send a token as `Authorization: Bearer mg_…`',
  ): Promise<Actor> {
    const secret = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
    if (!secret) throw unauthenticated(advice);
    if (this.operatorSecret !== undefined && isSameSecret(secret, this.operatorSecret)) {
      return {
        subject: OPERATOR_SUBJECT,
        role: Role.OPERATOR,
        projectId: DEFAULT_PROJECT_ID,
        tokenId: null,
        expiresAt: null,
      };
    }
    const { rows } = await this.pool.query<TokenRow>({
      name: 'authenticate',
      text: `SELECT id, project_id, subject, role, expires_at FROM token WHERE secret_hash = $1 AND ${WORKS}`,
      values: [hashSecret(secret)],
    });
    const row = rows[0];
    if (!row) throw unauthenticated('This token is unknown, expired or revoked');
    return {
      subject: row.subject,
      role: row.role,
      projectId: row.project_id,
      tokenId: row.id,
      expiresAt: row.expires_at,
    };
  }

  /** Those of the given tokens that do not work any more: for sockets that stay open. */
  async lapsed(tokenIds: readonly string[]): Promise<Set<string>> {
    if (tokenIds.length === 0) return new Set();
    const { rows } = await this.pool.query<{ id: string }>(
      `SELECT id FROM token WHERE id = ANY($1) AND ${WORKS}`,
      [tokenIds],
    );
    const working = new Set(rows.map(({ id }) => id));
    return new Set(tokenIds.filter((id) => !working.has(id)));
  }
}

const unauthenticated = (why: string): ServiceError => new ServiceError('UNAUTHENTICATED', `${why}.`);
