'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.limitBodyTime = limitBodyTime;
const service_error_1 = require('../contract/service-error');
/**
 * Ends requests whose body does not arrive in time. Node's own limit would be one for all routes, and an upload may take
 * hours: its handler watches it (`arriving-body.ts`), until it has answered.
 */
function limitBodyTime(request, reply, ms, isWatchedByHandler) {
  const timer = setInterval(() => {
    if (request.raw.complete || request.raw.destroyed) return clearInterval(timer);
    if (reply.sent) return request.raw.destroy();
    if (isWatchedByHandler) return;
    reply.header('connection', 'close');
    reply.send(
      new service_error_1.ServiceError('REQUEST_TIMEOUT', `The body did not arrive within ${ms} ms.`),
    );
  }, ms);
  timer.unref();
  request.raw.once('close', () => clearInterval(timer));
}
//# sourceMappingURL=body-time.js.map
