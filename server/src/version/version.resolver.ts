import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { DataSource } from 'typeorm';
import { Artifact } from '../artifact/artifact.entity';
import { artifactsOf } from '../artifact/artifact.loader';
import { connectionOf, type Page } from '../contract/connection';
import { nullWhenMissing } from '../contract/guard';
import { ReplayablePayload, succeeded } from '../contract/payload';
import { Request } from '../contract/request';
import { listOrder, type Ordering } from '../database/list-order';
import { loadById } from '../database/load-by-id';
import { readPage } from '../database/page';
import { whereInstant, whereOneOf, whereTags } from '../database/where';
import { Model } from '../model/model.entity';
import type { ModelService } from '../model/model.service';
import { TrainingRun } from '../run/run.entity';
import { Evaluation, evaluationsOf } from './evaluation';
import type { RegistrationService } from './registration.service';
import type { StageService } from './stage.service';
import { StageTransition } from './stage-transition.entity';
import { Version } from './version.entity';
import {
  RegisterVersionInput,
  RollbackModelInput,
  TransitionVersionInput,
  VersionFilter,
  VersionRef,
} from './version.input';
import { stageHistoryOf } from './version.loader';
import type { VersionFinder } from './version-finder';

export const VersionConnection = connectionOf('Version', () => Version, { counted: true });
const ORDER = listOrder('Version', 'version', {
  REGISTERED_AT: ['registered_at', 'timestamptz'],
  NUMBER: ['number', 'integer'],
});
const StageTransitionConnection = connectionOf('StageTransition', () => StageTransition, { counted: false });

@ObjectType()
class RegisterVersionPayload extends ReplayablePayload {
  @Field(() => Version, { nullable: true }) version!: Version | null;
}

@ObjectType()
class TransitionVersionPayload extends ReplayablePayload {
  @Field(() => Version, { nullable: true }) version!: Version | null;
  @Field(() => Version, { nullable: true }) demoted!: Version | null;
}

@ObjectType()
class RollbackModelPayload extends ReplayablePayload {
  @Field(() => Model, { nullable: true }) model!: Model | null;
  @Field(() => Version, { nullable: true }) restored!: Version | null;
  @Field(() => Version, { nullable: true }) demoted!: Version | null;
}

@Resolver(() => Version)
export class VersionResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly models: ModelService,
    private readonly finder: VersionFinder,
    private readonly registrations: RegistrationService,
    private readonly stages: StageService,
  ) {}

  @Query(() => Version, { nullable: true })
  version(@Ctx() request: Request, @Arg('ref', () => VersionRef) ref: VersionRef): Promise<Version | null> {
    return nullWhenMissing(this.finder.find(request, ref));
  }

  @Query(() => VersionConnection)
  async versions(
    @Ctx() request: Request,
    @Arg('filter', () => VersionFilter, { nullable: true }) filter: VersionFilter | null,
    @Arg('order', () => ORDER.input, { nullable: true }) order: Ordering | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<Version>> {
    const { projectId } = request.actor;
    const query = this.dataSource
      .getRepository(Version)
      .createQueryBuilder('version')
      .where('version.project_id = :project', { project: projectId });
    if (filter?.model) {
      const model = await this.models.look(request, filter.model);
      query.andWhere('version.model_id IS NOT DISTINCT FROM :model', { model: model?.id ?? null });
    }
    whereOneOf(query, 'version.stage', filter?.stage, 'stage');
    whereTags(query, 'version.tags', filter?.tags);
    whereInstant(query, 'version.registered_at', filter?.registeredAt);
    return readPage(query, ORDER.columns(order), {
      first,
      after,
      of: ['versions', projectId, filter, order],
    });
  }

  @Mutation(() => RegisterVersionPayload)
  registerVersion(
    @Ctx() request: Request,
    @Arg('input', () => RegisterVersionInput) input: RegisterVersionInput,
  ): Promise<RegisterVersionPayload> {
    return this.registrations.register(request, input).then(succeeded);
  }

  @Mutation(() => TransitionVersionPayload)
  transitionVersion(
    @Ctx() request: Request,
    @Arg('input', () => TransitionVersionInput) input: TransitionVersionInput,
  ): Promise<TransitionVersionPayload> {
    return this.stages.transition(request, input).then(succeeded);
  }

  @Mutation(() => RollbackModelPayload)
  rollbackModel(
    @Ctx() request: Request,
    @Arg('input', () => RollbackModelInput) input: RollbackModelInput,
  ): Promise<RollbackModelPayload> {
    return this.stages.rollback(request, input).then(succeeded);
  }

  @FieldResolver(() => Model)
  model(@Ctx() request: Request, @Root() { modelId }: Version): Promise<Model | null> {
    return loadById(request, this.dataSource, Model).load(modelId);
  }

  @FieldResolver(() => [Artifact])
  artifacts(@Ctx() request: Request, @Root() { id }: Version): Promise<Artifact[]> {
    return artifactsOf(request, this.dataSource).load(id);
  }

  @FieldResolver(() => [Evaluation])
  evaluations(@Ctx() request: Request, @Root() { id }: Version): Promise<Evaluation[]> {
    return evaluationsOf(request, this.dataSource).load(id);
  }

  @FieldResolver(() => TrainingRun, { nullable: true })
  async trainingRun(
    @Ctx() request: Request,
    @Root() { trainingRunId }: Version,
  ): Promise<TrainingRun | null> {
    return trainingRunId === null
      ? null
      : loadById(request, this.dataSource, TrainingRun).load(trainingRunId);
  }

  @FieldResolver(() => StageTransitionConnection)
  stageHistory(
    @Ctx() request: Request,
    @Root() { id }: Version,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<StageTransition>> {
    return stageHistoryOf(request, this.dataSource, { first, after }).load(id);
  }
}

@Resolver(() => StageTransition)
export class StageTransitionResolver {
  constructor(private readonly dataSource: DataSource) {}

  @FieldResolver(() => Version)
  version(@Ctx() request: Request, @Root() { versionId }: StageTransition): Promise<Version | null> {
    return loadById(request, this.dataSource, Version).load(versionId);
  }
}
