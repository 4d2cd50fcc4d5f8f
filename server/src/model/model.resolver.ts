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
import { connectionOf, type Page } from '../contract/connection';
import { nullWhenMissing } from '../contract/guard';
import { ReplayablePayload, succeeded } from '../contract/payload';
import { Request } from '../contract/request';
import { JSONObjectScalar } from '../contract/scalars';
import { Stream } from '../contract/stream';
import { lateColumns } from '../database/late-columns';
import { listOrder, type Ordering } from '../database/list-order';
import { readPage } from '../database/page';
import { whereOneOf, whereTags, whereText } from '../database/where';
import type { Delivery } from '../event/delivery';
import type { Envelope } from '../event/envelope';
import { EventEnvelope } from '../event/event.resolver';
import { acceptsType } from '../event/event-filter';
import { Model } from './model.entity';
import { ModelEventFilter, ModelFilter, ModelRef, RegisterModelInput } from './model.input';
import type { ModelService } from './model.service';

const ModelConnection = connectionOf('Model', () => Model, { counted: true });
const ORDER = listOrder('Model', 'model', {
  REGISTERED_AT: ['registered_at', 'timestamptz'],
  NAME: ['name', 'text'],
});

@ObjectType()
class RegisterModelPayload extends ReplayablePayload {
  @Field(() => Model, { nullable: true }) model!: Model | null;
}

@Resolver(() => Model)
export class ModelResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly modelService: ModelService,
    private readonly delivery: Delivery,
  ) {}

  @Query(() => Model, { nullable: true })
  model(@Ctx() request: Request, @Arg('ref', () => ModelRef) ref: ModelRef): Promise<Model | null> {
    return nullWhenMissing(this.modelService.find(request, ref));
  }

  @Query(() => ModelConnection)
  models(
    @Ctx() { actor }: Request,
    @Arg('filter', () => ModelFilter, { nullable: true }) filter: ModelFilter | null,
    @Arg('order', () => ORDER.input, { nullable: true }) order: Ordering | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<Model>> {
    const query = this.dataSource
      .getRepository(Model)
      .createQueryBuilder('model')
      .where('model.project_id = :project', { project: actor.projectId });
    whereText(query, 'model.name', filter?.name);
    whereOneOf(query, 'model.task', filter?.task, 'task');
    whereText(query, 'model.owner', filter?.owner);
    whereTags(query, 'model.tags', filter?.tags);
    return readPage(query, ORDER.columns(order), {
      first,
      after,
      of: ['models', actor.projectId, filter, order],
    });
  }

  @Mutation(() => RegisterModelPayload)
  registerModel(
    @Ctx() request: Request,
    @Arg('input', () => RegisterModelInput) input: RegisterModelInput,
  ): Promise<RegisterModelPayload> {
    return this.modelService.register(request, input).then(succeeded);
  }

  @FieldResolver(() => JSONObjectScalar)
  async metadata(@Ctx() request: Request, @Root() { id }: Model): Promise<Record<string, unknown>> {
    return (await lateColumns(request, this.dataSource, Model, ['metadata']).load(id)).metadata;
  }

  @Stream(() => EventEnvelope)
  async modelEvents(
    @Ctx() request: Request,
    @Arg('filter', () => ModelEventFilter, { nullable: true }) filter: ModelEventFilter | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<AsyncIterable<Envelope>> {
    const isOfType = acceptsType(filter?.types);
    const model = filter?.model && (await this.modelService.find(request, filter.model, ['filter', 'model']));
    return this.delivery.deliver(request, {
      after,
      accept: (event) => (model ? event.modelId === model.id : event.modelId !== null) && isOfType(event),
    });
  }
}
