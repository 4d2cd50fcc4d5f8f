import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../contract/service-error';

/**
 * Ends requests whose body does not arrive in time. Node's own limit would be one for all routes, and an upload may take
 * hours: its handler watches it (`arriving-body.ts`), until it has answered.
 */
export function limitBodyTime(
  request: FastifyRequest,
  reply: FastifyReply,
  ms: number,
  isWatchedByHandler: boolean,
): void {
  const timer = setInterval(() => {
    if (request.raw.complete || request.raw.destroyed) return clearInterval(timer);
    if (reply.sent) return request.raw.destroy();
    if (isWatchedByHandler) return;
    reply.header('connection', 'close');
    reply.send(new ServiceError('REQUEST_TIMEOUT', `The body did not arrive within ${ms} ms.`));
  }, ms);
  timer.unref();
  request.raw.once('close', () => clearInterval(timer));
}

/**
 * Once a request has been answered, what is left of its body is read and dropped: a client that sends all before it reads
 * would meet a reset connection instead of the answer. It has until `limitBodyTime` comes by.
 */
export function dropRest({ raw }: FastifyRequest): void {
  if (!raw.complete && !raw.destroyed) raw.resume();
}
