import DataLoader from 'dataloader';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { Request } from '../contract/request';
import { EventType } from '../event/event-type';
import { MonitoringReport } from '../monitoring/monitoring-report.entity';
import { RULES_CONSUMER } from './evaluate-rules';

/** What alerting knows of a report. */
@Resolver(() => MonitoringReport)
export class ReportRulesResolver {
  constructor(private readonly dataSource: DataSource) {}

  @FieldResolver(() => Boolean)
  rulesEvaluated(@Ctx() request: Request, @Root() { id }: MonitoringReport): Promise<boolean> {
    const loader = request.memo(
      ReportRulesResolver,
      () => new DataLoader((ids: readonly string[]) => this.evaluated(request, ids)),
    );
    return loader.load(id);
  }

  /** A report is evaluated once the consumer of the rules has passed the event that tells of it. */
  private async evaluated({ actor }: Request, ids: readonly string[]): Promise<boolean[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT event.subject_id AS id FROM event
       JOIN event_consumer AS consumer ON consumer.project_id = event.project_id AND consumer.name = $3
       WHERE event.project_id = $1 AND event.subject_id = ANY($2) AND event.type = $4 AND event.position <= consumer.position`,
      [actor.projectId, ids, RULES_CONSUMER, EventType.MONITORING_REPORT_CREATED],
    );
    const passed = new Set(rows.map(({ id }) => id));
    return ids.map((id) => passed.has(id));
  }
}
