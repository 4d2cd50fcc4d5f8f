import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { DataSource } from 'typeorm';
import { connectionOf, type Page } from '../contract/connection';
import { nullWhenMissing } from '../contract/guard';
import { ItemReject } from '../contract/item-reject';
import { Payload, ReplayablePayload, succeeded } from '../contract/payload';
import { Request } from '../contract/request';
import { JSONObjectScalar, SafeIntScalar } from '../contract/scalars';
import { lateColumns } from '../database/late-columns';
import type { Ordering } from '../database/list-order';
import { loadById } from '../database/load-by-id';
import { Model } from '../model/model.entity';
import type { MetricService } from './metric.service';
import { MetricPoint } from './metric-point.entity';
import { TrainingRun } from './run.entity';
import {
  FinishTrainingRunInput,
  LogTrainingMetricsInput,
  StartTrainingRunInput,
  TrainingRunFilter,
  TrainingRunRef,
} from './run.input';
import { listRuns, RUN_ORDER } from './run.list';
import { historyOfMetric, latestMetrics, runsOfModels } from './run.loader';
import type { RunService } from './run.service';

const TrainingRunConnection = connectionOf('TrainingRun', () => TrainingRun, { counted: true });
const MetricPointConnection = connectionOf('MetricPoint', () => MetricPoint, { counted: false });

@ObjectType()
class StartTrainingRunPayload extends ReplayablePayload {
  @Field(() => TrainingRun, { nullable: true }) trainingRun!: TrainingRun | null;
}

@ObjectType()
class LogTrainingMetricsPayload extends Payload {
  @Field(() => TrainingRun, { nullable: true }) trainingRun!: TrainingRun | null;
  @Field(() => Int) accepted!: number;
  @Field(() => [ItemReject]) rejects!: ItemReject[];
  @Field(() => ID, { nullable: true }) ingestId!: string | null;
}

@ObjectType()
class FinishTrainingRunPayload extends Payload {
  @Field(() => TrainingRun, { nullable: true }) trainingRun!: TrainingRun | null;
}

@Resolver(() => TrainingRun)
export class RunResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly runs: RunService,
    private readonly metricLog: MetricService,
  ) {}

  @Query(() => TrainingRun, { nullable: true })
  trainingRun(
    @Ctx() request: Request,
    @Arg('ref', () => TrainingRunRef) ref: TrainingRunRef,
  ): Promise<TrainingRun | null> {
    return nullWhenMissing(this.runs.find(request, ref));
  }

  @Query(() => TrainingRunConnection)
  trainingRuns(
    @Ctx() { actor }: Request,
    @Arg('filter', () => TrainingRunFilter, { nullable: true }) filter: TrainingRunFilter | null,
    @Arg('order', () => RUN_ORDER.input, { nullable: true }) order: Ordering | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<TrainingRun>> {
    return listRuns(this.dataSource, actor, filter, order, { first, after });
  }

  @Mutation(() => StartTrainingRunPayload)
  startTrainingRun(
    @Ctx() request: Request,
    @Arg('input', () => StartTrainingRunInput) input: StartTrainingRunInput,
  ): Promise<StartTrainingRunPayload> {
    return this.runs.start(request, input).then(succeeded);
  }

  @Mutation(() => LogTrainingMetricsPayload)
  async logTrainingMetrics(
    @Ctx() request: Request,
    @Arg('input', () => LogTrainingMetricsInput) input: LogTrainingMetricsInput,
  ): Promise<LogTrainingMetricsPayload> {
    const { runId, ...logged } = await this.metricLog.log(request, input);
    return succeeded({ ...logged, trainingRun: await this.runs.find(request, { id: runId }) });
  }

  @Mutation(() => FinishTrainingRunPayload)
  finishTrainingRun(
    @Ctx() request: Request,
    @Arg('input', () => FinishTrainingRunInput) input: FinishTrainingRunInput,
  ): Promise<FinishTrainingRunPayload> {
    return this.runs.finish(request, input).then((trainingRun) => succeeded({ trainingRun }));
  }

  @FieldResolver(() => Model, { nullable: true })
  async model(@Ctx() request: Request, @Root() run: TrainingRun): Promise<Model | null> {
    return run.modelId === null ? null : loadById(request, this.dataSource, Model).load(run.modelId);
  }

  @FieldResolver(() => JSONObjectScalar)
  async params(@Ctx() request: Request, @Root() run: TrainingRun): Promise<Record<string, unknown>> {
    return (await this.content(request, run)).params;
  }

  @FieldResolver(() => JSONObjectScalar)
  async environment(@Ctx() request: Request, @Root() run: TrainingRun): Promise<Record<string, unknown>> {
    return (await this.content(request, run)).environment;
  }

  @FieldResolver(() => [MetricPoint])
  metrics(@Ctx() request: Request, @Root() run: TrainingRun): Promise<MetricPoint[]> {
    return latestMetrics(request, this.dataSource).load(run.id);
  }

  @FieldResolver(() => MetricPointConnection)
  metricHistory(
    @Ctx() request: Request,
    @Root() run: TrainingRun,
    @Arg('name') name: string,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<MetricPoint>> {
    return historyOfMetric(request, this.dataSource, name.normalize('NFC'), { first, after }).load(run.id);
  }

  @FieldResolver(() => SafeIntScalar)
  durationMs(@Root() { startedAt, finishedAt }: TrainingRun): number {
    const end = finishedAt === null ? Date.now() : Date.parse(finishedAt);
    return Math.max(0, end - Date.parse(startedAt));
  }

  private content(
    request: Request,
    { id }: TrainingRun,
  ): Promise<Pick<TrainingRun, 'params' | 'environment'>> {
    return lateColumns(request, this.dataSource, TrainingRun, ['params', 'environment']).load(id);
  }
}

@Resolver(() => Model)
export class ModelRunsResolver {
  constructor(private readonly dataSource: DataSource) {}

  @FieldResolver(() => TrainingRunConnection)
  trainingRuns(
    @Ctx() request: Request,
    @Root() model: Model,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<TrainingRun>> {
    return runsOfModels(request, this.dataSource, { first, after }).load(model.id);
  }
}
