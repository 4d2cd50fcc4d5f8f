import { existsSync } from 'node:fs';
import type { ApolloServer } from '@apollo/server';
import fastifyStatic from '@fastify/static';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { Authenticator } from '../access/authenticator';
import type { BlobService } from '../artifact/blob.service';
import type { UploadService } from '../artifact/upload.service';
import { type Actor, includesRole } from '../contract/actor';
import { newId } from '../contract/id';
import { Request } from '../contract/request';
import { ServiceError } from '../contract/service-error';
import type { Log } from '../log';
import type { ProductionAnswers } from '../version/production-answer';
import { serveBlobs } from './blob-routes';
import { dropRest, limitBodyTime } from './body-time';
import { allowOrigins } from './cors';
import { Deadline } from './deadline';
import { answerPost } from './graphql-http';
import type { InFlight } from './in-flight';
import { INGEST_FIELDS, type IngestDoor } from './ingest-door';
import type { Metrics } from './metrics';
import { isLoopback, type OriginPolicy } from './origin';
import { serveProduction } from './production-route';
import { refuse } from './refuse';
import { type Route, routeOf } from './route';
import { serveUploads } from './upload-routes';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who makes the request; null on open routes. Set before the body is read. */
    actor: Actor | null;
    /** Aborted when the client has taken its answer, or has gone without it. */
    gone: AbortSignal;
    /** Of routes that need a token. */
    deadline: Deadline;
  }
}

export interface HttpDoor {
  readonly apollo: ApolloServer<Request>;
  readonly ingest: IngestDoor;
  readonly authenticator: Authenticator;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly origin: OriginPolicy;
  readonly inFlight: InFlight;
  readonly bodyLimit: number;
  /** Of batches of predictions and actuals. */
  readonly ingestBodyLimit: number;
  readonly deadlineMs: number;
  /** How long a body may take to arrive; for an upload, how long it may stand still. */
  readonly bodyTimeMs: number;
  /** How long a client may leave an answer untaken. */
  readonly stallMs: number;
  readonly uploads: UploadService;
  readonly blobs: BlobService;
  readonly production: ProductionAnswers;
  /** The built playground; null leaves `/` without a page. */
  readonly playground: string | null;
  /** Why the server cannot serve just now; null when it can. */
  readonly notReady: () => Promise<string | null>;
}

/** Everything that is served over HTTP. Routes stand in `route.ts`; one that does not is refused here. */
export async function openHttp(door: HttpDoor): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: door.bodyLimit,
    logger: false,
    genReqId: () => newId(),
    http: { headersTimeout: 30_000 },
    // Bodies have limits by route, see `body-time.ts`.
    requestTimeout: 0,
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    forceCloseConnections: 'idle',
    // While the server drains, a connection that is still open gets its answers.
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => {
      reply.header('x-request-id', request.id);
      refuse(door.log, error, request, reply);
    },
    // A model's name of 200 characters, each of them up to four bytes, percent-encoded.
    routerOptions: { maxParamLength: 2_400 },
  });
  // Else plain text would be taken for a body that nobody here can read.
  app.removeContentTypeParser('text/plain');
  app.decorateRequest('actor', null);
  app.decorateRequest('gone', undefined as never);
  app.decorateRequest('deadline', undefined as never);
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) {
      // HEAD comes with GET, and OPTIONS is for browsers that ask before they send.
      if (one !== 'HEAD' && one !== 'OPTIONS' && !routeOf(one, url))
        throw new Error(`${one} ${url} is not in the table of routes.`);
    }
  });
  // Before any route is made: a route keeps the handler of its time.
  app.setErrorHandler((error: FastifyError | ServiceError, request, reply) =>
    refuse(door.log, error, request, reply),
  );
  app.setNotFoundHandler((request, reply) => {
    reply.code(404).send({
      errors: [
        {
          message: nothingAt(request.method, request.url.split('?')[0]!),
          extensions: { code: 'NOT_FOUND', retryable: false, requestId: request.id },
        },
      ],
    });
  });
  app.addHook('onRequest', async (request, reply) => begin(door, request, reply));
  await allowOrigins(app, door.origin);
  app.addHook('onRequest', (request) => admit(door, request));
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async ({ raw: { socket } }, reply, payload) => {
    reply.headers(SECURITY_HEADERS);
    // Else the connection would stay open for as long as its client likes, and the server with it.
    if (closing) reply.header('connection', 'close');
    // From here on the client is to take what it is sent. Node sets the time anew for the next request of the connection.
    socket.setTimeout(door.stallMs);
    return payload;
  });
  app.addHook('onResponse', async (request) => dropRest(request));
  serveHealth(app, door);
  serveGraphql(app, door);
  serveUploads(app, door.uploads, door.bodyTimeMs);
  serveBlobs(app, door.blobs);
  serveProduction(app, door.production);
  if (door.playground && existsSync(door.playground)) await servePlayground(app, door.playground);
  return app;
}

