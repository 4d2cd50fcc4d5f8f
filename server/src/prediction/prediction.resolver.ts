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
import { Payload, succeeded } from '../contract/payload';
import { Request } from '../contract/request';
import { JSONObjectScalar } from '../contract/scalars';
import { listOrder, type Ordering } from '../database/list-order';
import { loadById } from '../database/load-by-id';
import { readPage } from '../database/page';
import { whereInstant } from '../database/where';
import { Version } from '../version/version.entity';
import { VersionRef } from '../version/version.input';
import { contentOf } from '../version/version-content.resolver';
import type { VersionFinder } from '../version/version-finder';
import { RecordActualsInput } from './actual.input';
import { actualOf } from './actual.loader';
import type { ActualService } from './actual.service';
import { Actual, ClassOutput, NumberOutput, Prediction, PredictionOutput } from './prediction.entity';
import { LogPredictionsInput, PredictionFilter, PredictionRef } from './prediction.input';
import type { PredictionService } from './prediction.service';
import { shownFeatures } from './shown-features';

const PredictionConnection = connectionOf('Prediction', () => Prediction, { counted: false });
const ORDER = listOrder('Prediction', 'prediction', { RECEIVED_AT: ['received_at', 'timestamptz'] }, [
  'prediction_id',
  'text',
]);

@ObjectType()
class LogPredictionsPayload extends Payload {
  @Field(() => Int) accepted!: number;
  @Field(() => Int) duplicates!: number;
  @Field(() => [ItemReject]) rejects!: readonly ItemReject[];
  @Field(() => ID, { nullable: true }) ingestId!: string | null;
}

@ObjectType()
class RecordActualsPayload extends Payload {
  @Field(() => Int) accepted!: number;
  @Field(() => Int) duplicates!: number;
  @Field(() => Int) stale!: number;
  @Field(() => Int) early!: number;
  @Field(() => [ItemReject]) rejects!: readonly ItemReject[];
  @Field(() => ID, { nullable: true }) ingestId!: string | null;
}

@Resolver(() => Prediction)
export class PredictionResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly finder: VersionFinder,
    private readonly predictionService: PredictionService,
    private readonly actualService: ActualService,
  ) {}

  @Query(() => Prediction, { nullable: true })
  async prediction(
    @Ctx() request: Request,
    @Arg('ref', () => PredictionRef) ref: PredictionRef,
  ): Promise<Prediction | null> {
    const version = await nullWhenMissing(this.finder.find(request, ref.version, ['ref', 'version']));
    if (!version) return null;
    return this.dataSource
      .getRepository(Prediction)
      .createQueryBuilder('prediction')
      .where('prediction.version_id = :version AND prediction.prediction_id = :id', {
        version: version.id,
        id: ref.predictionId.normalize('NFC'),
      })
      .andWhere(
        `prediction.received_at = (SELECT received_at FROM prediction_key
           WHERE model_id = :model AND prediction_id = :id AND version_id = :version)`,
        { model: version.modelId },
      )
      .getOne();
  }

  @Query(() => PredictionConnection)
  async predictions(
    @Ctx() request: Request,
    @Arg('version', () => VersionRef) ref: VersionRef,
    @Arg('filter', () => PredictionFilter, { nullable: true }) filter: PredictionFilter | null,
    @Arg('order', () => ORDER.input, { nullable: true }) order: Ordering | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<Prediction>> {
    const version = await nullWhenMissing(this.finder.find(request, ref, ['version']));
    const query = this.dataSource
      .getRepository(Prediction)
      .createQueryBuilder('prediction')
      .where('prediction.version_id = :version', { version: version?.id ?? null });
    whereInstant(query, 'prediction.received_at', filter?.receivedAt);
    if (filter?.entityId != null)
      query.andWhere('prediction.entity_id = :entity', { entity: filter.entityId.normalize('NFC') });
    return readPage(query, ORDER.columns(order), {
      first,
      after,
      of: ['predictions', version?.id ?? ref, filter, order],
    });
  }

  @Mutation(() => LogPredictionsPayload)
  logPredictions(
    @Ctx() request: Request,
    @Arg('input', () => LogPredictionsInput) input: LogPredictionsInput,
  ): Promise<LogPredictionsPayload> {
    return this.predictionService.logPredictions(request, input).then(succeeded);
  }

  @Mutation(() => RecordActualsPayload)
  recordActuals(
    @Ctx() request: Request,
    @Arg('input', () => RecordActualsInput) input: RecordActualsInput,
  ): Promise<RecordActualsPayload> {
    return this.actualService.recordActuals(request, input).then(succeeded);
  }

  @FieldResolver(() => Version)
  version(@Ctx() request: Request, @Root() { versionId }: Prediction): Promise<Version | null> {
    return loadById(request, this.dataSource, Version).load(versionId);
  }

  @FieldResolver(() => JSONObjectScalar)
  async features(
    @Ctx() request: Request,
    @Root() { versionId, numbers, extra }: Prediction,
  ): Promise<Record<string, unknown>> {
    const { signature } = await contentOf(request, this.dataSource).load(versionId);
    return shownFeatures(signature, numbers, extra);
  }

  @FieldResolver(() => PredictionOutput, { nullable: true })
  output(
    @Root() { error, label, probability, probabilities, number, lower, upper }: Prediction,
  ): ClassOutput | NumberOutput | null {
    if (error !== null) return null;
    return label !== null
      ? new ClassOutput(label, probability, probabilities)
      : new NumberOutput(number!, lower, upper);
  }

  @FieldResolver(() => Actual, { nullable: true })
  actual(@Ctx() request: Request, @Root() { versionId, predictionId }: Prediction): Promise<Actual | null> {
    return actualOf(request, this.dataSource).load({ versionId, predictionId });
  }
}
