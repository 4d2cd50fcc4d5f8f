import { Arg, Ctx, Field, FieldResolver, InputType, ObjectType, Resolver, Root } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { Request } from '../contract/request';
import { Stream } from '../contract/stream';
import { loadById } from '../database/load-by-id';
import type { Delivery } from '../event/delivery';
import { type Envelope, envelopeOf } from '../event/envelope';
import { Event } from '../event/event.entity';
import { acceptsType } from '../event/event-filter';
import { EventType } from '../event/event-type';
import { ModelRef } from '../model/model.input';
import type { ModelService } from '../model/model.service';
import { Stage } from './stage';
import { Version } from './version.entity';

@InputType()
class VersionEventFilter {
  @Field(() => ModelRef, { nullable: true }) model?: ModelRef | null;
  @Field(() => [Stage], { nullable: true }) stage?: Stage[] | null;
}

/** A view of the log's event: both of its fields are resolved from that. */
@ObjectType()
class VersionEvent {}

const VersionEventEnvelope = envelopeOf('VersionEvent', () => VersionEvent);

const isAboutVersions = acceptsType([EventType.VERSION_REGISTERED, EventType.VERSION_STAGE_CHANGED]);

@Resolver(() => VersionEvent)
export class VersionEventResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly models: ModelService,
    private readonly delivery: Delivery,
  ) {}

  @Stream(() => VersionEventEnvelope)
  async versionEvents(
    @Ctx() request: Request,
    @Arg('filter', () => VersionEventFilter, { nullable: true }) filter: VersionEventFilter | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<AsyncIterable<Envelope>> {
    const model = filter?.model && (await this.models.find(request, filter.model, ['filter', 'model']));
    const stages = filter?.stage && new Set<unknown>(filter.stage);
    return this.delivery.deliver(request, {
      after,
      accept: (event) =>
        isAboutVersions(event) &&
        (!model || event.modelId === model.id) &&
        // A registration and a move both say in which stage the version then stood.
        (!stages || stages.has(event.after?.stage)),
    });
  }

  @FieldResolver(() => Event)
  event(@Root() event: Event): Event {
    return event;
  }

  @FieldResolver(() => Version, { nullable: true })
  version(@Ctx() request: Request, @Root() { subjectId }: Event): Promise<Version | null> {
    return loadById(request, this.dataSource, Version).load(subjectId);
  }
}
