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
exports.StageTransition = void 0;
const type_graphql_1 = require('type-graphql');
const typeorm_1 = require('typeorm');
const columns_1 = require('../database/columns');
const stage_1 = require('./stage');
let StageTransition = class StageTransition {};
exports.StageTransition = StageTransition;
__decorate(
  [
    (0, type_graphql_1.Field)(() => type_graphql_1.ID),
    (0, typeorm_1.PrimaryColumn)('uuid'),
    __metadata('design:type', String),
  ],
  StageTransition.prototype,
  'id',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('uuid', { name: 'project_id' }), __metadata('design:type', String)],
  StageTransition.prototype,
  'projectId',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('uuid', { name: 'model_id' }), __metadata('design:type', String)],
  StageTransition.prototype,
  'modelId',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('uuid', { name: 'version_id' }), __metadata('design:type', String)],
  StageTransition.prototype,
  'versionId',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => stage_1.Stage, { nullable: true }),
    (0, typeorm_1.Column)('text', { name: 'from_stage', nullable: true }),
    __metadata('design:type', Object),
  ],
  StageTransition.prototype,
  'from',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => stage_1.Stage),
    (0, typeorm_1.Column)('text', { name: 'to_stage' }),
    __metadata('design:type', String),
  ],
  StageTransition.prototype,
  'to',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => stage_1.StageTransitionKind),
    (0, typeorm_1.Column)('text'),
    __metadata('design:type', String),
  ],
  StageTransition.prototype,
  'kind',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Date), (0, columns_1.InstantColumn)(), __metadata('design:type', String)],
  StageTransition.prototype,
  'at',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), (0, typeorm_1.Column)('text'), __metadata('design:type', String)],
  StageTransition.prototype,
  'actor',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => String, { nullable: true }),
    (0, typeorm_1.Column)('text', { nullable: true }),
    __metadata('design:type', Object),
  ],
  StageTransition.prototype,
  'reason',
  void 0,
);
exports.StageTransition = StageTransition = __decorate(
  [(0, typeorm_1.Entity)('stage_transition'), (0, type_graphql_1.ObjectType)()],
  StageTransition,
);
//# sourceMappingURL=stage-transition.entity.js.map
