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
Object.defineProperty(exports, '__esModule', { value: true });
exports.Job = exports.JobState = exports.JobKind = void 0;
const type_graphql_1 = require('type-graphql');
const typeorm_1 = require('typeorm');
const scalars_1 = require('../contract/scalars');
const columns_1 = require('../database/columns');
/** What jobs do; see the SDL. The work itself is handed in by the rooms that do it, see `app.ts`. */
var JobKind;
((JobKind) => {
  JobKind['COMPUTE_BASELINE'] = 'COMPUTE_BASELINE';
  JobKind['FOLD_SUMMARIES'] = 'FOLD_SUMMARIES';
  JobKind['FORGET_EXPIRED'] = 'FORGET_EXPIRED';
  JobKind['PREDICTION_PARTITIONS'] = 'PREDICTION_PARTITIONS';
})(JobKind || (exports.JobKind = JobKind = {}));
(0, type_graphql_1.registerEnumType)(JobKind, { name: 'JobKind' });
var JobState;
((JobState) => {
  JobState['QUEUED'] = 'QUEUED';
  JobState['RUNNING'] = 'RUNNING';
  JobState['SUCCEEDED'] = 'SUCCEEDED';
  JobState['FAILED'] = 'FAILED';
})(JobState || (exports.JobState = JobState = {}));
(0, type_graphql_1.registerEnumType)(JobState, { name: 'JobState' });
let Job = class Job {};
exports.Job = Job;
__decorate(
  [
    (0, type_graphql_1.Field)(() => type_graphql_1.ID),
    (0, typeorm_1.PrimaryColumn)('uuid'),
    __metadata('design:type', String),
  ],
  Job.prototype,
  'id',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('uuid', { name: 'project_id', nullable: true }), __metadata('design:type', Object)],
  Job.prototype,
  'projectId',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => JobKind),
    (0, typeorm_1.Column)('text'),
    __metadata('design:type', String),
  ],
  Job.prototype,
  'kind',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => JobState),
    (0, typeorm_1.Column)('text'),
    __metadata('design:type', String),
  ],
  Job.prototype,
  'state',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => Number, { nullable: true }),
    (0, typeorm_1.Column)('float8', { nullable: true }),
    __metadata('design:type', Object),
  ],
  Job.prototype,
  'progress',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => type_graphql_1.Int),
    (0, typeorm_1.Column)('integer'),
    __metadata('design:type', Number),
  ],
  Job.prototype,
  'attempts',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => String, { nullable: true }),
    (0, typeorm_1.Column)('text', { nullable: true }),
    __metadata('design:type', Object),
  ],
  Job.prototype,
  'error',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.JSONObjectScalar, { nullable: true }),
    (0, typeorm_1.Column)('jsonb', { nullable: true }),
    __metadata('design:type', Object),
  ],
  Job.prototype,
  'result',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => Date),
    (0, columns_1.InstantColumn)({ name: 'created_at' }),
    __metadata('design:type', String),
  ],
  Job.prototype,
  'createdAt',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => Date, { nullable: true }),
    (0, columns_1.InstantColumn)({ name: 'started_at', nullable: true }),
    __metadata('design:type', Object),
  ],
  Job.prototype,
  'startedAt',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => Date, { nullable: true }),
    (0, columns_1.InstantColumn)({ name: 'finished_at', nullable: true }),
    __metadata('design:type', Object),
  ],
  Job.prototype,
  'finishedAt',
  void 0,
);
__decorate(
  [(0, columns_1.InstantColumn)({ name: 'due_at', nullable: true }), __metadata('design:type', Object)],
  Job.prototype,
  'dueAt',
  void 0,
);
__decorate(
  [
    (0, typeorm_1.Column)('interval', { name: 'repeat_every', nullable: true }),
    __metadata('design:type', Object),
  ],
  Job.prototype,
  'repeatEvery',
  void 0,
);
exports.Job = Job = __decorate([(0, typeorm_1.Entity)('job'), (0, type_graphql_1.ObjectType)()], Job);
//# sourceMappingURL=job.entity.js.map
