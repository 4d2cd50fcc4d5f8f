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
exports.TrainingRun = exports.RunDataset = exports.TrainingRunStatus = void 0;
const type_graphql_1 = require('type-graphql');
const typeorm_1 = require('typeorm');
const scalars_1 = require('../contract/scalars');
const tag_1 = require('../contract/tag');
const columns_1 = require('../database/columns');
/** See the SDL for what each means. */
var TrainingRunStatus;
((TrainingRunStatus) => {
  TrainingRunStatus['RUNNING'] = 'RUNNING';
  TrainingRunStatus['SUCCEEDED'] = 'SUCCEEDED';
  TrainingRunStatus['FAILED'] = 'FAILED';
  TrainingRunStatus['KILLED'] = 'KILLED';
})(TrainingRunStatus || (exports.TrainingRunStatus = TrainingRunStatus = {}));
(0, type_graphql_1.registerEnumType)(TrainingRunStatus, { name: 'TrainingRunStatus' });
let RunDataset = class RunDataset {};
exports.RunDataset = RunDataset;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  RunDataset.prototype,
  'name',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  RunDataset.prototype,
  'version',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  RunDataset.prototype,
  'digest',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.SafeIntScalar, { nullable: true }),
    __metadata('design:type', Object),
  ],
  RunDataset.prototype,
  'rows',
  void 0,
);
exports.RunDataset = RunDataset = __decorate([(0, type_graphql_1.ObjectType)()], RunDataset);
let TrainingRun = class TrainingRun {};
exports.TrainingRun = TrainingRun;
__decorate(
  [
    (0, type_graphql_1.Field)(() => type_graphql_1.ID),
    (0, typeorm_1.PrimaryColumn)('uuid'),
    __metadata('design:type', String),
  ],
  TrainingRun.prototype,
  'id',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('uuid', { name: 'project_id' }), __metadata('design:type', String)],
  TrainingRun.prototype,
  'projectId',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), (0, typeorm_1.Column)('text'), __metadata('design:type', String)],
  TrainingRun.prototype,
  'name',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => String, { nullable: true }),
    (0, typeorm_1.Column)('text', { name: 'external_id', nullable: true }),
    __metadata('design:type', Object),
  ],
  TrainingRun.prototype,
  'externalId',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => String, { nullable: true }),
    (0, typeorm_1.Column)('text', { nullable: true }),
    __metadata('design:type', Object),
  ],
  TrainingRun.prototype,
  'experiment',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('uuid', { name: 'model_id', nullable: true }), __metadata('design:type', Object)],
  TrainingRun.prototype,
  'modelId',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => TrainingRunStatus),
    (0, typeorm_1.Column)('text'),
    __metadata('design:type', String),
  ],
  TrainingRun.prototype,
  'status',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.JSONObjectScalar),
    (0, typeorm_1.Column)('jsonb'),
    __metadata('design:type', Object),
  ],
  TrainingRun.prototype,
  'params',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => RunDataset, { nullable: true }),
    (0, typeorm_1.Column)('jsonb', { nullable: true }),
    __metadata('design:type', Object),
  ],
  TrainingRun.prototype,
  'dataset',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.SafeIntScalar, { nullable: true }),
    (0, typeorm_1.Column)('bigint', { name: 'training_samples', nullable: true }),
    __metadata('design:type', Object),
  ],
  TrainingRun.prototype,
  'trainingSamples',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.SafeIntScalar, { nullable: true }),
    (0, typeorm_1.Column)('bigint', { name: 'validation_samples', nullable: true }),
    __metadata('design:type', Object),
  ],
  TrainingRun.prototype,
  'validationSamples',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.JSONObjectScalar),
    (0, typeorm_1.Column)('jsonb'),
    __metadata('design:type', Object),
  ],
  TrainingRun.prototype,
  'environment',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => String, { nullable: true }),
    (0, typeorm_1.Column)('text', { name: 'git_commit', nullable: true }),
    __metadata('design:type', Object),
  ],
  TrainingRun.prototype,
  'gitCommit',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => [tag_1.Tag]),
    (0, typeorm_1.Column)('jsonb'),
    __metadata('design:type', Array),
  ],
  TrainingRun.prototype,
  'tags',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => String, { nullable: true }),
    (0, typeorm_1.Column)('text', { nullable: true }),
    __metadata('design:type', Object),
  ],
  TrainingRun.prototype,
  'error',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(),
    (0, typeorm_1.Column)('text', { name: 'started_by' }),
    __metadata('design:type', String),
  ],
  TrainingRun.prototype,
  'startedBy',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => Date),
    (0, columns_1.InstantColumn)({ name: 'started_at' }),
    __metadata('design:type', String),
  ],
  TrainingRun.prototype,
  'startedAt',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => Date, { nullable: true }),
    (0, columns_1.InstantColumn)({ name: 'finished_at', nullable: true }),
    __metadata('design:type', Object),
  ],
  TrainingRun.prototype,
  'finishedAt',
  void 0,
);
exports.TrainingRun = TrainingRun = __decorate(
  [(0, typeorm_1.Entity)('training_run'), (0, type_graphql_1.ObjectType)()],
  TrainingRun,
);
//# sourceMappingURL=run.entity.js.map
