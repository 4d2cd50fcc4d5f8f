'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.PRODUCTION = void 0;
exports.wherePicked = wherePicked;
exports.describePick = describePick;
const id_1 = require('../contract/id');
const user_error_1 = require('../contract/user-error');
const stage_1 = require('./stage');
/** Without a pick the version in PRODUCTION is meant. */
exports.PRODUCTION = { stage: stage_1.Stage.PRODUCTION };
/** Restricts a query to the one version of each model that a pick names; models that have none give no row. */
function wherePicked(query, modelIds, pick, path) {
  query.setParameters({ pickedModels: modelIds });
  const ofModels = 'version.model_id = ANY(:pickedModels::uuid[])';
  if (pick.id != null)
    return query.andWhere(`${ofModels} AND version.id = :pick`, { pick: (0, id_1.idOrNone)(pick.id) });
  if (pick.number != null)
    return query.andWhere(`${ofModels} AND version.number = :pick`, { pick: pick.number });
  if (pick.stage === stage_1.Stage.PRODUCTION)
    return query.andWhere(`${ofModels} AND version.stage = 'PRODUCTION'`);
  if (pick.stage != null) {
    const last = lastOfEach('one.stage = :pick', 'one.stage_entered_at DESC');
    return query.andWhere(last, { pick: pick.stage });
  }
  if (pick.latest === true) return query.andWhere(lastOfEach('TRUE', 'one.number DESC'));
  throw new user_error_1.Refusal(
    new user_error_1.ValidationError(
      `${[...path, 'latest'].join('.')}: give true, or name the version by id, number or stage.`,
      [...path, 'latest'],
    ),
  );
}
const lastOfEach = (condition, order) => `version.id IN (
  SELECT last.id FROM unnest(:pickedModels::uuid[]) AS model (id)
  CROSS JOIN LATERAL (SELECT one.id FROM version one WHERE one.model_id = model.id AND ${condition} ORDER BY ${order} LIMIT 1) last)`;
/** A pick in words, for whoever asked for a version that is not there. */
function describePick(pick) {
  if (pick.id != null) return `version ${pick.id}`;
  if (pick.number != null) return `version ${pick.number}`;
  return pick.stage != null ? `version in ${pick.stage}` : 'version';
}
//# sourceMappingURL=version-pick.js.map
