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
exports.BaselineResolver = void 0;
const type_graphql_1 = require('type-graphql');
const metric_1 = require('../contract/metric');
const baseline_entity_1 = require('./baseline.entity');
let BaselineResolver = class BaselineResolver {
  features({ features }) {
    return features.map(baseline_entity_1.shownFeature);
  }
  output({ output }) {
    return output && (0, baseline_entity_1.shownFeature)(output);
  }
  quality({ qualitySums }) {
    return (0, baseline_entity_1.shownQuality)(qualitySums);
  }
};
exports.BaselineResolver = BaselineResolver;
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => [baseline_entity_1.BaselineFeature]),
    __param(0, (0, type_graphql_1.Root)()),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [baseline_entity_1.Baseline]),
    __metadata('design:returntype', Array),
  ],
  BaselineResolver.prototype,
  'features',
  null,
);
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => baseline_entity_1.BaselineFeature, { nullable: true }),
    __param(0, (0, type_graphql_1.Root)()),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [baseline_entity_1.Baseline]),
    __metadata('design:returntype', Object),
  ],
  BaselineResolver.prototype,
  'output',
  null,
);
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => [metric_1.Metric]),
    __param(0, (0, type_graphql_1.Root)()),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [baseline_entity_1.Baseline]),
    __metadata('design:returntype', Array),
  ],
  BaselineResolver.prototype,
  'quality',
  null,
);
exports.BaselineResolver = BaselineResolver = __decorate(
  [(0, type_graphql_1.Resolver)(() => baseline_entity_1.Baseline)],
  BaselineResolver,
);
//# sourceMappingURL=baseline.resolver.js.map
