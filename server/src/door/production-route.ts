import type { FastifyInstance } from 'fastify';
import { ServiceError } from '../contract/service-error';
import type { ProductionAnswers } from '../version/production-answer';
import { matchesEtag } from './etag';

/** What serving programs ask, often: which version answers now? */
export function serveProduction(app: FastifyInstance, answers: ProductionAnswers): void {
  app.get<{ Params: { name: string } }>('/v1/models/:name/production', async (request, reply) => {
    const answer = await answers.of(request.actor!, request.params.name);
    if (!answer)
      throw new ServiceError('NOT_FOUND', 'There is no model of this name with a version in PRODUCTION.');
    const etag = `"${answer.manifestDigest}"`;
    reply.headers({ etag, 'cache-control': 'private, no-cache' });
    return matchesEtag(request.headers['if-none-match'], etag) ? reply.code(304).send() : answer;
  });
}
