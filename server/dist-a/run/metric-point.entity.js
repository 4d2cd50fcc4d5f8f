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
exports.MetricPoint = void 0;
const type_graphql_1 = require('type-graphql');
const typeorm_1 = require('typeorm');
const scalars_1 = require('../contract/scalars');
/** A point is its own identity: all its columns together are the key. */
let MetricPoint = class MetricPoint {};
exports.MetricPoint = MetricPoint;
__decorate(
  [(0, typeorm_1.PrimaryColumn)('uuid', { name: 'run_id' }), __metadata('design:type', String)],
  MetricPoint.prototype,
  'runId',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), (0, typeorm_1.PrimaryColumn)('text'), __metadata('design:type', String)],
  MetricPoint.prototype,
  'name',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.SafeIntScalar),
    (0, typeorm_1.PrimaryColumn)('bigint'),
    __metadata('design:type', Number),
  ],
  MetricPoint.prototype,
  'step',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => Date),
    (0, typeorm_1.PrimaryColumn)('text'),
    __metadata('design:type', String),
  ],
  MetricPoint.prototype,
  'at',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), (0, typeorm_1.PrimaryColumn)('float8'), __metadata('design:type', Number)],
  MetricPoint.prototype,
  'value',
  void 0,
);
exports.MetricPoint = MetricPoint = __decorate(
  [(0, typeorm_1.Entity)('metric_point'), (0, type_graphql_1.ObjectType)()],
  MetricPoint,
);
//# sourceMappingURL=metric-point.entity.js.map
