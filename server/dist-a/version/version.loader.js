'use strict';
var __importDefault =
  (this && this.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
Object.defineProperty(exports, '__esModule', { value: true });
exports.stageGraphOf = exports.standingAt = exports.pickedOf = void 0;
const dataloader_1 = __importDefault(require('dataloader'));
const stage_1 = require('./stage');
const version_entity_1 = require('./version.entity');
const version_pick_1 = require('./version-pick');
const versionsOfProject = (request, dataSource) =>
  dataSource
    .getRepository(version_entity_1.Version)
    .createQueryBuilder('version')
    .where('version.project_id = :project', { project: request.actor.projectId });
const oneByModel = (versions, modelIds) => {
  const byModel = new Map(versions.map((version) => [version.modelId, version]));
  return modelIds.map((id) => byModel.get(id) ?? null);
};
/** The version that a pick names, by model. */
const pickedOf = (request, dataSource, pick) =>
  request.memo(
    `version picked by ${JSON.stringify(pick)}`,
    () =>
      new dataloader_1.default(async (modelIds) => {
        const query = (0, version_pick_1.wherePicked)(
          versionsOfProject(request, dataSource),
          modelIds,
          pick,
          ['pick'],
        );
        return oneByModel(await query.getMany(), modelIds);
      }),
  );
exports.pickedOf = pickedOf;
/** The version that stood in a stage at a time, by model: the last to have entered of those that had not left. */
const standingAt = (request, dataSource, stage, at) =>
  request.memo(
    `version in ${stage} at ${at}`,
    () =>
      new dataloader_1.default(async (models) => {
        const query = versionsOfProject(request, dataSource).andWhere(STOOD_AT, { models, stage, at });
        return oneByModel(await query.getMany(), models);
      }),
  );
exports.standingAt = standingAt;
const STOOD_AT = `version.id IN (
  SELECT last.version_id FROM unnest(:models::uuid[]) AS model (id)
  CROSS JOIN LATERAL (
    SELECT entered.version_id FROM stage_transition entered
    WHERE entered.model_id = model.id AND entered.to_stage = :stage AND entered.at <= :at::timestamptz
      AND NOT EXISTS (
        SELECT FROM stage_transition gone
        WHERE gone.version_id = entered.version_id AND gone.at > entered.at AND gone.at <= :at::timestamptz)
    ORDER BY entered.at DESC LIMIT 1) last)`;
/** The stage graph of a model. */
const stageGraphOf = (request, dataSource) =>
  request.memo(
    exports.stageGraphOf,
    () =>
      new dataloader_1.default(async (modelIds) => {
        const rows = await dataSource.query(
          'SELECT id, stage_graph AS graph FROM model WHERE id = ANY($1) AND project_id = $2',
          [modelIds, request.actor.projectId],
        );
        const graphs = new Map(rows.map(({ id, graph }) => [id, graph]));
        return modelIds.map((id) => graphs.get(id) ?? stage_1.StageGraph.STANDARD);
      }),
  );
exports.stageGraphOf = stageGraphOf;
//# sourceMappingURL=version.loader.js.map
