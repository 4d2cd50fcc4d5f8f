import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { BlobService } from '../artifact/blob.service';
import { rangeOf } from '../artifact/byte-range';
import { ServiceError } from '../contract/service-error';
import { matchesEtag } from './etag';

interface BlobRequest {
  Params: { sha256: string };
}

/** Verified bytes, to whoever's project has them. */
export function serveBlobs(app: FastifyInstance, blobs: BlobService): void {
  const answer = (request: FastifyRequest<BlobRequest>, reply: FastifyReply) => serve(blobs, request, reply);
  app.get<BlobRequest>('/v1/blobs/:sha256', { exposeHeadRoute: false }, answer);
  app.head<BlobRequest>('/v1/blobs/:sha256', answer);
}

async function serve(
  blobs: BlobService,
  request: FastifyRequest<BlobRequest>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const sha256 = request.params.sha256.toLowerCase();
  const blob = /^[0-9a-f]{64}$/.test(sha256) ? await blobs.find(request.actor!, sha256) : null;
  if (!blob) throw new ServiceError('NOT_FOUND', 'There are no such bytes in this project.');
  const size = blob.sizeBytes;
  const etag = `"${sha256}"`;
  const about = {
    etag,
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=31536000, immutable',
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
  };
  if (matchesEtag(request.headers['if-none-match'], etag)) return reply.code(304).headers(about).send();
  const ifRange = request.headers['if-range'];
  const range = ifRange === undefined || ifRange === etag ? rangeOf(request.headers.range, size) : null;
  if (range === 'UNSATISFIABLE') {
    reply.header('content-range', `bytes */${size}`);
    throw new ServiceError('RANGE_NOT_SATISFIABLE', `There are ${size} bytes.`);
  }
  if ((await blobs.store.sizeOf(sha256)) !== size)
    throw new ServiceError(
      'ARTIFACT_LOST',
      `The store of artifacts has lost or cut the bytes ${sha256}: bring its folder back from a backup, or upload them again.`,
    );
  reply.headers(about);
  const { start, end } = range ?? { start: 0, end: size };
  if (range) reply.code(206).header('content-range', `bytes ${start}-${end - 1}/${size}`);
  reply.header('content-length', String(end - start));
  if (request.method === 'HEAD' || start === end) return reply.send();
  return reply.send(blobs.store.read(sha256, start, end));
}
