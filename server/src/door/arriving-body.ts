import type { IncomingMessage } from 'node:http';
import { ServiceError } from '../contract/service-error';

/**
 * The body of a request as it arrives. It may take as long as it needs, but not stand still for `idleMs`; a sender that is
 * gone is a request that was cut short, not a fault.
 */
export async function* arrivingBody(request: IncomingMessage, idleMs: number): AsyncGenerator<Buffer> {
  const chunks = request.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
  for (;;) {
    const next = await nextWithin(chunks, idleMs);
    if (next.done) return;
    yield next.value;
  }
}

async function nextWithin(chunks: AsyncIterator<Buffer>, ms: number): Promise<IteratorResult<Buffer>> {
  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  const next = await Promise.race([chunks.next(), silent])
    .catch(() => {
      throw new ServiceError('BAD_REQUEST', 'The request ended before its body did; what arrived is kept.');
    })
    .finally(() => clearTimeout(timer));
  if (next) return next;
  throw new ServiceError('REQUEST_TIMEOUT', `No byte came for ${ms} ms; what arrived before is kept.`);
}
