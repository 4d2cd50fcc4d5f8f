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
import { idOrNone } from '../contract/id';
import { ReplayablePayload, succeeded } from '../contract/payload';
import { Request } from '../contract/request';
import type { Ordering } from '../database/list-order';
import { loadById } from '../database/load-by-id';
import { Model } from '../model/model.entity';
import { AlertRuleFilter, CreateAlertRuleInput } from './alert.input';
import { type AlertLists, RULE_ORDER } from './alert.list';
import { AlertRule } from './alert-rule.entity';
import type { AlertRuleService } from './alert-rule.service';

const AlertRuleConnection = connectionOf('AlertRule', () => AlertRule, { counted: true });

@ObjectType()
class CreateAlertRulePayload extends ReplayablePayload {
  @Field(() => AlertRule, { nullable: true }) rule!: AlertRule | null;
}

@Resolver(() => AlertRule)
export class AlertRuleResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: AlertRuleService,
    private readonly lists: AlertLists,
  ) {}

  @Query(() => AlertRule, { nullable: true })
  alertRule(@Ctx() { actor }: Request, @Arg('id', () => ID) id: string): Promise<AlertRule | null> {
    return this.dataSource
      .getRepository(AlertRule)
      .findOneBy({ id: idOrNone(id), projectId: actor.projectId });
  }

  @Query(() => AlertRuleConnection)
  alertRules(
    @Ctx() request: Request,
    @Arg('filter', () => AlertRuleFilter, { nullable: true }) filter: AlertRuleFilter | null,
    @Arg('order', () => RULE_ORDER.input, { nullable: true }) order: Ordering | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<AlertRule>> {
    return this.lists.rules(request, filter, order, { first, after });
  }

  @Mutation(() => CreateAlertRulePayload)
  createAlertRule(
    @Ctx() request: Request,
    @Arg('input', () => CreateAlertRuleInput) input: CreateAlertRuleInput,
  ): Promise<CreateAlertRulePayload> {
    return this.rules.create(request, input).then(succeeded);
  }

  @FieldResolver(() => Model)
  model(@Ctx() request: Request, @Root() { modelId }: AlertRule): Promise<Model | null> {
    return loadById(request, this.dataSource, Model).load(modelId);
  }
}
