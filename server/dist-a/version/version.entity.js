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
exports.Version = void 0;
const type_graphql_1 = require('type-graphql');
const typeorm_1 = require('typeorm');
const metric_1 = require('../contract/metric');
const scalars_1 = require('../contract/scalars');
const tag_1 = require('../contract/tag');
const columns_1 = require('../database/columns');
const signature_1 = require('../signature/signature');
const feature_importance_1 = require('./feature-importance');
const stage_1 = require('./stage');
let Version = class Version {};
exports.Version = Version;
__decorate(
  [
    (0, type_graphql_1.Field)(() => type_graphql_1.ID),
    (0, typeorm_1.PrimaryColumn)('uuid'),
    __metadata('design:type', String),
  ],
  Version.prototype,
  'id',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('uuid', { name: 'project_id' }), __metadata('design:type', String)],
  Version.prototype,
  'projectId',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('uuid', { name: 'model_id' }), __metadata('design:type', String)],
  Version.prototype,
  'modelId',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => type_graphql_1.Int),
    (0, typeorm_1.Column)('integer'),
    __metadata('design:type', Number),
  ],
  Version.prototype,
  'number',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => stage_1.Stage),
    (0, typeorm_1.Column)('text'),
    __metadata('design:type', String),
  ],
  Version.prototype,
  'stage',
  void 0,
);
__decorate(
  [(0, columns_1.InstantColumn)({ name: 'stage_entered_at' }), __metadata('design:type', String)],
  Version.prototype,
  'stageEnteredAt',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => Date, { nullable: true }),
    (0, columns_1.InstantColumn)({ name: 'deployed_at', nullable: true }),
    __metadata('design:type', Object),
  ],
  Version.prototype,
  'deployedAt',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), (0, typeorm_1.Column)('text'), __metadata('design:type', String)],
  Version.prototype,
  'description',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => String, { nullable: true }),
    (0, typeorm_1.Column)('text', { nullable: true }),
    __metadata('design:type', Object),
  ],
  Version.prototype,
  'algorithm',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => String, { nullable: true }),
    (0, typeorm_1.Column)('text', { nullable: true }),
    __metadata('design:type', Object),
  ],
  Version.prototype,
  'framework',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(),
    (0, typeorm_1.Column)('text', { name: 'manifest_digest' }),
    __metadata('design:type', String),
  ],
  Version.prototype,
  'manifestDigest',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.JSONObjectScalar),
    (0, typeorm_1.Column)('jsonb'),
    __metadata('design:type', Object),
  ],
  Version.prototype,
  'hyperparameters',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => [metric_1.Metric]),
    (0, typeorm_1.Column)('jsonb', { transformer: metric_1.metricsColumn }),
    __metadata('design:type', Array),
  ],
  Version.prototype,
  'metrics',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => signature_1.Signature, { nullable: true }),
    (0, typeorm_1.Column)('jsonb', { nullable: true }),
    __metadata('design:type', Object),
  ],
  Version.prototype,
  'signature',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => [feature_importance_1.FeatureImportance]),
    (0, typeorm_1.Column)('jsonb', {
      name: 'feature_importance',
      transformer: feature_importance_1.importanceColumn,
    }),
    __metadata('design:type', Array),
  ],
  Version.prototype,
  'featureImportance',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => [tag_1.Tag]),
    (0, typeorm_1.Column)('jsonb'),
    __metadata('design:type', Array),
  ],
  Version.prototype,
  'tags',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.JSONObjectScalar),
    (0, typeorm_1.Column)('jsonb'),
    __metadata('design:type', Object),
  ],
  Version.prototype,
  'metadata',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => Date, { nullable: true }),
    (0, columns_1.InstantColumn)({ name: 'created_at', nullable: true }),
    __metadata('design:type', Object),
  ],
  Version.prototype,
  'createdAt',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => Date),
    (0, columns_1.InstantColumn)({ name: 'registered_at', insert: false }),
    __metadata('design:type', String),
  ],
  Version.prototype,
  'registeredAt',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(),
    (0, typeorm_1.Column)('text', { name: 'registered_by' }),
    __metadata('design:type', String),
  ],
  Version.prototype,
  'registeredBy',
  void 0,
);
exports.Version = Version = __decorate(
  [(0, typeorm_1.Entity)('version'), (0, type_graphql_1.ObjectType)()],
  Version,
);
//# sourceMappingURL=version.entity.js.map
