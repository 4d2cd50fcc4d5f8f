'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.serveUploads = serveUploads;
const service_error_1 = require('../contract/service-error');
const arriving_body_1 = require('./arriving-body');
/**
 * Bytes on their way in, after the OCI distribution upload protocol. `Range` says what is there as the protocol does, which
 * cannot tell no byte from one; `Upload-Offset` says how many.
 */
function serveUploads(app, uploads, idleMs) {
  // In a scope of its own: bodies of whatever type are left on the wire for the handlers to read.
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_, __, done) => done(null));
    const body = (request) => (0, arriving_body_1.arrivingBody)(request.raw, idleMs);
    scope.post('/v1/uploads', async (request, reply) => {
      requireRoom(request, uploads.most);
      if (request.query.digest === undefined) {
        if (hasBody(request)) throw badRequest('Say which bytes these are with ?digest=sha256:<hex>');
        return progress(reply.code(202), await uploads.start(uploaderOf(request)), 0);
      }
      const digest = digestOf(request);
      return created(reply, (await uploads.whole(uploaderOf(request), digest, body(request))).sha256);
    });
    scope.get('/v1/uploads/:id', { exposeHeadRoute: false }, async (request, reply) => {
      const { id } = request.params;
      return progress(reply.code(204), id, await uploads.offset(uploaderOf(request), id));
    });
    scope.patch('/v1/uploads/:id', async (request, reply) => {
      const { id } = request.params;
      requireRoom(request, uploads.most);
      const size = await tellingWhere(reply, id, () =>
        uploads.append(uploaderOf(request), id, body(request), chunkRangeOf(request)),
      );
      return progress(reply.code(202), id, size);
    });
    scope.put('/v1/uploads/:id', async (request, reply) => {
      const { id } = request.params;
      requireRoom(request, uploads.most);
      const digest = digestOf(request);
      const { sha256 } = await tellingWhere(reply, id, () =>
        uploads.finish(uploaderOf(request), id, digest, body(request), chunkRangeOf(request)),
      );
      return created(reply, sha256);
    });
    scope.delete('/v1/uploads/:id', async (request, reply) => {
      await uploads.giveUp(uploaderOf(request), request.params.id);
      return reply.code(204).send();
    });
  });
}
const uploaderOf = ({ actor, id }) => ({ actor: actor, requestId: id });
function progress(reply, id, size) {
  return reply.header('location', `/v1/uploads/${id}`).headers(extent(size)).send();
}
const created = (reply, sha256) => reply.code(201).header('location', `/v1/blobs/${sha256}`).send();
const extent = (size) => ({
  range: `0-${Math.max(size - 1, 0)}`,
  'upload-offset': String(size),
});
/** Whoever sends the wrong part is told in the protocol's own header which one is wanted. */
async function tellingWhere(reply, id, work) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof service_error_1.ServiceError && typeof error.extensions.offset === 'number')
      reply.header('location', `/v1/uploads/${id}`).headers(extent(error.extensions.offset));
    throw error;
  }
}
function digestOf({ query }) {
  const digest = /^sha256:([0-9a-f]{64})$/i.exec(String(query.digest ?? ''))?.[1];
  if (!digest) throw badRequest('Give ?digest=sha256: and 64 hexadecimal digits');
  return digest.toLowerCase();
}
/** `Content-Range: 0-1023` as the protocol has it, or `bytes 0-1023/*` as HTTP has. */
function chunkRangeOf({ headers }) {
  const header = headers['content-range'];
  if (header === undefined) return null;
  const parts = /^(?:bytes )?(\d{1,15})-(\d{1,15})(?:\/(?:\d{1,15}|\*))?$/.exec(header);
  const range = { start: Number(parts?.[1]), end: Number(parts?.[2]) + 1 };
  if (!parts || range.end <= range.start) throw badRequest('Give Content-Range as <first byte>-<last byte>');
  const length = headers['content-length'];
  if (length !== undefined && Number(length) !== range.end - range.start)
    throw badRequest(`Content-Range speaks of ${range.end - range.start} bytes, Content-Length of ${length}`);
  return range;
}
const hasBody = ({ headers }) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
function requireRoom({ headers }, most) {
  if (Number(headers['content-length'] ?? 0) > most)
    throw new service_error_1.ServiceError(
      'PAYLOAD_TOO_LARGE',
      `An artifact may have at most ${most} bytes.`,
    );
}
const badRequest = (why) => new service_error_1.ServiceError('BAD_REQUEST', `${why}.`);
//# sourceMappingURL=upload-routes.js.map
