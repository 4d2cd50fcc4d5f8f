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
exports.shownQuality =
  exports.shownFeature =
  exports.BaselineFeature =
  exports.Baseline =
  exports.BaselineSource =
  exports.BaselineState =
    void 0;
const type_graphql_1 = require('type-graphql');
const typeorm_1 = require('typeorm');
const metric_1 = require('../contract/metric');
const scalars_1 = require('../contract/scalars');
const columns_1 = require('../database/columns');
const signature_1 = require('../signature/signature');
const quality_sums_1 = require('./quality-sums');
/** See the SDL for what each means. */
var BaselineState;
((BaselineState) => {
  BaselineState['PENDING'] = 'PENDING';
  BaselineState['READY'] = 'READY';
  BaselineState['FAILED'] = 'FAILED';
})(BaselineState || (exports.BaselineState = BaselineState = {}));
(0, type_graphql_1.registerEnumType)(BaselineState, { name: 'BaselineState' });
/** See the SDL for what each means. */
var BaselineSource;
((BaselineSource) => {
  BaselineSource['ROWS'] = 'ROWS';
  BaselineSource['FIRST_PREDICTIONS'] = 'FIRST_PREDICTIONS';
})(BaselineSource || (exports.BaselineSource = BaselineSource = {}));
(0, type_graphql_1.registerEnumType)(BaselineSource, { name: 'BaselineSource' });
let Baseline = class Baseline {
  get isFrozen() {
    return this.state === BaselineState.READY;
  }
};
exports.Baseline = Baseline;
__decorate(
  [
    (0, type_graphql_1.Field)(() => type_graphql_1.ID),
    (0, typeorm_1.PrimaryColumn)('uuid'),
    __metadata('design:type', String),
  ],
  Baseline.prototype,
  'id',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('uuid', { name: 'project_id' }), __metadata('design:type', String)],
  Baseline.prototype,
  'projectId',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('uuid', { name: 'version_id' }), __metadata('design:type', String)],
  Baseline.prototype,
  'versionId',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => BaselineState),
    (0, typeorm_1.Column)('text'),
    __metadata('design:type', String),
  ],
  Baseline.prototype,
  'state',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => type_graphql_1.Int),
    (0, typeorm_1.Column)('integer'),
    __metadata('design:type', Number),
  ],
  Baseline.prototype,
  'revision',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => BaselineSource),
    (0, typeorm_1.Column)('text'),
    __metadata('design:type', String),
  ],
  Baseline.prototype,
  'source',
  void 0,
);
__decorate(
  [
    (0, typeorm_1.Column)('text', { name: 'artifact_path', nullable: true }),
    __metadata('design:type', Object),
  ],
  Baseline.prototype,
  'artifactPath',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.SafeIntScalar),
    (0, typeorm_1.Column)('bigint'),
    __metadata('design:type', Number),
  ],
  Baseline.prototype,
  'rows',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.SafeIntScalar),
    (0, typeorm_1.Column)('bigint', { name: 'labelled_rows' }),
    __metadata('design:type', Number),
  ],
  Baseline.prototype,
  'labelledRows',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('json'), __metadata('design:type', Array)],
  Baseline.prototype,
  'features',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('json', { nullable: true }), __metadata('design:type', Object)],
  Baseline.prototype,
  'output',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('json', { name: 'quality' }), __metadata('design:type', Object)],
  Baseline.prototype,
  'qualitySums',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => String, { nullable: true }),
    (0, typeorm_1.Column)('text', { nullable: true }),
    __metadata('design:type', Object),
  ],
  Baseline.prototype,
  'error',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => Date, { nullable: true }),
    (0, columns_1.InstantColumn)({ name: 'computed_at', nullable: true }),
    __metadata('design:type', Object),
  ],
  Baseline.prototype,
  'computedAt',
  void 0,
);
exports.Baseline = Baseline = __decorate(
  [(0, typeorm_1.Entity)('baseline'), (0, type_graphql_1.ObjectType)()],
  Baseline,
);
/** A feature, or the output, as clients see it. */
let BaselineFeature = class BaselineFeature {};
exports.BaselineFeature = BaselineFeature;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  BaselineFeature.prototype,
  'name',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => signature_1.FeatureKind), __metadata('design:type', String)],
  BaselineFeature.prototype,
  'kind',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => scalars_1.SafeIntScalar), __metadata('design:type', Number)],
  BaselineFeature.prototype,
  'count',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => scalars_1.SafeIntScalar), __metadata('design:type', Number)],
  BaselineFeature.prototype,
  'missing',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => scalars_1.SafeIntScalar), __metadata('design:type', Number)],
  BaselineFeature.prototype,
  'nonFinite',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Number, { nullable: true }), __metadata('design:type', Object)],
  BaselineFeature.prototype,
  'mean',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Number, { nullable: true }), __metadata('design:type', Object)],
  BaselineFeature.prototype,
  'standardDeviation',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Number, { nullable: true }), __metadata('design:type', Object)],
  BaselineFeature.prototype,
  'min',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Number, { nullable: true }), __metadata('design:type', Object)],
  BaselineFeature.prototype,
  'max',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [Number]), __metadata('design:type', Array)],
  BaselineFeature.prototype,
  'edges',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [String]), __metadata('design:type', Array)],
  BaselineFeature.prototype,
  'categories',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [scalars_1.SafeIntScalar]), __metadata('design:type', Array)],
  BaselineFeature.prototype,
  'counts',
  void 0,
);
exports.BaselineFeature = BaselineFeature = __decorate([(0, type_graphql_1.ObjectType)()], BaselineFeature);
const shownFeature = (feature) => ({
  ...feature,
  count: feature.counts.reduce((sum, one) => sum + one, feature.nonFinite),
  edges: feature.binning.kind === 'NUMBER' ? feature.binning.edges : [],
  categories: feature.binning.kind === 'CATEGORY' ? feature.binning.categories : [],
});
exports.shownFeature = shownFeature;
/** The quality metrics that have a value. */
const shownQuality = (sums) =>
  Object.entries(sums ? (0, quality_sums_1.qualityMeasures)(sums) : {}).flatMap(([name, { value }]) =>
    value === null ? [] : [{ name, value, direction: (0, metric_1.directionOf)(name) }],
  );
exports.shownQuality = shownQuality;
//# sourceMappingURL=baseline.entity.js.map
