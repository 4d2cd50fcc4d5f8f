import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { Request } from '../contract/request';
import { Stream } from '../contract/stream';
import { loadById } from '../database/load-by-id';
import type { Delivery } from '../event/delivery';
import type { Envelope } from '../event/envelope';
import { Event } from '../event/event.entity';
import type { ModelService } from '../model/model.service';
import { Alert, AlertStatus } from './alert.entity';
import { AlertEventFilter } from './alert.input';
import { AlertEvent, AlertEventEnvelope, acceptsAlertEvent } from './alert-event';

@Resolver(() => AlertEvent)
export class AlertEventResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly models: ModelService,
    private readonly delivery: Delivery,
  ) {}

  @Stream(() => AlertEventEnvelope)
  async alertEvents(
    @Ctx() request: Request,
    @Arg('filter', () => AlertEventFilter, { nullable: true }) filter: AlertEventFilter | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<AsyncIterable<Envelope>> {
    const model = filter?.model && (await this.models.find(request, filter.model, ['filter', 'model']));
    return this.delivery.deliver(request, { after, accept: acceptsAlertEvent(filter, model?.id ?? null) });
  }

  @FieldResolver(() => Event)
  event(@Root() event: Event): Event {
    return event;
  }

  @FieldResolver(() => AlertStatus)
  status(@Root() { after }: Event): AlertStatus {
    return after?.status as AlertStatus;
  }

  @FieldResolver(() => Alert)
  alert(@Ctx() request: Request, @Root() { subjectId }: Event): Promise<Alert | null> {
    return loadById(request, this.dataSource, Alert).load(subjectId);
  }
}
