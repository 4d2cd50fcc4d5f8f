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
exports.VersionBaselineResolver = void 0;
const type_graphql_1 = require('type-graphql');
const baseline_entity_1 = require('../baseline/baseline.entity');
const baseline_loader_1 = require('../baseline/baseline.loader');
const request_1 = require('../contract/request');
const version_entity_1 = require('./version.entity');
let VersionBaselineResolver = class VersionBaselineResolver {
  constructor(dataSource) {
    this.dataSource = dataSource;
  }
  baseline(request, { id }) {
    return (0, baseline_loader_1.baselineOf)(request, this.dataSource).load(id);
  }
};
exports.VersionBaselineResolver = VersionBaselineResolver;
__decorate(
  [
    (0, type_graphql_1.FieldResolver)(() => baseline_entity_1.Baseline, { nullable: true }),
    __param(0, (0, type_graphql_1.Ctx)()),
    __param(1, (0, type_graphql_1.Root)()),
    __metadata('design:type', Function),
    __metadata('design:paramtypes', [request_1.Request, version_entity_1.Version]),
    __metadata('design:returntype', Promise),
  ],
  VersionBaselineResolver.prototype,
  'baseline',
  null,
);
exports.VersionBaselineResolver = VersionBaselineResolver = __decorate(
  [(0, type_graphql_1.Resolver)(() => version_entity_1.Version), __metadata('design:paramtypes', [Function])],
  VersionBaselineResolver,
);
//# sourceMappingURL=version-baseline.resolver.js.map
