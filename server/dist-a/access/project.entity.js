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
exports.Project = exports.DEFAULT_PROJECT_ID = void 0;
const type_graphql_1 = require('type-graphql');
const typeorm_1 = require('typeorm');
const columns_1 = require('../database/columns');
/** The project that exists from the start. */
exports.DEFAULT_PROJECT_ID = '00000000-0000-7000-8000-000000000000';
let Project = class Project {};
exports.Project = Project;
__decorate(
  [
    (0, type_graphql_1.Field)(() => type_graphql_1.ID),
    (0, typeorm_1.PrimaryColumn)('uuid'),
    __metadata('design:type', String),
  ],
  Project.prototype,
  'id',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), (0, typeorm_1.Column)('text'), __metadata('design:type', String)],
  Project.prototype,
  'name',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), (0, typeorm_1.Column)('text'), __metadata('design:type', String)],
  Project.prototype,
  'description',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => Date),
    (0, columns_1.InstantColumn)({ name: 'created_at', insert: false }),
    __metadata('design:type', String),
  ],
  Project.prototype,
  'createdAt',
  void 0,
);
exports.Project = Project = __decorate(
  [(0, typeorm_1.Entity)('project'), (0, type_graphql_1.ObjectType)()],
  Project,
);
//# sourceMappingURL=project.entity.js.map
