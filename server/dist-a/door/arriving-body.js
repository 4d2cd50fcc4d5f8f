'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.arrivingBody = arrivingBody;
const service_error_1 = require('../contract/service-error');
/**
 * The body of a request as it arrives. It may take as long as it needs, but not stand still for `idleMs`; a sender that is
 * gone is a request that was cut short, not a fault.
 */
async function* arrivingBody(request, idleMs) {
  const chunks = request.iterator({ destroyOnReturn: false });
  for (;;) {
    const next = await nextWithin(chunks, idleMs);
    if (next.done) return;
    yield next.value;
  }
}
async function nextWithin(chunks, ms) {
  let timer;
  const silent = new Promise((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  const next = await Promise.race([chunks.next(), silent])
    .catch(() => {
      throw new service_error_1.ServiceError(
        'BAD_REQUEST',
        'The request ended before its body did; what arrived is kept.',
      );
    })
    .finally(() => clearTimeout(timer));
  if (next) return next;
  throw new service_error_1.ServiceError(
    'REQUEST_TIMEOUT',
    `No byte came for ${ms} ms; what arrived before is kept.`,
  );
}
//# sourceMappingURL=arriving-body.js.map
