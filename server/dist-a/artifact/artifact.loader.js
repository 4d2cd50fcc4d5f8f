'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.artifactsOf = void 0;
const load_by_parent_1 = require('../database/load-by-parent');
const artifact_entity_1 = require('./artifact.entity');
/** The artifacts of an owner, by path. */
const artifactsOf = (request, dataSource) =>
  (0, load_by_parent_1.loadByParent)(
    request,
    exports.artifactsOf,
    (owners) =>
      dataSource
        .getRepository(artifact_entity_1.Artifact)
        .createQueryBuilder('artifact')
        .where('artifact.owner_id = ANY(:owners)', { owners })
        .andWhere('artifact.project_id = :project', { project: request.actor.projectId })
        .orderBy('artifact.path')
        .getMany(),
    ({ ownerId }) => ownerId,
  );
exports.artifactsOf = artifactsOf;
//# sourceMappingURL=artifact.loader.js.map
