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
exports.RegisterModelInput =
  exports.ModelEventFilter =
  exports.ModelOrder =
  exports.ModelOrderField =
  exports.ModelFilter =
  exports.ModelRef =
    void 0;
const type_graphql_1 = require('type-graphql');
const filter_1 = require('../contract/filter');
const scalars_1 = require('../contract/scalars');
const tag_1 = require('../contract/tag');
const event_type_1 = require('../event/event-type');
const model_entity_1 = require('./model.entity');
let ModelRef = class ModelRef {};
exports.ModelRef = ModelRef;
__decorate(
  [(0, type_graphql_1.Field)(() => type_graphql_1.ID, { nullable: true }), __metadata('design:type', Object)],
  ModelRef.prototype,
  'id',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  ModelRef.prototype,
  'name',
  void 0,
);
exports.ModelRef = ModelRef = __decorate(
  [(0, type_graphql_1.InputType)(), (0, type_graphql_1.Directive)('@oneOf')],
  ModelRef,
);
let ModelFilter = class ModelFilter {};
exports.ModelFilter = ModelFilter;
__decorate(
  [
    (0, type_graphql_1.Field)(() => filter_1.StringFilter, { nullable: true }),
    __metadata('design:type', Object),
  ],
  ModelFilter.prototype,
  'name',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => [model_entity_1.ModelTask], { nullable: true }),
    __metadata('design:type', Object),
  ],
  ModelFilter.prototype,
  'task',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => filter_1.StringFilter, { nullable: true }),
    __metadata('design:type', Object),
  ],
  ModelFilter.prototype,
  'owner',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => tag_1.TagFilter, { nullable: true }), __metadata('design:type', Object)],
  ModelFilter.prototype,
  'tags',
  void 0,
);
exports.ModelFilter = ModelFilter = __decorate([(0, type_graphql_1.InputType)()], ModelFilter);
var ModelOrderField;
((ModelOrderField) => {
  ModelOrderField['REGISTERED_AT'] = 'REGISTERED_AT';
  ModelOrderField['NAME'] = 'NAME';
})(ModelOrderField || (exports.ModelOrderField = ModelOrderField = {}));
(0, type_graphql_1.registerEnumType)(ModelOrderField, { name: 'ModelOrderField' });
let ModelOrder = class ModelOrder {};
exports.ModelOrder = ModelOrder;
__decorate(
  [
    (0, type_graphql_1.Field)(() => ModelOrderField, { defaultValue: ModelOrderField.REGISTERED_AT }),
    __metadata('design:type', String),
  ],
  ModelOrder.prototype,
  'field',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => filter_1.SortDirection, { defaultValue: filter_1.SortDirection.DESC }),
    __metadata('design:type', String),
  ],
  ModelOrder.prototype,
  'direction',
  void 0,
);
exports.ModelOrder = ModelOrder = __decorate([(0, type_graphql_1.InputType)()], ModelOrder);
let ModelEventFilter = class ModelEventFilter {};
exports.ModelEventFilter = ModelEventFilter;
__decorate(
  [(0, type_graphql_1.Field)(() => ModelRef, { nullable: true }), __metadata('design:type', Object)],
  ModelEventFilter.prototype,
  'model',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => [event_type_1.EventType], { nullable: true }),
    __metadata('design:type', Object),
  ],
  ModelEventFilter.prototype,
  'types',
  void 0,
);
exports.ModelEventFilter = ModelEventFilter = __decorate([(0, type_graphql_1.InputType)()], ModelEventFilter);
let RegisterModelInput = class RegisterModelInput {};
exports.RegisterModelInput = RegisterModelInput;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  RegisterModelInput.prototype,
  'name',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => model_entity_1.ModelTask), __metadata('design:type', String)],
  RegisterModelInput.prototype,
  'task',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)({ defaultValue: '' }), __metadata('design:type', String)],
  RegisterModelInput.prototype,
  'description',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  RegisterModelInput.prototype,
  'owner',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  RegisterModelInput.prototype,
  'domain',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [tag_1.TagInput], { defaultValue: [] }), __metadata('design:type', Array)],
  RegisterModelInput.prototype,
  'tags',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.JSONObjectScalar, { nullable: true }),
    __metadata('design:type', Object),
  ],
  RegisterModelInput.prototype,
  'metadata',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  RegisterModelInput.prototype,
  'idempotencyKey',
  void 0,
);
exports.RegisterModelInput = RegisterModelInput = __decorate(
  [(0, type_graphql_1.InputType)()],
  RegisterModelInput,
);
//# sourceMappingURL=model.input.js.map
