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
exports.ArtifactInput = exports.Artifact = void 0;
const type_graphql_1 = require('type-graphql');
const typeorm_1 = require('typeorm');
const scalars_1 = require('../contract/scalars');
let Artifact = class Artifact {
  get downloadPath() {
    return `/v1/blobs/${this.sha256}`;
  }
};
exports.Artifact = Artifact;
__decorate(
  [
    (0, type_graphql_1.Field)(() => type_graphql_1.ID),
    (0, typeorm_1.PrimaryColumn)('uuid'),
    __metadata('design:type', String),
  ],
  Artifact.prototype,
  'id',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('uuid', { name: 'project_id' }), __metadata('design:type', String)],
  Artifact.prototype,
  'projectId',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('text', { name: 'owner_kind' }), __metadata('design:type', String)],
  Artifact.prototype,
  'ownerKind',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('uuid', { name: 'owner_id' }), __metadata('design:type', String)],
  Artifact.prototype,
  'ownerId',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), (0, typeorm_1.Column)('text'), __metadata('design:type', String)],
  Artifact.prototype,
  'path',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.SafeIntScalar),
    (0, typeorm_1.Column)('bigint', { name: 'size_bytes' }),
    __metadata('design:type', Number),
  ],
  Artifact.prototype,
  'sizeBytes',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), (0, typeorm_1.Column)('text'), __metadata('design:type', String)],
  Artifact.prototype,
  'sha256',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(),
    (0, typeorm_1.Column)('text', { name: 'media_type' }),
    __metadata('design:type', String),
  ],
  Artifact.prototype,
  'mediaType',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => String),
    __metadata('design:type', String),
    __metadata('design:paramtypes', []),
  ],
  Artifact.prototype,
  'downloadPath',
  null,
);
exports.Artifact = Artifact = __decorate(
  [(0, typeorm_1.Entity)('artifact'), (0, type_graphql_1.ObjectType)()],
  Artifact,
);
let ArtifactInput = class ArtifactInput {};
exports.ArtifactInput = ArtifactInput;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  ArtifactInput.prototype,
  'path',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  ArtifactInput.prototype,
  'sha256',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => scalars_1.SafeIntScalar), __metadata('design:type', Number)],
  ArtifactInput.prototype,
  'sizeBytes',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)({ defaultValue: 'application/octet-stream' }),
    __metadata('design:type', String),
  ],
  ArtifactInput.prototype,
  'mediaType',
  void 0,
);
exports.ArtifactInput = ArtifactInput = __decorate([(0, type_graphql_1.InputType)()], ArtifactInput);
//# sourceMappingURL=artifact.entity.js.map
