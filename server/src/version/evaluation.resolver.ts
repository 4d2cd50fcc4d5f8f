import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Query, Resolver, Root } from 'type-graphql';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { connectionOf, type Page } from '../contract/connection';
import { StringFilter } from '../contract/filter';
import { idOrNone } from '../contract/id';
import { Request } from '../contract/request';
import { listOrder, type Ordering } from '../database/list-order';
import { loadById } from '../database/load-by-id';
import { readPage } from '../database/page';
import { whereText } from '../database/where';
import { ModelRef } from '../model/model.input';
import type { ModelService } from '../model/model.service';
import { Evaluation } from './evaluation';
import { Version } from './version.entity';

@InputType()
class EvaluationFilter {
  @Field(() => ModelRef, { nullable: true }) model?: ModelRef | null;
  @Field(() => StringFilter, { nullable: true }) dataset?: StringFilter | null;
}

const EvaluationConnection = connectionOf('Evaluation', () => Evaluation, { counted: true });
const ORDER = listOrder('Evaluation', 'evaluation', { EVALUATED_AT: ['evaluated_at', 'timestamptz'] });

@Resolver(() => Evaluation)
export class EvaluationResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly models: ModelService,
  ) {}

  @Query(() => Evaluation, { nullable: true })
  evaluation(@Ctx() request: Request, @Arg('id', () => ID) id: string): Promise<Evaluation | null> {
    return this.ofProject(request)
      .andWhere('evaluation.id = :id', { id: idOrNone(id) })
      .getOne();
  }

  @Query(() => EvaluationConnection)
  async evaluations(
    @Ctx() request: Request,
    @Arg('filter', () => EvaluationFilter, { nullable: true }) filter: EvaluationFilter | null,
    @Arg('order', () => ORDER.input, { nullable: true }) order: Ordering | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<Evaluation>> {
    const query = this.ofProject(request);
    if (filter?.model) {
      const model = await this.models.look(request, filter.model);
      query.andWhere('evaluation.model_id IS NOT DISTINCT FROM :model', { model: model?.id ?? null });
    }
    whereText(query, 'evaluation.dataset', filter?.dataset);
    return readPage(query, ORDER.columns(order), {
      first,
      after,
      of: ['evaluations', request.actor.projectId, filter, order],
    });
  }

  @FieldResolver(() => Version)
  version(@Ctx() request: Request, @Root() { versionId }: Evaluation): Promise<Version | null> {
    return loadById(request, this.dataSource, Version).load(versionId);
  }

  private ofProject({ actor }: Request): SelectQueryBuilder<Evaluation> {
    return this.dataSource
      .getRepository(Evaluation)
      .createQueryBuilder('evaluation')
      .where('evaluation.project_id = :project', { project: actor.projectId });
  }
}
