import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { Baseline } from '../baseline/baseline.entity';
import { baselineOf } from '../baseline/baseline.loader';
import { Request } from '../contract/request';
import { Version } from './version.entity';

@Resolver(() => Version)
export class VersionBaselineResolver {
  constructor(private readonly dataSource: DataSource) {}

  @FieldResolver(() => Baseline, { nullable: true })
  baseline(@Ctx() request: Request, @Root() { id }: Version): Promise<Baseline | null> {
    return baselineOf(request, this.dataSource).load(id);
  }
}
