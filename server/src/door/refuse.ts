import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError, type ServiceErrorCode } from '../contract/service-error';
import type { Log } from '../log';
import { publicError, retryAfter, statusOf } from './public-error';

const BY_STATUS: Record<number, ServiceErrorCode> = {
  408: 'REQUEST_TIMEOUT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'BAD_REQUEST',
  429: 'RATE_LIMITED',
  503: 'UNAVAILABLE',
};

/** Answers a request with an error, whoever threw it: Fastify, a hook or a handler. */
export function refuse(
  log: Log,
  thrown: FastifyError | ServiceError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const status = 'statusCode' in thrown ? thrown.statusCode : undefined;
  const known =
    status !== undefined && status < 500
      ? new ServiceError(BY_STATUS[status] ?? 'BAD_REQUEST', sentence(thrown, request))
      : thrown;
  const { error, isFault } = publicError(known, request.id);
  if (isFault) log.error({ requestId: request.id, error: thrown }, 'a request failed');
  // Fastify would close the connection on a client that is still sending, and the answer would be lost with it: see `dropRest`.
  if (status !== undefined) reply.removeHeader('connection');
  const again = retryAfter(error);
  if (again !== null) reply.header('retry-after', again);
  if (error.extensions.code === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer');
  reply
    .code(statusOf(error))
    .type('application/json; charset=utf-8')
    .send({ errors: [error.toJSON()] });
}

function sentence(error: Error & { statusCode?: number }, request: FastifyRequest): string {
  if (error.statusCode === 413)
    return `The body is larger than the ${request.routeOptions.bodyLimit} bytes that are read here; send less at once.`;
  if (error.statusCode === 415)
    return 'Send the body as JSON, with the header `content-type: application/json`.';
  return `${error.message}.`.replace(/\.\.$/, '.');
}
