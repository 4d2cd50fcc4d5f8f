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
exports.JobResolver = void 0;
const type_graphql_1 = require('type-graphql');
const connection_1 = require('../contract/connection');
const id_1 = require('../contract/id');
const request_1 = require('../contract/request');
const page_1 = require('../database/page');
const where_1 = require('../database/where');
const job_entity_1 = require('./job.entity');
let JobFilter = class JobFilter {};
__decorate(
  [
    (0, type_graphql_1.Field)(() => [job_entity_1.JobKind], { nullable: true }),
    __metadata('design:type', Object),
  ],
  JobFilter.prototype,
  'kind',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => [job_entity_1.JobState], { nullable: true }),
    __metadata('design:type', Object),
  ],
  JobFilter.prototype,
  'state',
  void 0,
);
JobFilter = __decorate([(0, type_graphql_1.InputType)()], JobFilter);
const JobConnection = (0, connection_1.connectionOf)('Job', () => job_entity_1.Job, { counted: false });
let JobResolver = class JobResolver {
  constructor(dataSource) {
    this.dataSource = dataSource;
  }
  job(request, id) {
    return this.visible(request)
      .andWhere('job.id = :id', { id: (0, id_1.idOrNone)(id) })
      .getOne();
  }
  jobs(request, filter, first, after) {
    const query = this.visible(request);
    (0, where_1.whereOneOf)(query, 'job.kind', filter?.kind);
    (0, where_1.whereOneOf)(query, 'job.state', filter?.state);
    const order = [
      { sql: 'job.created_at', type: 'timestamptz', descending: true },
      { sql: 'job.id', type: 'uuid', descending: true },
    ];
    return (0, page_1.readPage)(query, order, {
      first,
      after,
      of: ['jobs', request.actor.projectId, filter],
    });
  }
  nextRunAt({ repeatEvery, state, dueAt }) {
    return repeatEvery !== null && state !== job_entity_1.JobState.RUNNING ? dueAt : null;
  }
  /** The jobs of the project and of the server, of the kinds that this server knows: a newer one may have left others. */
  visible({ actor }) {
    return this.dataSource
      .getRepository(job_entity_1.Job)
      .createQueryBuilder('job')
      .where('(job.project_id = :project OR job.project_id IS NULL)', { project: actor.projectId })
      .andWhere('job.kind = ANY(:kinds)', { kinds: Object.values(job_entity_1.JobKind) });
  }
};
exports.JobResolver = JobResolver;
__decorate(
  [
    (0, type_graphql_1.Query)(() => job_entity_1.Job, { nullable: true }),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('id', () => type_graphql_1.ID),
    ),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, String]),
    __metadata('design:returntype', Promise),
  ],
  JobResolver.prototype,
  'job',
  null,
);
__decorate(
  [
    (0, type_graphql_1.Query)(() => JobConnection),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(
      1,
      (0, type_graphql_1.Arg)('filter', () => JobFilter, { nullable: true }),
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
  JobResolver.prototype,
  'jobs',
  null,
);
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => Date, { nullable: true }),
    __param(0, (0, type_graphql_1.Root)()),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [job_entity_1.Job]),
    __metadata('design:returntype', Object),
  ],
  JobResolver.prototype,
  'nextRunAt',
  null,
);
exports.JobResolver = JobResolver = __decorate(
  [(0, type_graphql_1.Resolver)(() => job_entity_1.Job), __metadata('design:paramtypes', [Function])],
  JobResolver,
);
//# sourceMappingURL=job.resolver.js.map
