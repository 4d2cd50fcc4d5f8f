import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Query, Resolver, Root } from 'type-graphql';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { connectionOf, type Page } from '../contract/connection';
import { idOrNone } from '../contract/id';
import { Request } from '../contract/request';
import { listOrder, type Ordering } from '../database/list-order';
import { readPage } from '../database/page';
import { whereOneOf } from '../database/where';
import { Job, JobKind, JobState } from './job.entity';

@InputType()
class JobFilter {
  @Field(() => [JobKind], { nullable: true }) kind?: JobKind[] | null;
  @Field(() => [JobState], { nullable: true }) state?: JobState[] | null;
}

const JobConnection = connectionOf('Job', () => Job, { counted: false });
const ORDER = listOrder('Job', 'job', { CREATED_AT: ['created_at', 'timestamptz'] });

@Resolver(() => Job)
export class JobResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => Job, { nullable: true })
  job(@Ctx() request: Request, @Arg('id', () => ID) id: string): Promise<Job | null> {
    return this.visible(request)
      .andWhere('job.id = :id', { id: idOrNone(id) })
      .getOne();
  }

  @Query(() => JobConnection)
  jobs(
    @Ctx() request: Request,
    @Arg('filter', () => JobFilter, { nullable: true }) filter: JobFilter | null,
    @Arg('order', () => ORDER.input, { nullable: true }) order: Ordering | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<Job>> {
    const query = this.visible(request);
    whereOneOf(query, 'job.kind', filter?.kind, 'kind');
    whereOneOf(query, 'job.state', filter?.state, 'state');
    return readPage(query, ORDER.columns(order), {
      first,
      after,
      of: ['jobs', request.actor.projectId, filter, order],
    });
  }

  @FieldResolver(() => Date, { nullable: true })
  nextRunAt(@Root() { repeatEvery, state, dueAt }: Job): string | null {
    return repeatEvery !== null && state !== JobState.RUNNING ? dueAt : null;
  }

  /** The jobs of the project and of the server, of the kinds that this server knows: a newer one may have left others. */
  private visible({ actor }: Request): SelectQueryBuilder<Job> {
    return this.dataSource
      .getRepository(Job)
      .createQueryBuilder('job')
      .where('(job.project_id = :project OR job.project_id IS NULL)', { project: actor.projectId })
      .andWhere('job.kind = ANY(:kinds)', { kinds: Object.values(JobKind) });
  }
}
