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
import { Role } from '../contract/actor';
import { connectionOf, type Page } from '../contract/connection';
import { idOrNone } from '../contract/id';
import { Payload, ReplayablePayload, succeeded } from '../contract/payload';
import { Request } from '../contract/request';
import { listOrder, type Ordering } from '../database/list-order';
import { readPage } from '../database/page';
import { whereText } from '../database/where';
import {
  CreateProjectInput,
  CreateTokenInput,
  ProjectFilter,
  ProjectRef,
  RevokeTokenInput,
  TokenFilter,
} from './access.input';
import type { AccessService } from './access.service';
import { Project } from './project.entity';
import { Token } from './token.entity';

const ProjectConnection = connectionOf('Project', () => Project, { counted: true });
const PROJECT_ORDER = listOrder('Project', 'project', {
  CREATED_AT: ['created_at', 'timestamptz'],
  NAME: ['name', 'text'],
});
const TokenConnection = connectionOf('Token', () => Token, { counted: true });
const TOKEN_ORDER = listOrder('Token', 'token', {
  CREATED_AT: ['created_at', 'timestamptz'],
  SUBJECT: ['subject', 'text'],
});

@ObjectType()
class Viewer {
  @Field() subject!: string;
  @Field(() => Role) role!: Role;
  @Field(() => Project) project!: Project;
  @Field(() => Date, { nullable: true }) expiresAt!: string | null;
}

@ObjectType()
class CreateProjectPayload extends ReplayablePayload {
  @Field(() => Project, { nullable: true }) project!: Project | null;
}

@ObjectType()
class CreateTokenPayload extends ReplayablePayload {
  @Field(() => Token, { nullable: true }) token!: Token | null;
  @Field(() => String, { nullable: true }) secret!: string | null;
}

@ObjectType()
class RevokeTokenPayload extends Payload {
  @Field(() => Token, { nullable: true }) token!: Token | null;
}

@Resolver()
export class AccessResolver {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: AccessService,
  ) {}

  @Query(() => Viewer)
  async viewer(@Ctx() request: Request): Promise<Viewer> {
    const { subject, role, expiresAt, projectId } = request.actor;
    const project = await this.dataSource.getRepository(Project).findOneByOrFail({ id: projectId });
    return { subject, role, expiresAt, project };
  }

  @Query(() => Project, { nullable: true })
  project(@Ctx() request: Request, @Arg('ref', () => ProjectRef) ref: ProjectRef): Promise<Project | null> {
    return this.access.findProject(request, ref);
  }

  @Query(() => ProjectConnection)
  projects(
    @Arg('filter', () => ProjectFilter, { nullable: true }) filter: ProjectFilter | null,
    @Arg('order', () => PROJECT_ORDER.input, { nullable: true }) order: Ordering | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<Project>> {
    const query = this.dataSource.getRepository(Project).createQueryBuilder('project');
    whereText(query, 'project.name', filter?.name);
    return readPage(query, PROJECT_ORDER.columns(order), { first, after, of: ['projects', filter, order] });
  }

  @Query(() => Token, { nullable: true })
  token(@Ctx() { actor }: Request, @Arg('id', () => ID) id: string): Promise<Token | null> {
    return this.dataSource.getRepository(Token).findOneBy({ id: idOrNone(id), projectId: actor.projectId });
  }

  @Query(() => TokenConnection)
  tokens(
    @Ctx() { actor }: Request,
    @Arg('filter', () => TokenFilter, { nullable: true }) filter: TokenFilter | null,
    @Arg('order', () => TOKEN_ORDER.input, { nullable: true }) order: Ordering | null,
    @Arg('first', () => Int, { defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<Token>> {
    const query = this.dataSource
      .getRepository(Token)
      .createQueryBuilder('token')
      .where('token.project_id = :project', { project: actor.projectId });
    whereText(query, 'token.subject', filter?.subject);
    if (filter?.active != null) {
      const works =
        'token.revoked_at IS NULL AND (token.expires_at IS NULL OR token.expires_at > clock_timestamp())';
      query.andWhere(filter.active ? works : `NOT (${works})`);
    }
    return readPage(query, TOKEN_ORDER.columns(order), {
      first,
      after,
      of: ['tokens', actor.projectId, filter, order],
    });
  }

  @Mutation(() => CreateProjectPayload)
  createProject(
    @Ctx() request: Request,
    @Arg('input', () => CreateProjectInput) input: CreateProjectInput,
  ): Promise<CreateProjectPayload> {
    return this.access.createProject(request, input).then(succeeded);
  }

  @Mutation(() => CreateTokenPayload)
  createToken(
    @Ctx() request: Request,
    @Arg('input', () => CreateTokenInput) input: CreateTokenInput,
  ): Promise<CreateTokenPayload> {
    return this.access.createToken(request, input).then(succeeded);
  }

  @Mutation(() => RevokeTokenPayload)
  revokeToken(
    @Ctx() request: Request,
    @Arg('input', () => RevokeTokenInput) input: RevokeTokenInput,
  ): Promise<RevokeTokenPayload> {
    return this.access.revokeToken(request, input).then((token) => succeeded({ token }));
  }
}

@Resolver(() => Token)
export class TokenResolver {
  constructor(private readonly dataSource: DataSource) {}

  @FieldResolver(() => Project)
  project(@Root() token: Token): Promise<Project> {
    return this.dataSource.getRepository(Project).findOneByOrFail({ id: token.projectId });
  }
}
