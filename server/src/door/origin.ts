import { isIP } from 'node:net';
import { ServiceError } from '../contract/service-error';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

export const isLoopback = (host: string): boolean => LOOPBACK.has(host) || /^127(\.\d{1,3}){3}$/.test(host);

export interface OriginPolicy {
  /** The address the server listens on. */
  readonly listeningOn: string;
  readonly allowedHosts: readonly string[];
  readonly allowedOrigins: readonly string[];
}

/**
 * Refuses requests that a foreign page could make a browser send: a name that was rebound to this address shows in
 * `Host`, another site's page in `Origin`. Both doors and every route ask here.
 */
export function checkOrigin(headers: { host?: string; origin?: string }, policy: OriginPolicy): void {
  const host = hostName(headers.host);
  if (host === null || !isOwnHost(host, policy)) {
    throw new ServiceError(
      'FORBIDDEN',
      `This server does not answer to the host name "${headers.host ?? ''}"; add it to MODELGRAPH_ALLOWED_HOSTS if it should.`,
    );
  }
  const { origin } = headers;
  if (origin === undefined || policy.allowedOrigins.includes(origin)) return;
  if (!URL.canParse(origin) || new URL(origin).host !== headers.host) {
    throw new ServiceError(
      'FORBIDDEN',
      `Pages of ${origin} may not use this server; add that origin to MODELGRAPH_ALLOWED_ORIGINS if they should.`,
    );
  }
}

function hostName(header: string | undefined): string | null {
  if (!header || !URL.canParse(`http://${header}`)) return null;
  return new URL(`http://${header}`).hostname;
}

const isOwnHost = (host: string, { listeningOn, allowedHosts }: OriginPolicy): boolean =>
  isLoopback(host) ||
  host === listeningOn ||
  allowedHosts.includes(host) ||
  (!isLoopback(listeningOn) && isIP(host) !== 0);
