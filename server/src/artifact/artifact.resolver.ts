import { Arg, Ctx, Field, ID, InputType, Int, Query, Resolver } from 'type-graphql';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { connectionOf, type Page } from '../contract/connection';
import { StringFilter } from '../contract/filter';
import { idOrNone } from '../contract/id';
import { Request } from '../contract/request';
import { listOrder, type Ordering } from '../database/list-order';
import { readPage } from '../database/page';
import { whereText } from '../database/where';
import { Artifact } from './artifact.entity';

@InputType()
class ArtifactFilter {
  @Field(() => String, { nullable: true }) sha256?: string | null;
  @Field(() => StringFilter, { nullable: true }) path?: StringFilter | null;
}

const ArtifactConnection = connectionOf('Artifact', () => Artifact, { counted: false });
// Ids ascend in time.
const ORDER = listOrder('Artifact', 'artifact', { REGISTERED_AT: ['id', 'uuid'], PATH: ['path', 'text'] });

@Resolver(() => Artifact)
export class ArtifactResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => Artifact, { nullable: true })
  artifact(@Ctx() request: Request, @Arg('id', () => ID) id: string): Promise<Artifact | null> {
    return this.ofProject(request)
      .andWhere('artifact.id = :id', { id: idOrNone(id) })
      .getOne();
  }

  @Query(() => ArtifactConnection)
  artifacts(
    @Ctx() request: Request,
    @Arg('filter', () => ArtifactFilter, { nullable: true }) filter: ArtifactFilter | null,
    @Arg('order', () => ORDER.input, { nullable: true }) order: Ordering | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<Artifact>> {
    const query = this.ofProject(request);
    if (filter?.sha256 != null)
      query.andWhere('artifact.sha256 = :sha256', { sha256: filter.sha256.toLowerCase() });
    whereText(query, 'artifact.path', filter?.path);
    return readPage(query, ORDER.columns(order), {
      first,
      after,
      of: ['artifacts', request.actor.projectId, filter, order],
    });
  }

  private ofProject({ actor }: Request): SelectQueryBuilder<Artifact> {
    return this.dataSource
      .getRepository(Artifact)
      .createQueryBuilder('artifact')
      .where('artifact.project_id = :project', { project: actor.projectId });
  }
}
