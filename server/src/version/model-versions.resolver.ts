import { Arg, Ctx, Field, FieldResolver, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import type { DataSource } from 'typeorm';
import type { Page } from '../contract/connection';
import { Payload, succeeded } from '../contract/payload';
import { Request } from '../contract/request';
import { Model } from '../model/model.entity';
import { Stage, StageGraph } from './stage';
import type { StageGraphService } from './stage-graph.service';
import { Version } from './version.entity';
import { SetStageGraphInput, VersionPick } from './version.input';
import { pickedOf, stageGraphOf, standingAt, versionsOf } from './version.loader';
import { VersionConnection } from './version.resolver';
import { PRODUCTION } from './version-pick';

@ObjectType()
class SetStageGraphPayload extends Payload {
  @Field(() => Model, { nullable: true }) model!: Model | null;
}

/** What a model says of its versions. */
@Resolver(() => Model)
export class ModelVersionsResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stageGraphs: StageGraphService,
  ) {}

  @Mutation(() => SetStageGraphPayload)
  setStageGraph(
    @Ctx() request: Request,
    @Arg('input', () => SetStageGraphInput) input: SetStageGraphInput,
  ): Promise<SetStageGraphPayload> {
    return this.stageGraphs.set(request, input).then((model) => succeeded({ model }));
  }

  @FieldResolver(() => StageGraph)
  stageGraph(@Ctx() request: Request, @Root() { id }: Model): Promise<StageGraph> {
    return stageGraphOf(request, this.dataSource).load(id);
  }

  @FieldResolver(() => Version, { nullable: true })
  production(@Ctx() request: Request, @Root() { id }: Model): Promise<Version | null> {
    return pickedOf(request, this.dataSource, PRODUCTION).load(id);
  }

  @FieldResolver(() => Version, { nullable: true })
  version(
    @Ctx() request: Request,
    @Root() { id }: Model,
    @Arg('pick', () => VersionPick) pick: VersionPick,
  ): Promise<Version | null> {
    return pickedOf(request, this.dataSource, pick).load(id);
  }

  @FieldResolver(() => VersionConnection)
  versions(
    @Ctx() request: Request,
    @Root() { id }: Model,
    @Arg('stage', () => [Stage], { nullable: true }) stage: Stage[] | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<Version>> {
    return versionsOf(request, this.dataSource, stage, { first, after }).load(id);
  }

  @FieldResolver(() => Version, { nullable: true })
  versionAt(
    @Ctx() request: Request,
    @Root() { id }: Model,
    @Arg('stage', () => Stage, { defaultValue: Stage.PRODUCTION }) stage: Stage,
    @Arg('at', () => Date) at: string,
  ): Promise<Version | null> {
    return standingAt(request, this.dataSource, stage, at).load(id);
  }
}
