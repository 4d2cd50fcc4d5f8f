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
exports.Model = exports.ModelTask = void 0;
const type_graphql_1 = require('type-graphql');
const typeorm_1 = require('typeorm');
const scalars_1 = require('../contract/scalars');
const tag_1 = require('../contract/tag');
const columns_1 = require('../database/columns');
/** See the SDL for what each means. */
var ModelTask;
((ModelTask) => {
  ModelTask['BINARY_CLASSIFICATION'] = 'BINARY_CLASSIFICATION';
  ModelTask['MULTICLASS_CLASSIFICATION'] = 'MULTICLASS_CLASSIFICATION';
  ModelTask['REGRESSION'] = 'REGRESSION';
  ModelTask['RANKING'] = 'RANKING';
  ModelTask['SEGMENTATION'] = 'SEGMENTATION';
  ModelTask['ANOMALY_DETECTION'] = 'ANOMALY_DETECTION';
})(ModelTask || (exports.ModelTask = ModelTask = {}));
(0, type_graphql_1.registerEnumType)(ModelTask, { name: 'ModelTask' });
let Model = class Model {};
exports.Model = Model;
__decorate(
  [
    (0, type_graphql_1.Field)(() => type_graphql_1.ID),
    (0, typeorm_1.PrimaryColumn)('uuid'),
    __metadata('design:type', String),
  ],
  Model.prototype,
  'id',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('uuid', { name: 'project_id' }), __metadata('design:type', String)],
  Model.prototype,
  'projectId',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), (0, typeorm_1.Column)('text'), __metadata('design:type', String)],
  Model.prototype,
  'name',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), (0, typeorm_1.Column)('text'), __metadata('design:type', String)],
  Model.prototype,
  'description',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => ModelTask),
    (0, typeorm_1.Column)('text'),
    __metadata('design:type', String),
  ],
  Model.prototype,
  'task',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => String, { nullable: true }),
    (0, typeorm_1.Column)('text', { nullable: true }),
    __metadata('design:type', Object),
  ],
  Model.prototype,
  'owner',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => String, { nullable: true }),
    (0, typeorm_1.Column)('text', { nullable: true }),
    __metadata('design:type', Object),
  ],
  Model.prototype,
  'domain',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => [tag_1.Tag]),
    (0, typeorm_1.Column)('jsonb'),
    __metadata('design:type', Array),
  ],
  Model.prototype,
  'tags',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.JSONObjectScalar),
    (0, typeorm_1.Column)('jsonb'),
    __metadata('design:type', Object),
  ],
  Model.prototype,
  'metadata',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => Date),
    (0, columns_1.InstantColumn)({ name: 'registered_at', insert: false }),
    __metadata('design:type', String),
  ],
  Model.prototype,
  'registeredAt',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(),
    (0, typeorm_1.Column)('text', { name: 'registered_by' }),
    __metadata('design:type', String),
  ],
  Model.prototype,
  'registeredBy',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => Date, { nullable: true }),
    (0, columns_1.InstantColumn)({ name: 'archived_at', nullable: true }),
    __metadata('design:type', Object),
  ],
  Model.prototype,
  'archivedAt',
  void 0,
);
exports.Model = Model = __decorate([(0, typeorm_1.Entity)('model'), (0, type_graphql_1.ObjectType)()], Model);
//# sourceMappingURL=model.entity.js.map
