import fastifyCors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { checkOrigin, type OriginPolicy } from './origin';

/** What answers tell beside their bodies: the client of another origin reads only the headers that are named here. */
const EXPOSED = [
  'content-range',
  'etag',
  'location',
  'range',
  'retry-after',
  'upload-offset',
  'www-authenticate',
  'x-request-id',
];

/**
 * Lets pages of the allowed origins use the server: browsers ask before they send, without a token. Everybody else has been
 * refused by then. Tokens travel in a header, never in a cookie, so no credentials are allowed.
 */
export async function allowOrigins(app: FastifyInstance, policy: OriginPolicy): Promise<void> {
  app.addHook('onRequest', async ({ headers }) => checkOrigin(headers, policy));
  if (policy.allowedOrigins.length === 0) return;
  await app.register(fastifyCors, {
    origin: [...policy.allowedOrigins],
    methods: ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'],
    exposedHeaders: EXPOSED,
    credentials: false,
    // What asks without an origin is no page: it is answered as anything else at no route.
    strictPreflight: false,
    maxAge: 600,
  });
}
