import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { Artifact } from '../artifact/artifact.entity';
import { Baseline } from '../baseline/baseline.entity';
import { baselineOf } from '../baseline/baseline.loader';
import { Request } from '../contract/request';
import { loadById } from '../database/load-by-id';
import { Version } from './version.entity';

// What belongs to a version but stands in lower rooms: the way there, and the ways back.

@Resolver(() => Version)
export class VersionBaselineResolver {
  constructor(private readonly dataSource: DataSource) {}

  @FieldResolver(() => Baseline, { nullable: true })
  baseline(@Ctx() request: Request, @Root() { id }: Version): Promise<Baseline | null> {
    return baselineOf(request, this.dataSource).load(id);
  }
}

@Resolver(() => Baseline)
export class BaselineVersionResolver {
  constructor(private readonly dataSource: DataSource) {}

  @FieldResolver(() => Version)
  version(@Ctx() request: Request, @Root() { versionId }: Baseline): Promise<Version | null> {
    return loadById(request, this.dataSource, Version).load(versionId);
  }
}

@Resolver(() => Artifact)
export class ArtifactVersionResolver {
  constructor(private readonly dataSource: DataSource) {}

  @FieldResolver(() => Version)
  version(@Ctx() request: Request, @Root() { ownerId }: Artifact): Promise<Version | null> {
    return loadById(request, this.dataSource, Version).load(ownerId);
  }
}
