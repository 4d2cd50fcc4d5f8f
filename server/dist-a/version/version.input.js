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
exports.RollbackModelInput =
  exports.TransitionVersionInput =
  exports.RegisterVersionInput =
  exports.NewModelInput =
  exports.VersionOrder =
  exports.VersionOrderField =
  exports.VersionFilter =
  exports.VersionRef =
  exports.VersionPick =
    void 0;
const type_graphql_1 = require('type-graphql');
const artifact_entity_1 = require('../artifact/artifact.entity');
const baseline_input_1 = require('../baseline/baseline.input');
const filter_1 = require('../contract/filter');
const metric_1 = require('../contract/metric');
const scalars_1 = require('../contract/scalars');
const tag_1 = require('../contract/tag');
const model_entity_1 = require('../model/model.entity');
const model_input_1 = require('../model/model.input');
const signature_1 = require('../signature/signature');
const evaluation_1 = require('./evaluation');
const feature_importance_1 = require('./feature-importance');
const stage_1 = require('./stage');
let VersionPick = class VersionPick {};
exports.VersionPick = VersionPick;
__decorate(
  [(0, type_graphql_1.Field)(() => type_graphql_1.ID, { nullable: true }), __metadata('design:type', Object)],
  VersionPick.prototype,
  'id',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => type_graphql_1.Int, { nullable: true }),
    __metadata('design:type', Object),
  ],
  VersionPick.prototype,
  'number',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => stage_1.Stage, { nullable: true }), __metadata('design:type', Object)],
  VersionPick.prototype,
  'stage',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Boolean, { nullable: true }), __metadata('design:type', Object)],
  VersionPick.prototype,
  'latest',
  void 0,
);
exports.VersionPick = VersionPick = __decorate(
  [(0, type_graphql_1.InputType)(), (0, type_graphql_1.Directive)('@oneOf')],
  VersionPick,
);
let VersionRef = class VersionRef {};
exports.VersionRef = VersionRef;
__decorate(
  [
    (0, type_graphql_1.Field)(() => model_input_1.ModelRef, { nullable: true }),
    __metadata('design:type', Object),
  ],
  VersionRef.prototype,
  'model',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => VersionPick, { nullable: true }), __metadata('design:type', Object)],
  VersionRef.prototype,
  'pick',
  void 0,
);
exports.VersionRef = VersionRef = __decorate([(0, type_graphql_1.InputType)()], VersionRef);
let VersionFilter = class VersionFilter {};
exports.VersionFilter = VersionFilter;
__decorate(
  [
    (0, type_graphql_1.Field)(() => model_input_1.ModelRef, { nullable: true }),
    __metadata('design:type', Object),
  ],
  VersionFilter.prototype,
  'model',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [stage_1.Stage], { nullable: true }), __metadata('design:type', Object)],
  VersionFilter.prototype,
  'stage',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => tag_1.TagFilter, { nullable: true }), __metadata('design:type', Object)],
  VersionFilter.prototype,
  'tags',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => filter_1.DateTimeFilter, { nullable: true }),
    __metadata('design:type', Object),
  ],
  VersionFilter.prototype,
  'registeredAt',
  void 0,
);
exports.VersionFilter = VersionFilter = __decorate([(0, type_graphql_1.InputType)()], VersionFilter);
var VersionOrderField;
((VersionOrderField) => {
  VersionOrderField['REGISTERED_AT'] = 'REGISTERED_AT';
  VersionOrderField['NUMBER'] = 'NUMBER';
})(VersionOrderField || (exports.VersionOrderField = VersionOrderField = {}));
(0, type_graphql_1.registerEnumType)(VersionOrderField, { name: 'VersionOrderField' });
let VersionOrder = class VersionOrder {};
exports.VersionOrder = VersionOrder;
__decorate(
  [
    (0, type_graphql_1.Field)(() => VersionOrderField, { defaultValue: VersionOrderField.REGISTERED_AT }),
    __metadata('design:type', String),
  ],
  VersionOrder.prototype,
  'field',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => filter_1.SortDirection, { defaultValue: filter_1.SortDirection.DESC }),
    __metadata('design:type', String),
  ],
  VersionOrder.prototype,
  'direction',
  void 0,
);
exports.VersionOrder = VersionOrder = __decorate([(0, type_graphql_1.InputType)()], VersionOrder);
let NewModelInput = class NewModelInput {};
exports.NewModelInput = NewModelInput;
__decorate(
  [(0, type_graphql_1.Field)(() => model_entity_1.ModelTask), __metadata('design:type', String)],
  NewModelInput.prototype,
  'task',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)({ defaultValue: '' }), __metadata('design:type', String)],
  NewModelInput.prototype,
  'description',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  NewModelInput.prototype,
  'owner',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  NewModelInput.prototype,
  'domain',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [tag_1.TagInput], { defaultValue: [] }), __metadata('design:type', Array)],
  NewModelInput.prototype,
  'tags',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.JSONObjectScalar, { nullable: true }),
    __metadata('design:type', Object),
  ],
  NewModelInput.prototype,
  'metadata',
  void 0,
);
exports.NewModelInput = NewModelInput = __decorate([(0, type_graphql_1.InputType)()], NewModelInput);
let RegisterVersionInput = class RegisterVersionInput {};
exports.RegisterVersionInput = RegisterVersionInput;
__decorate(
  [
    (0, type_graphql_1.Field)(() => model_input_1.ModelRef),
    __metadata('design:type', model_input_1.ModelRef),
  ],
  RegisterVersionInput.prototype,
  'model',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => NewModelInput, { nullable: true }), __metadata('design:type', Object)],
  RegisterVersionInput.prototype,
  'createModel',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => stage_1.Stage, { defaultValue: stage_1.Stage.DEVELOPMENT }),
    __metadata('design:type', String),
  ],
  RegisterVersionInput.prototype,
  'stage',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)({ defaultValue: '' }), __metadata('design:type', String)],
  RegisterVersionInput.prototype,
  'description',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  RegisterVersionInput.prototype,
  'algorithm',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  RegisterVersionInput.prototype,
  'framework',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => [artifact_entity_1.ArtifactInput], { defaultValue: [] }),
    __metadata('design:type', Array),
  ],
  RegisterVersionInput.prototype,
  'artifacts',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.JSONObjectScalar, { nullable: true }),
    __metadata('design:type', Object),
  ],
  RegisterVersionInput.prototype,
  'hyperparameters',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => [metric_1.MetricInput], { defaultValue: [] }),
    __metadata('design:type', Array),
  ],
  RegisterVersionInput.prototype,
  'metrics',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => [evaluation_1.EvaluationInput], { defaultValue: [] }),
    __metadata('design:type', Array),
  ],
  RegisterVersionInput.prototype,
  'evaluations',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => signature_1.SignatureInput, { nullable: true }),
    __metadata('design:type', Object),
  ],
  RegisterVersionInput.prototype,
  'signature',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => [feature_importance_1.FeatureImportanceInput], { defaultValue: [] }),
    __metadata('design:type', Array),
  ],
  RegisterVersionInput.prototype,
  'featureImportance',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => baseline_input_1.BaselineInput, { nullable: true }),
    __metadata('design:type', Object),
  ],
  RegisterVersionInput.prototype,
  'baseline',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [tag_1.TagInput], { defaultValue: [] }), __metadata('design:type', Array)],
  RegisterVersionInput.prototype,
  'tags',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.JSONObjectScalar, { nullable: true }),
    __metadata('design:type', Object),
  ],
  RegisterVersionInput.prototype,
  'metadata',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Date, { nullable: true }), __metadata('design:type', Object)],
  RegisterVersionInput.prototype,
  'createdAt',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  RegisterVersionInput.prototype,
  'idempotencyKey',
  void 0,
);
exports.RegisterVersionInput = RegisterVersionInput = __decorate(
  [(0, type_graphql_1.InputType)()],
  RegisterVersionInput,
);
let TransitionVersionInput = class TransitionVersionInput {};
exports.TransitionVersionInput = TransitionVersionInput;
__decorate(
  [(0, type_graphql_1.Field)(() => VersionRef), __metadata('design:type', VersionRef)],
  TransitionVersionInput.prototype,
  'version',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => stage_1.Stage), __metadata('design:type', String)],
  TransitionVersionInput.prototype,
  'to',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => type_graphql_1.ID, { nullable: true }), __metadata('design:type', Object)],
  TransitionVersionInput.prototype,
  'expectedCurrent',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)({ defaultValue: false }), __metadata('design:type', Boolean)],
  TransitionVersionInput.prototype,
  'force',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  TransitionVersionInput.prototype,
  'reason',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  TransitionVersionInput.prototype,
  'idempotencyKey',
  void 0,
);
exports.TransitionVersionInput = TransitionVersionInput = __decorate(
  [(0, type_graphql_1.InputType)()],
  TransitionVersionInput,
);
let RollbackModelInput = class RollbackModelInput {};
exports.RollbackModelInput = RollbackModelInput;
__decorate(
  [
    (0, type_graphql_1.Field)(() => model_input_1.ModelRef),
    __metadata('design:type', model_input_1.ModelRef),
  ],
  RollbackModelInput.prototype,
  'model',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => type_graphql_1.ID, { nullable: true }), __metadata('design:type', Object)],
  RollbackModelInput.prototype,
  'expectedCurrent',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  RollbackModelInput.prototype,
  'reason',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  RollbackModelInput.prototype,
  'idempotencyKey',
  void 0,
);
exports.RollbackModelInput = RollbackModelInput = __decorate(
  [(0, type_graphql_1.InputType)()],
  RollbackModelInput,
);
//# sourceMappingURL=version.input.js.map
