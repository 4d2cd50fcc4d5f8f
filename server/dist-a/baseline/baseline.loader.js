'use strict';
var __importDefault =
  (this && this.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
Object.defineProperty(exports, '__esModule', { value: true });
exports.baselineOf = void 0;
const dataloader_1 = __importDefault(require('dataloader'));
const baseline_entity_1 = require('./baseline.entity');
/** The latest baseline of a version. */
const baselineOf = (request, dataSource) =>
  request.memo(
    exports.baselineOf,
    () =>
      new dataloader_1.default(async (versionIds) => {
        const rows = await dataSource
          .getRepository(baseline_entity_1.Baseline)
          .createQueryBuilder('baseline')
          .distinctOn(['baseline.version_id'])
          .where('baseline.version_id = ANY(:versionIds)', { versionIds })
          .andWhere('baseline.project_id = :project', { project: request.actor.projectId })
          .orderBy('baseline.version_id')
          .addOrderBy('baseline.revision', 'DESC')
          .getMany();
        const latest = new Map(rows.map((row) => [row.versionId, row]));
        return versionIds.map((id) => latest.get(id) ?? null);
      }),
  );
exports.baselineOf = baselineOf;
//# sourceMappingURL=baseline.loader.js.map
