'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Authenticator = void 0;
const actor_1 = require('../contract/actor');
const service_error_1 = require('../contract/service-error');
const project_entity_1 = require('./project.entity');
const secret_1 = require('./secret');
const WORKS = 'revoked_at IS NULL AND (expires_at IS NULL OR expires_at > clock_timestamp())';
/** Turns a secret into the actor of a request, or refuses. Both doors and every route ask here. */
class Authenticator {
  constructor(pool, operatorSecret) {
    this.pool = pool;
    this.operatorSecret = operatorSecret;
  }
  /** `header` is the value of `Authorization`. */
  async authenticate(header) {
    const secret = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
    if (!secret) throw unauthenticated('Send a token as `Authorization: Bearer mg_…`');
    if (this.operatorSecret !== undefined && (0, secret_1.isSameSecret)(secret, this.operatorSecret)) {
      return {
        subject: 'operator',
        role: actor_1.Role.OPERATOR,
        projectId: project_entity_1.DEFAULT_PROJECT_ID,
        tokenId: null,
        expiresAt: null,
      };
    }
    const { rows } = await this.pool.query({
      name: 'authenticate',
      text: `SELECT id, project_id, subject, role, expires_at FROM token WHERE secret_hash = $1 AND ${WORKS}`,
      values: [(0, secret_1.hashSecret)(secret)],
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
  async lapsed(tokenIds) {
    if (tokenIds.length === 0) return new Set();
    const { rows } = await this.pool.query(`SELECT id FROM token WHERE id = ANY($1) AND ${WORKS}`, [
      tokenIds,
    ]);
    const working = new Set(rows.map(({ id }) => id));
    return new Set(tokenIds.filter((id) => !working.has(id)));
  }
}
exports.Authenticator = Authenticator;
const unauthenticated = (why) => new service_error_1.ServiceError('UNAUTHENTICATED', `${why}.`);
//# sourceMappingURL=authenticator.js.map
