import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Query, Resolver, Root } from 'type-graphql';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { connectionOf, type Page } from '../contract/connection';
import { idOrNone } from '../contract/id';
import { Metric } from '../contract/metric';
import { Request } from '../contract/request';
import { lateColumns } from '../database/late-columns';
import { listOrder, type Ordering } from '../database/list-order';
import { readPage } from '../database/page';
import { whereOneOf } from '../database/where';
import {
  Baseline,
  BaselineFeature,
  BaselineSource,
  BaselineState,
  shownFeature,
  shownQuality,
} from './baseline.entity';

@InputType()
class BaselineFilter {
  @Field(() => [BaselineState], { nullable: true }) state?: BaselineState[] | null;
  @Field(() => [BaselineSource], { nullable: true }) source?: BaselineSource[] | null;
}

const BaselineConnection = connectionOf('Baseline', () => Baseline, { counted: false });
const ORDER = listOrder('Baseline', 'baseline', { CREATED_AT: ['created_at', 'timestamptz'] });

@Resolver(() => Baseline)
export class BaselineResolver {
  constructor(private readonly dataSource: DataSource) {}

  @Query(() => Baseline, { nullable: true })
  baseline(@Ctx() request: Request, @Arg('id', () => ID) id: string): Promise<Baseline | null> {
    return this.ofProject(request)
      .andWhere('baseline.id = :id', { id: idOrNone(id) })
      .getOne();
  }

  @Query(() => BaselineConnection)
  baselines(
    @Ctx() request: Request,
    @Arg('filter', () => BaselineFilter, { nullable: true }) filter: BaselineFilter | null,
    @Arg('order', () => ORDER.input, { nullable: true }) order: Ordering | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<Baseline>> {
    const query = this.ofProject(request);
    whereOneOf(query, 'baseline.state', filter?.state, 'state');
    whereOneOf(query, 'baseline.source', filter?.source, 'source');
    return readPage(query, ORDER.columns(order), {
      first,
      after,
      of: ['baselines', request.actor.projectId, filter, order],
    });
  }

  @FieldResolver(() => [BaselineFeature])
  async features(@Ctx() request: Request, @Root() baseline: Baseline): Promise<BaselineFeature[]> {
    return (await this.content(request, baseline)).features.map(shownFeature);
  }

  @FieldResolver(() => BaselineFeature, { nullable: true })
  async output(@Ctx() request: Request, @Root() baseline: Baseline): Promise<BaselineFeature | null> {
    const { output } = await this.content(request, baseline);
    return output && shownFeature(output);
  }

  @FieldResolver(() => [Metric])
  async quality(@Ctx() request: Request, @Root() baseline: Baseline): Promise<Metric[]> {
    return shownQuality((await this.content(request, baseline)).qualitySums);
  }

  private content(
    request: Request,
    { id }: Baseline,
  ): Promise<Pick<Baseline, 'features' | 'output' | 'qualitySums'>> {
    return lateColumns(request, this.dataSource, Baseline, ['features', 'output', 'qualitySums']).load(id);
  }

  private ofProject({ actor }: Request): SelectQueryBuilder<Baseline> {
    return this.dataSource
      .getRepository(Baseline)
      .createQueryBuilder('baseline')
      .where('baseline.project_id = :project', { project: actor.projectId });
  }
}