const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' ws: wss:; worker-src 'self' blob:; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

const nothingAt = (method: string, path: string): string =>
  method === 'GET' && path === '/graphql'
    ? 'There is nothing at GET /graphql: send queries and mutations there by POST, subscribe over a websocket to the same address, or open the playground at / in a browser.'
    : `There is nothing at ${method} ${path}.`;

const routeOfRequest = ({ method, routeOptions: { url } }: FastifyRequest): Route | undefined =>
  routeOf(method === 'HEAD' ? 'GET' : method, url ?? '');

function begin(door: HttpDoor, request: FastifyRequest, reply: FastifyReply): void {
  reply.header('x-request-id', request.id);
  const gone = new AbortController();
  request.gone = gone.signal;
  reply.raw.once('close', () => gone.abort());
  limitBodyTime(request, reply, door.bodyTimeMs, routeOfRequest(request)?.bodyLimit === 'ARTIFACT');
}

/** Before the body is read: who, whether that one may, and whether there is room. */
async function admit(door: HttpDoor, request: FastifyRequest): Promise<void> {
  const route = routeOfRequest(request);
  if (!route || isOpen(route, door.origin)) return;
  request.deadline = new Deadline(door.deadlineMs);
  const actor = await request.deadline.within(
    door.authenticator.authenticate(request.headers.authorization),
    'Nothing was begun: try again.',
  );
  if (!includesRole(actor.role, route.access as Actor['role'])) {
    throw new ServiceError(
      'FORBIDDEN',
      `${route.method} ${route.path} needs the role ${route.access}; this token has ${actor.role}.`,
    );
  }
  // One that has gone by now would never give its place back.
  if (request.gone.aborted) throw new ServiceError('BAD_REQUEST', 'The client has gone.');
  door.inFlight.enter(request.id, actor);
  request.gone.addEventListener('abort', () => door.inFlight.leave(request.id), { once: true });
  request.actor = actor;
}

const isOpen = ({ access }: Route, { listeningOn }: OriginPolicy): boolean =>
  access === 'OPEN' || (access === 'LOOPBACK_OPEN' && isLoopback(listeningOn));

function serveGraphql(app: FastifyInstance, door: HttpDoor): void {
  const serve = (
    path: string,
    bodyLimit: number,
    only: ReadonlySet<string> | null,
    apolloFor: (body: unknown) => ApolloServer<Request>,
  ): void => {
    app.post(path, { bodyLimit }, async (httpRequest, reply) => {
      const request = new Request(httpRequest.id, httpRequest.actor!, httpRequest.gone, only);
      const answer = await httpRequest.deadline.within(
        answerPost(apolloFor(httpRequest.body), request, httpRequest.body, httpRequest.headers),
        'It may still be carried out: try again with the same idempotency key.',
      );
      for (const [name, value] of answer.headers) reply.header(name, value);
      return reply.code(answer.status).header('cache-control', 'no-store').send(answer.body);
    });
  };
  serve('/graphql', door.bodyLimit, null, () => door.apollo);
  serve('/graphql/ingest', door.ingestBodyLimit, INGEST_FIELDS, (body) => door.ingest.for(body));
}

function serveHealth(app: FastifyInstance, door: HttpDoor): void {
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

async function servePlayground(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, { root: folder, serve: false });
  app.get('/', async (_, reply) => reply.header('cache-control', 'no-cache').sendFile('index.html'));
  app.get('/favicon.svg', async (_, reply) => reply.sendFile('favicon.svg'));
  app.get<{ Params: { '*': string } }>('/assets/*', async (request, reply) =>
    reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .sendFile(`assets/${request.params['*']}`, { cacheControl: false }),
  );
}
