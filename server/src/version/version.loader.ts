import DataLoader from 'dataloader';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { Page } from '../contract/connection';
import type { Request } from '../contract/request';
import { readPages } from '../database/pages-of-parents';
import { whereOneOf } from '../database/where';
import { type Stage, StageGraph } from './stage';
import { StageTransition } from './stage-transition.entity';
import { Version } from './version.entity';
import type { VersionPick } from './version.input';
import { wherePicked } from './version-pick';

const versionsOfProject = (request: Request, dataSource: DataSource): SelectQueryBuilder<Version> =>
  dataSource
    .getRepository(Version)
    .createQueryBuilder('version')
    .where('version.project_id = :project', { project: request.actor.projectId });

const oneByModel = (versions: readonly Version[], modelIds: readonly string[]): (Version | null)[] => {
  const byModel = new Map(versions.map((version) => [version.modelId, version]));
  return modelIds.map((id) => byModel.get(id) ?? null);
};

/** The version that a pick names, by model. */
export const pickedOf = (
  request: Request,
  dataSource: DataSource,
  pick: VersionPick,
): DataLoader<string, Version | null> =>
  request.memo(
    `version picked by ${JSON.stringify(pick)}`,
    () =>
      new DataLoader(async (modelIds: readonly string[]) => {
        const query = wherePicked(versionsOfProject(request, dataSource), modelIds, pick, ['pick']);
        return oneByModel(await query.getMany(), modelIds);
      }),
  );

/**
 * The version that stood in a stage at a time, by model: the last to have entered of those that had not left before it. At the
 * instant of its leaving a version still counts, so that a handover leaves no instant without one.
 */
export const standingAt = (
  request: Request,
  dataSource: DataSource,
  stage: Stage,
  at: string,
): DataLoader<string, Version | null> =>
  request.memo(
    `version in ${stage} at ${at}`,
    () =>
      new DataLoader(async (models: readonly string[]) => {
        const query = versionsOfProject(request, dataSource).andWhere(STOOD_AT, { models, stage, at });
        return oneByModel(await query.getMany(), models);
      }),
  );

const STOOD_AT = `version.id IN (
  SELECT last.version_id FROM unnest(:models::uuid[]) AS model (id)
  CROSS JOIN LATERAL (
    SELECT entered.version_id FROM stage_transition entered
    WHERE entered.model_id = model.id AND entered.to_stage = :stage AND entered.at <= :at::timestamptz
      AND NOT EXISTS (
        SELECT FROM stage_transition gone
        WHERE gone.version_id = entered.version_id AND gone.at > entered.at AND gone.at < :at::timestamptz)
    ORDER BY entered.at DESC LIMIT 1) last)`;

/** The stage graph of a model. */
export const stageGraphOf = (request: Request, dataSource: DataSource): DataLoader<string, StageGraph> =>
  request.memo(
    stageGraphOf,
    () =>
      new DataLoader(async (modelIds: readonly string[]) => {
        const rows = await dataSource.query<{ id: string; graph: StageGraph }[]>(
          'SELECT id, stage_graph AS graph FROM model WHERE id = ANY($1) AND project_id = $2',
          [modelIds, request.actor.projectId],
        );
        const graphs = new Map(rows.map(({ id, graph }) => [id, graph]));
        return modelIds.map((id) => graphs.get(id) ?? StageGraph.STANDARD);
      }),
  );

/** A page of the versions of a model, those in some stages if any are named, newest first. */
export const versionsOf = (
  request: Request,
  dataSource: DataSource,
  stages: readonly Stage[] | null,
  page: { first: number; after?: string | null },
): DataLoader<string, Page<Version>> =>
  request.memo(
    `versions of models ${JSON.stringify([stages, page])}`,
    () =>
      // What it throws must come as a rejection: DataLoader takes any other for a fault of its own.
      new DataLoader(async (models: readonly string[]) => {
        const query = versionsOfProject(request, dataSource);
        whereOneOf(query, 'version.stage', stages, 'stage');
        const order = [{ sql: 'version.number', type: 'integer', descending: true }] as const;
        const of = (model: string) => ['Model.versions', model, stages];
        return readPages(query, 'version.model_id', models, order, { ...page, of });
      }),
  );

/** A page of the moves of a version, newest first. */
export const stageHistoryOf = (
  request: Request,
  dataSource: DataSource,
  page: { first: number; after?: string | null },
): DataLoader<string, Page<StageTransition>> =>
  request.memo(
    `stage history of versions ${JSON.stringify(page)}`,
    () =>
      new DataLoader((versions: readonly string[]) => {
        const query = dataSource
          .getRepository(StageTransition)
          .createQueryBuilder('transition')
          .where('transition.project_id = :project', { project: request.actor.projectId });
        const order = [{ sql: 'transition.at', type: 'timestamptz', descending: true }] as const;
        const of = (version: string) => ['Version.stageHistory', version];
        return readPages(query, 'transition.version_id', versions, order, { ...page, of });
      }),
  );
