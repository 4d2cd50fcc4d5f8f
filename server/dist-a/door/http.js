'use strict';
var __importDefault =
  (this && this.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
Object.defineProperty(exports, '__esModule', { value: true });
exports.openHttp = openHttp;
const node_fs_1 = require('node:fs');
const static_1 = __importDefault(require('@fastify/static'));
const fastify_1 = __importDefault(require('fastify'));
const actor_1 = require('../contract/actor');
const id_1 = require('../contract/id');
const request_1 = require('../contract/request');
const service_error_1 = require('../contract/service-error');
const blob_routes_1 = require('./blob-routes');
const body_time_1 = require('./body-time');
const graphql_http_1 = require('./graphql-http');
const origin_1 = require('./origin');
const production_route_1 = require('./production-route');
const public_error_1 = require('./public-error');
const route_1 = require('./route');
const upload_routes_1 = require('./upload-routes');
/** Everything that is served over HTTP. Routes stand in `route.ts`; one that does not is refused here. */
async function openHttp(door) {
  const app = (0, fastify_1.default)({
    bodyLimit: door.bodyLimit,
    logger: false,
    genReqId: () => (0, id_1.newId)(),
    http: { headersTimeout: 30_000 },
    // Bodies have limits by route, see `body-time.ts`.
    requestTimeout: 0,
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    forceCloseConnections: 'idle',
    // A model's name of 200 characters, each of them up to four bytes, percent-encoded.
    routerOptions: { maxParamLength: 2_400 },
  });
  app.decorateRequest('actor', null);
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) {
      if (one !== 'HEAD' && !(0, route_1.routeOf)(one, url))
        throw new Error(`${one} ${url} is not in the table of routes.`);
    }
  });
  app.addHook('onRequest', (request, reply) => admit(door, request, reply));
  app.addHook('onSend', async (_, reply, payload) => {
    reply.headers(SECURITY_HEADERS);
    return payload;
  });
  app.addHook('onResponse', async (request) => door.inFlight.leave(request.id));
  app.setErrorHandler((error, request, reply) => refuse(door, error, request, reply));
  app.setNotFoundHandler((request, reply) => {
    reply.code(404).send({
      errors: [
        {
          message: `There is nothing at ${request.method} ${request.url.split('?')[0]}.`,
          extensions: { code: 'NOT_FOUND', retryable: false, requestId: request.id },
        },
      ],
    });
  });
  serveHealth(app, door);
  serveGraphql(app, door);
  (0, upload_routes_1.serveUploads)(app, door.uploads, door.bodyTimeMs);
  (0, blob_routes_1.serveBlobs)(app, door.blobs);
  (0, production_route_1.serveProduction)(app, door.production);
  if (door.playground && (0, node_fs_1.existsSync)(door.playground))
    await servePlayground(app, door.playground);
  return app;
}
const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' ws: wss:; worker-src 'self' blob:; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};
/** Before the body is read: from where, who, whether that one may, and whether there is room. */
async function admit(door, request, reply) {
  reply.header('x-request-id', request.id);
  (0, origin_1.checkOrigin)(request.headers, door.origin);
  const route = (0, route_1.routeOf)(
    request.method === 'HEAD' ? 'GET' : request.method,
    request.routeOptions.url ?? '',
  );
  (0, body_time_1.limitBodyTime)(request, reply, door.bodyTimeMs, route?.bodyLimit === 'ARTIFACT');
  if (!route || isOpen(route, door.origin)) return;
  const actor = await door.authenticator.authenticate(request.headers.authorization);
  if (!(0, actor_1.includesRole)(actor.role, route.access)) {
    throw new service_error_1.ServiceError(
      'FORBIDDEN',
      `${route.method} ${route.path} needs the role ${route.access}; this token has ${actor.role}.`,
    );
  }
  door.inFlight.enter(request.id, actor);
  request.actor = actor;
}
const isOpen = ({ access }, { listeningOn }) =>
  access === 'OPEN' || (access === 'LOOPBACK_OPEN' && (0, origin_1.isLoopback)(listeningOn));
const BY_STATUS = {
  408: 'REQUEST_TIMEOUT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'BAD_REQUEST',
  429: 'RATE_LIMITED',
  503: 'UNAVAILABLE',
};
function refuse(door, thrown, request, reply) {
  const status = 'statusCode' in thrown ? thrown.statusCode : undefined;
  const known =
    status !== undefined && status < 500
      ? new service_error_1.ServiceError(BY_STATUS[status] ?? 'BAD_REQUEST', sentence(thrown, door))
      : thrown;
  const { error, isFault } = (0, public_error_1.publicError)(known, request.id);
  if (isFault) door.log.error({ requestId: request.id, error: thrown }, 'a request failed');
  const again = (0, public_error_1.retryAfter)(error);
  if (again !== null) reply.header('retry-after', again);
  if (error.extensions.code === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer');
  reply
    .code((0, public_error_1.statusOf)(error))
    .type('application/json; charset=utf-8')
    .send({ errors: [error.toJSON()] });
}
const sentence = (error, door) =>
  error.statusCode === 413
    ? `The body is larger than the ${door.bodyLimit} bytes that are read here; send less at once.`
    : `${error.message}.`.replace(/\.\.$/, '.');
function serveGraphql(app, door) {
  app.post('/graphql', { bodyLimit: door.bodyLimit }, async (httpRequest, reply) => {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const request = new request_1.Request(httpRequest.id, httpRequest.actor, gone.signal);
    const answer = await withinDeadline(
      door.deadlineMs,
      (0, graphql_http_1.answerPost)(door.apollo, request, httpRequest.body, httpRequest.headers),
    );
    for (const [name, value] of answer.headers) reply.header(name, value);
    return reply.code(answer.status).send(answer.body);
  });
}
/** The deadline of the whole request. What runs on in the database ends by its own, shorter limits. */
async function withinDeadline(ms, work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new service_error_1.ServiceError(
            'DEADLINE_EXCEEDED',
            `The request took longer than ${ms} ms. It may still be carried out: try again with the same idempotency key.`,
            { retryAfterMs: 1_000 },
          ),
        ),
      ms,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
function serveHealth(app, door) {
  app.get('/livez', async () => ({ status: 'live' }));
  app.get('/readyz', async (_, reply) => {
    const why = await door.notReady();
    return why === null
      ? { status: 'ready' }
      : reply.code(503).header('retry-after', '1').send({ status: 'not ready', why });
  });
  app.get('/metrics', async (_, reply) =>
    reply.type(door.metrics.registry.contentType).send(await door.metrics.registry.metrics()),
  );
}
async function servePlayground(app, folder) {
  await app.register(static_1.default, { root: folder, serve: false });
  app.get('/', async (_, reply) => reply.header('cache-control', 'no-cache').sendFile('index.html'));
  app.get('/favicon.svg', async (_, reply) => reply.sendFile('favicon.svg'));
  app.get('/assets/*', async (request, reply) =>
    reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .sendFile(`assets/${request.params['*']}`, { cacheControl: false }),
  );
}
//# sourceMappingURL=http.js.map
