import type DataLoader from 'dataloader';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { Request } from '../contract/request';
import { JSONObjectScalar } from '../contract/scalars';
import { lateColumns } from '../database/late-columns';
import { Signature } from '../signature/signature';
import { FeatureImportance } from './feature-importance';
import { Version } from './version.entity';

type Content = Pick<Version, 'hyperparameters' | 'signature' | 'featureImportance' | 'metadata'>;

/** What a version says of itself at length. */
export const contentOf = (request: Request, dataSource: DataSource): DataLoader<string, Content> =>
  lateColumns(request, dataSource, Version, [
    'hyperparameters',
    'signature',
    'featureImportance',
    'metadata',
  ]);

@Resolver(() => Version)
export class VersionContentResolver {
  constructor(private readonly dataSource: DataSource) {}

  @FieldResolver(() => JSONObjectScalar)
  async hyperparameters(
    @Ctx() request: Request,
    @Root() { id }: Version,
  ): Promise<Content['hyperparameters']> {
    return (await contentOf(request, this.dataSource).load(id)).hyperparameters;
  }

  @FieldResolver(() => Signature, { nullable: true })
  async signature(@Ctx() request: Request, @Root() { id }: Version): Promise<Signature | null> {
    return (await contentOf(request, this.dataSource).load(id)).signature;
  }

  @FieldResolver(() => [FeatureImportance])
  async featureImportance(@Ctx() request: Request, @Root() { id }: Version): Promise<FeatureImportance[]> {
    return (await contentOf(request, this.dataSource).load(id)).featureImportance;
  }

  @FieldResolver(() => JSONObjectScalar)
  async metadata(@Ctx() request: Request, @Root() { id }: Version): Promise<Content['metadata']> {
    return (await contentOf(request, this.dataSource).load(id)).metadata;
  }
}
