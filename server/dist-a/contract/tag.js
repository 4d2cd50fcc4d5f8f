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
exports.sortTags = exports.TagFilter = exports.TagInput = exports.Tag = void 0;
const type_graphql_1 = require('type-graphql');
let Tag = class Tag {};
exports.Tag = Tag;
__decorate([(0, type_graphql_1.Field)(), __metadata('design:type', String)], Tag.prototype, 'key', void 0);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  Tag.prototype,
  'value',
  void 0,
);
exports.Tag = Tag = __decorate([(0, type_graphql_1.ObjectType)()], Tag);
let TagInput = class TagInput {};
exports.TagInput = TagInput;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  TagInput.prototype,
  'key',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  TagInput.prototype,
  'value',
  void 0,
);
exports.TagInput = TagInput = __decorate([(0, type_graphql_1.InputType)()], TagInput);
let TagFilter = class TagFilter {};
exports.TagFilter = TagFilter;
__decorate(
  [(0, type_graphql_1.Field)(() => [TagInput], { nullable: true }), __metadata('design:type', Object)],
  TagFilter.prototype,
  'all',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [TagInput], { nullable: true }), __metadata('design:type', Object)],
  TagFilter.prototype,
  'any',
  void 0,
);
exports.TagFilter = TagFilter = __decorate([(0, type_graphql_1.InputType)()], TagFilter);
/** Tags as an object keeps them: sorted by key, a missing value as null. */
const sortTags = (tags) =>
  tags.map(({ key, value }) => ({ key, value: value ?? null })).sort((a, b) => (a.key < b.key ? -1 : 1));
exports.sortTags = sortTags;
//# sourceMappingURL=tag.js.map
