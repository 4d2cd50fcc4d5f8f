import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { DataSource } from 'typeorm';
import type { Page } from '../contract/connection';
import { Request } from '../contract/request';
import { readPages } from '../database/pages-of-parents';
import { TrainingRun } from '../run/run.entity';
import { Version } from './version.entity';
import { VersionConnection } from './version.resolver';

/** What a training run says of its versions. */
@Resolver(() => TrainingRun)
export class RunVersionsResolver {
  constructor(private readonly dataSource: DataSource) {}

  @FieldResolver(() => VersionConnection)
  versions(
    @Ctx() request: Request,
    @Root() { id }: TrainingRun,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<Version>> {
    const loader = request.memo(
      `versions of runs, ${first} after ${after}`,
      () => new DataLoader((runIds: readonly string[]) => this.ofRuns(request, runIds, { first, after })),
    );
    return loader.load(id);
  }

  private ofRuns(
    { actor }: Request,
    runIds: readonly string[],
    page: { first: number; after: string | null },
  ): Promise<Page<Version>[]> {
    const query = this.dataSource
      .getRepository(Version)
      .createQueryBuilder('version')
      .where('version.project_id = :project', { project: actor.projectId });
    const order = [{ sql: 'version.number', type: 'integer', descending: true }] as const;
    const of = (runId: string) => ['versions of run', runId];
    return readPages(query, 'version.training_run_id', runIds, order, { ...page, of });
  }
}
