'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.serveProduction = serveProduction;
const service_error_1 = require('../contract/service-error');
const etag_1 = require('./etag');
/** What serving programs ask, often: which version answers now? */
function serveProduction(app, answers) {
  app.get('/v1/models/:name/production', async (request, reply) => {
    const answer = await answers.of(request.actor, request.params.name);
    if (!answer)
      throw new service_error_1.ServiceError(
        'NOT_FOUND',
        'There is no model of this name with a version in PRODUCTION.',
      );
    const etag = `"${answer.manifestDigest}"`;
    reply.headers({ etag, 'cache-control': 'private, no-cache' });
    return (0, etag_1.matchesEtag)(request.headers['if-none-match'], etag) ? reply.code(304).send() : answer;
  });
}
//# sourceMappingURL=production-route.js.map
