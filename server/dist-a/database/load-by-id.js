'use strict';
var __importDefault =
  (this && this.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
Object.defineProperty(exports, '__esModule', { value: true });
exports.loadById = loadById;
const dataloader_1 = __importDefault(require('dataloader'));
/**
 * The request's DataLoader of an entity by id: all ids asked for in one tick are read by one statement, and a row of
 * another project is as missing as one that does not exist.
 */
function loadById(request, dataSource, entity, projectColumn = 'projectId') {
  return request.memo(
    entity,
    () =>
      new dataloader_1.default(async (ids) => {
        const rows = await dataSource
          .getRepository(entity)
          .createQueryBuilder('row')
          .where('row.id = ANY(:ids)', { ids })
          .andWhere(`row.${projectColumn} = :project`, { project: request.actor.projectId })
          .getMany();
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id) ?? null);
      }),
  );
}
//# sourceMappingURL=load-by-id.js.map
