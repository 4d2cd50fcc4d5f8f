'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.isLoopback = void 0;
exports.checkOrigin = checkOrigin;
const node_net_1 = require('node:net');
const service_error_1 = require('../contract/service-error');
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);
const isLoopback = (host) => LOOPBACK.has(host) || /^127(\.\d{1,3}){3}$/.test(host);
exports.isLoopback = isLoopback;
/**
 * Refuses requests that a foreign page could make a browser send: a name that was rebound to this address shows in
 * `Host`, another site's page in `Origin`. Both doors and every route ask here.
 */
function checkOrigin(headers, policy) {
  const host = hostName(headers.host);
  if (host === null || !isOwnHost(host, policy)) {
    throw new service_error_1.ServiceError(
      'FORBIDDEN',
      `This server does not answer to the host name "${headers.host ?? ''}"; add it to MODELGRAPH_ALLOWED_HOSTS if it should.`,
    );
  }
  const { origin } = headers;
  if (origin === undefined || policy.allowedOrigins.includes(origin)) return;
  if (!URL.canParse(origin) || new URL(origin).host !== headers.host) {
    throw new service_error_1.ServiceError(
      'FORBIDDEN',
      `Pages of ${origin} may not use this server; add that origin to MODELGRAPH_ALLOWED_ORIGINS if they should.`,
    );
  }
}
function hostName(header) {
  if (!header || !URL.canParse(`http://${header}`)) return null;
  return new URL(`http://${header}`).hostname;
}
const isOwnHost = (host, { listeningOn, allowedHosts }) =>
  (0, exports.isLoopback)(host) ||
  host === listeningOn ||
  allowedHosts.includes(host) ||
  (!(0, exports.isLoopback)(listeningOn) && (0, node_net_1.isIP)(host) !== 0);
//# sourceMappingURL=origin.js.map
