import type { SelectQueryBuilder } from 'typeorm';
import { idOrNone } from '../contract/id';
import { Refusal, ValidationError } from '../contract/user-error';
import { Stage } from './stage';
import type { Version } from './version.entity';
import type { VersionPick } from './version.input';

/** Without a pick the version in PRODUCTION is meant. */
export const PRODUCTION: VersionPick = { stage: Stage.PRODUCTION };

/** Restricts a query to the one version of each model that a pick names; models that have none give no row. */
export function wherePicked(
  query: SelectQueryBuilder<Version>,
  modelIds: readonly string[],
  pick: VersionPick,
  path: readonly string[],
): SelectQueryBuilder<Version> {
  query.setParameters({ pickedModels: modelIds });
  const ofModels = 'version.model_id = ANY(:pickedModels::uuid[])';
  if (pick.id != null)
    return query.andWhere(`${ofModels} AND version.id = :pick`, { pick: idOrNone(pick.id) });
  if (pick.number != null)
    return query.andWhere(`${ofModels} AND version.number = :pick`, { pick: pick.number });
  if (pick.stage === Stage.PRODUCTION) return query.andWhere(`${ofModels} AND version.stage = 'PRODUCTION'`);
  if (pick.stage != null) {
    const last = lastOfEach('one.stage = :pick', 'one.stage_entered_at DESC');
    return query.andWhere(last, { pick: pick.stage });
  }
  if (pick.latest === true) return query.andWhere(lastOfEach('TRUE', 'one.number DESC'));
  throw new Refusal(
    new ValidationError(
      `${[...path, 'latest'].join('.')}: give true, or name the version by id, number or stage.`,
      [...path, 'latest'],
    ),
  );
}

const lastOfEach = (condition: string, order: string): string => `version.id IN (
  SELECT last.id FROM unnest(:pickedModels::uuid[]) AS model (id)
  CROSS JOIN LATERAL (SELECT one.id FROM version one WHERE one.model_id = model.id AND ${condition} ORDER BY ${order} LIMIT 1) last)`;

/** A pick in words, for whoever asked for a version that is not there. */
export function describePick(pick: VersionPick): string {
  if (pick.id != null) return `version ${pick.id}`;
  if (pick.number != null) return `version ${pick.number}`;
  return pick.stage != null ? `version in ${pick.stage}` : 'version';
}
