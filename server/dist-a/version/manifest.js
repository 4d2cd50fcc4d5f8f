'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.manifestOf = void 0;
const metric_1 = require('../contract/metric');
const canonical_json_1 = require('../event/canonical-json');
/** What a version is, as text whose digest stands for it: the same content gives the same bytes anywhere. */
const manifestOf = (content) =>
  (0, canonical_json_1.canonicalJson)({
    format: 'modelgraph.manifest/1',
    model: { id: content.model.id, name: content.model.name },
    number: content.number,
    artifacts: content.artifacts
      .map(({ path, sha256, sizeBytes, mediaType }) => ({ path, sha256, sizeBytes, mediaType }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    signature: content.signature,
    hyperparameters: content.hyperparameters,
    metrics: metric_1.metricsColumn.to(content.metrics),
  });
exports.manifestOf = manifestOf;
//# sourceMappingURL=manifest.js.map
