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
exports.SignatureInput =
  exports.OutputSpecInput =
  exports.FeatureInput =
  exports.Signature =
  exports.OutputSpec =
  exports.Feature =
  exports.FeatureKind =
    void 0;
const type_graphql_1 = require('type-graphql');
const model_entity_1 = require('../model/model.entity');
/** See the SDL for what each means. */
var FeatureKind;
((FeatureKind) => {
  FeatureKind['NUMBER'] = 'NUMBER';
  FeatureKind['INTEGER'] = 'INTEGER';
  FeatureKind['BOOLEAN'] = 'BOOLEAN';
  FeatureKind['CATEGORY'] = 'CATEGORY';
  FeatureKind['TEXT'] = 'TEXT';
})(FeatureKind || (exports.FeatureKind = FeatureKind = {}));
(0, type_graphql_1.registerEnumType)(FeatureKind, { name: 'FeatureKind' });
let Feature = class Feature {};
exports.Feature = Feature;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  Feature.prototype,
  'name',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => FeatureKind), __metadata('design:type', String)],
  Feature.prototype,
  'kind',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', Boolean)],
  Feature.prototype,
  'nullable',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [String], { nullable: true }), __metadata('design:type', Object)],
  Feature.prototype,
  'categories',
  void 0,
);
exports.Feature = Feature = __decorate([(0, type_graphql_1.ObjectType)()], Feature);
let OutputSpec = class OutputSpec {};
exports.OutputSpec = OutputSpec;
__decorate(
  [(0, type_graphql_1.Field)(() => model_entity_1.ModelTask), __metadata('design:type', String)],
  OutputSpec.prototype,
  'task',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  OutputSpec.prototype,
  'positiveLabel',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [String], { nullable: true }), __metadata('design:type', Object)],
  OutputSpec.prototype,
  'labels',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  OutputSpec.prototype,
  'unit',
  void 0,
);
exports.OutputSpec = OutputSpec = __decorate([(0, type_graphql_1.ObjectType)()], OutputSpec);
/** What a version takes and gives, as it is kept: every field there, null where nobody said. */
let Signature = class Signature {};
exports.Signature = Signature;
__decorate(
  [(0, type_graphql_1.Field)(() => [Feature]), __metadata('design:type', Array)],
  Signature.prototype,
  'inputs',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => OutputSpec), __metadata('design:type', OutputSpec)],
  Signature.prototype,
  'output',
  void 0,
);
exports.Signature = Signature = __decorate([(0, type_graphql_1.ObjectType)()], Signature);
let FeatureInput = class FeatureInput {};
exports.FeatureInput = FeatureInput;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  FeatureInput.prototype,
  'name',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => FeatureKind), __metadata('design:type', String)],
  FeatureInput.prototype,
  'kind',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)({ defaultValue: false }), __metadata('design:type', Boolean)],
  FeatureInput.prototype,
  'nullable',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [String], { nullable: true }), __metadata('design:type', Object)],
  FeatureInput.prototype,
  'categories',
  void 0,
);
exports.FeatureInput = FeatureInput = __decorate([(0, type_graphql_1.InputType)()], FeatureInput);
let OutputSpecInput = class OutputSpecInput {};
exports.OutputSpecInput = OutputSpecInput;
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  OutputSpecInput.prototype,
  'positiveLabel',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [String], { nullable: true }), __metadata('design:type', Object)],
  OutputSpecInput.prototype,
  'labels',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  OutputSpecInput.prototype,
  'unit',
  void 0,
);
exports.OutputSpecInput = OutputSpecInput = __decorate([(0, type_graphql_1.InputType)()], OutputSpecInput);
let SignatureInput = class SignatureInput {};
exports.SignatureInput = SignatureInput;
__decorate(
  [(0, type_graphql_1.Field)(() => [FeatureInput]), __metadata('design:type', Array)],
  SignatureInput.prototype,
  'inputs',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => OutputSpecInput, { nullable: true }), __metadata('design:type', Object)],
  SignatureInput.prototype,
  'output',
  void 0,
);
exports.SignatureInput = SignatureInput = __decorate([(0, type_graphql_1.InputType)()], SignatureInput);
//# sourceMappingURL=signature.js.map
