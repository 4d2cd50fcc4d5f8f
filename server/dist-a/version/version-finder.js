'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.VersionFinder = void 0;
const id_1 = require('../contract/id');
const user_error_1 = require('../contract/user-error');
const version_entity_1 = require('./version.entity');
const version_pick_1 = require('./version-pick');
/** Finds what references name, within the project of the request. */
class VersionFinder {
  constructor(dataSource, models) {
    this.dataSource = dataSource;
    this.models = models;
  }
  /** The version that a reference names; a `Refusal` with NotFoundError when there is none in the project. */
  async find(request, ref, path = ['ref'], manager = this.dataSource.manager) {
    const pick = ref.pick ?? version_pick_1.PRODUCTION;
    const query = manager
      .getRepository(version_entity_1.Version)
      .createQueryBuilder('version')
      .where('version.project_id = :project', { project: request.actor.projectId });
    if (ref.model) {
      const model = await this.models.find(request, ref.model, [...path, 'model'], manager);
      const version = await (0, version_pick_1.wherePicked)(query, [model.id], pick, [
        ...path,
        'pick',
      ]).getOne();
      if (version) return version;
      throw missing(`There is no ${(0, version_pick_1.describePick)(pick)} of the model "${model.name}".`, [
        ...path,
        'pick',
      ]);
    }
    if (pick.id == null) throw modelNeeded(path);
    const version = await query.andWhere('version.id = :id', { id: (0, id_1.idOrNone)(pick.id) }).getOne();
    if (version) return version;
    throw missing(`There is no version ${pick.id} in this project.`, [...path, 'pick', 'id']);
  }
  /** The model of the version that a reference names, whether or not it has that version. */
  async modelIdOf(request, ref, path) {
    if (ref.model) return (await this.models.find(request, ref.model, [...path, 'model'])).id;
    return (await this.find(request, ref, path)).modelId;
  }
}
exports.VersionFinder = VersionFinder;
const missing = (message, path) => new user_error_1.Refusal(new user_error_1.NotFoundError(message, path));
const modelNeeded = (path) =>
  new user_error_1.Refusal(
    new user_error_1.ValidationError(
      `${[...path, 'model'].join('.')}: say of which model, or pick the version by id.`,
      [...path, 'model'],
    ),
  );
//# sourceMappingURL=version-finder.js.map
