'use strict';
var __decorate =
  (this && this.__decorate) ||
  function (decorators, target, key, desc) {
    var c = arguments.length,
      r = c < 3 ? target : desc === null ? (desc = Object.getOwnPropertyDescriptor(target, key)) : desc,
      d;
    if (typeof Reflect === 'object' && typeof Reflect.decorate === 'function')
      r = Reflect.decorate(decorators, target, key, desc);
    else
      for (var i = decorators.length - 1; i >= 0; i--)
        if ((d = decorators[i])) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
  };
var __metadata =
  (this && this.__metadata) ||
  ((k, v) => {
    if (typeof Reflect === 'object' && typeof Reflect.metadata === 'function') return Reflect.metadata(k, v);
  });
var __param =
  (this && this.__param) ||
  ((paramIndex, decorator) => (target, key) => {
    decorator(target, key, paramIndex);
  });
Object.defineProperty(exports, '__esModule', { value: true });
exports.TokenResolver = exports.AccessResolver = void 0;
const type_graphql_1 = require('type-graphql');
const actor_1 = require('../contract/actor');
const connection_1 = require('../contract/connection');
const id_1 = require('../contract/id');
const payload_1 = require('../contract/payload');
const request_1 = require('../contract/request');
const page_1 = require('../database/page');
const where_1 = require('../database/where');
const access_input_1 = require('./access.input');
const project_entity_1 = require('./project.entity');
const token_entity_1 = require('./token.entity');
const ProjectConnection = (0, connection_1.connectionOf)('Project', () => project_entity_1.Project, {
  counted: true,
});
const TokenConnection = (0, connection_1.connectionOf)('Token', () => token_entity_1.Token, {
  counted: true,
});
let Viewer = class Viewer {};
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  Viewer.prototype,
  'subject',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => actor_1.Role), __metadata('design:type', String)],
  Viewer.prototype,
  'role',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => project_entity_1.Project),
    __metadata('design:type', project_entity_1.Project),
  ],
  Viewer.prototype,
  'project',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Date, { nullable: true }), __metadata('design:type', Object)],
  Viewer.prototype,
  'expiresAt',
  void 0,
);
Viewer = __decorate([(0, type_graphql_1.ObjectType)()], Viewer);
let CreateProjectPayload = class CreateProjectPayload extends payload_1.ReplayablePayload {};
__decorate(
  [
    (0, type_graphql_1.Field)(() => project_entity_1.Project, { nullable: true }),
    __metadata('design:type', Object),
  ],
  CreateProjectPayload.prototype,
  'project',
  void 0,
);
CreateProjectPayload = __decorate([(0, type_graphql_1.ObjectType)()], CreateProjectPayload);
let CreateTokenPayload = class CreateTokenPayload extends payload_1.ReplayablePayload {};
__decorate(
  [
    (0, type_graphql_1.Field)(() => token_entity_1.Token, { nullable: true }),
    __metadata('design:type', Object),
  ],
  CreateTokenPayload.prototype,
  'token',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  CreateTokenPayload.prototype,
  'secret',
  void 0,
);
CreateTokenPayload = __decorate([(0, type_graphql_1.ObjectType)()], CreateTokenPayload);
let RevokeTokenPayload = class RevokeTokenPayload extends payload_1.Payload {};
__decorate(
  [
    (0, type_graphql_1.Field)(() => token_entity_1.Token, { nullable: true }),
    __metadata('design:type', Object),
  ],
  RevokeTokenPayload.prototype,
  'token',
  void 0,
);
RevokeTokenPayload = __decorate([(0, type_graphql_1.ObjectType)()], RevokeTokenPayload);
let AccessResolver = class AccessResolver {
  constructor(dataSource, access) {
    this.dataSource = dataSource;
    this.access = access;
  }
  async viewer(request) {
    const { subject, role, expiresAt, projectId } = request.actor;
    const project = await this.dataSource
      .getRepository(project_entity_1.Project)
      .findOneByOrFail({ id: projectId });
    return { subject, role, expiresAt, project };
  }
  project(request, ref) {
    return this.access.findProject(request, ref);
  }
  projects(first, after) {
    const query = this.dataSource.getRepository(project_entity_1.Project).createQueryBuilder('project');
    return (0, page_1.readPage)(query, newestFirst('project'), { first, after, of: 'projects' });
  }
  token({ actor }, id) {
    return this.dataSource
      .getRepository(token_entity_1.Token)
      .findOneBy({ id: (0, id_1.idOrNone)(id), projectId: actor.projectId });
  }
  tokens({ actor }, filter, first, after) {
    const query = this.dataSource
      .getRepository(token_entity_1.Token)
      .createQueryBuilder('token')
      .where('token.project_id = :project', { project: actor.projectId });
    (0, where_1.whereText)(query, 'token.subject', filter?.subject);
    if (filter?.active != null) {
      const works =
        'token.revoked_at IS NULL AND (token.expires_at IS NULL OR token.expires_at > clock_timestamp())';
      query.andWhere(filter.active ? works : `NOT (${works})`);
    }
    return (0, page_1.readPage)(query, newestFirst('token'), {
      first,
      after,
      of: ['tokens', actor.projectId, filter],
    });
  }
  createProject(request, input) {
    return this.access.createProject(request, input).then(payload_1.succeeded);
  }
  createToken(request, input) {
    return this.access.createToken(request, input).then(payload_1.succeeded);
  }
  revokeToken(request, input) {
    return this.access.revokeToken(request, input).then((token) => (0, payload_1.succeeded)({ token }));
  }
};
exports.AccessResolver = AccessResolver;
__decorate(
  [
    (0, type_graphql_1.Query)(() => Viewer),
    __param(0, (0, type_graphql_1.Ctx)()),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request]),
    __metadata('design:returntype', Promise),
  ],
  AccessResolver.prototype,
  'viewer',
  null,
);
__decorate(
  [
    (0, type_graphql_1.Query)(() => project_entity_1.Project, { nullable: true }),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('ref', () => access_input_1.ProjectRef),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, access_input_1.ProjectRef]),
    __metadata('design:returntype', Promise),
  ],
  AccessResolver.prototype,
  'project',
  null,
);
__decorate(
  [
    (0, type_graphql_1.Query)(() => ProjectConnection),
    __param(
      0,
      (0, type_graphql_1.Arg)('first', () => type_graphql_1.Int, { defaultValue: 50 }),
    ),
    __param(
      1,
      (0, type_graphql_1.Arg)('after', () => String, { nullable: true }),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [Number, Object]),
    __metadata('design:returntype', Promise),
  ],
  AccessResolver.prototype,
  'projects',
  null,
);
__decorate(
  [
    (0, type_graphql_1.Query)(() => token_entity_1.Token, { nullable: true }),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('id', () => type_graphql_1.ID),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, String]),
    __metadata('design:returntype', Promise),
  ],
  AccessResolver.prototype,
  'token',
  null,
);
__decorate(
  [
    (0, type_graphql_1.Query)(() => TokenConnection),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('filter', () => access_input_1.TokenFilter, { nullable: true }),
    ),
    __param(
      2,
      (0, type_graphql_1.Arg)('first', () => type_graphql_1.Int, { defaultValue: 50 }),
    ),
    __param(
      3,
      (0, type_graphql_1.Arg)('after', () => String, { nullable: true }),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, Object, Number, Object]),
    __metadata('design:returntype', Promise),
  ],
  AccessResolver.prototype,
  'tokens',
  null,
);
__decorate(
  [
    (0, type_graphql_1.Mutation)(() => CreateProjectPayload),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('input', () => access_input_1.CreateProjectInput),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, access_input_1.CreateProjectInput]),
    __metadata('design:returntype', Promise),
  ],
  AccessResolver.prototype,
  'createProject',
  null,
);
__decorate(
  [
    (0, type_graphql_1.Mutation)(() => CreateTokenPayload),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('input', () => access_input_1.CreateTokenInput),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, access_input_1.CreateTokenInput]),
    __metadata('design:returntype', Promise),
  ],
  AccessResolver.prototype,
  'createToken',
  null,
);
__decorate(
  [
    (0, type_graphql_1.Mutation)(() => RevokeTokenPayload),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('input', () => access_input_1.RevokeTokenInput),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, access_input_1.RevokeTokenInput]),
    __metadata('design:returntype', Promise),
  ],
  AccessResolver.prototype,
  'revokeToken',
  null,
);
exports.AccessResolver = AccessResolver = __decorate(
  [(0, type_graphql_1.Resolver)(), __metadata('design:paramtypes', [Function, Function])],
  AccessResolver,
);
const newestFirst = (alias) => [
  { sql: `${alias}.created_at`, type: 'timestamptz', descending: true },
  { sql: `${alias}.id`, type: 'uuid', descending: true },
];
let TokenResolver = class TokenResolver {
  constructor(dataSource) {
    this.dataSource = dataSource;
  }
  project(token) {
    return this.dataSource.getRepository(project_entity_1.Project).findOneByOrFail({ id: token.projectId });
  }
};
exports.TokenResolver = TokenResolver;
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => project_entity_1.Project),
    __param(0, (0, type_graphql_1.Root)()),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [token_entity_1.Token]),
    __metadata('design:returntype', Promise),
  ],
  TokenResolver.prototype,
  'project',
  null,
);
exports.TokenResolver = TokenResolver = __decorate(
  [(0, type_graphql_1.Resolver)(() => token_entity_1.Token), __metadata('design:paramtypes', [Function])],
  TokenResolver,
);
//# sourceMappingURL=access.resolver.js.map
