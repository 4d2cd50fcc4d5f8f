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
exports.DateTimeFilter = exports.StringFilter = exports.SortDirection = void 0;
const type_graphql_1 = require('type-graphql');
const scalars_1 = require('./scalars');
var SortDirection;
((SortDirection) => {
  SortDirection['ASC'] = 'ASC';
  SortDirection['DESC'] = 'DESC';
})(SortDirection || (exports.SortDirection = SortDirection = {}));
(0, type_graphql_1.registerEnumType)(SortDirection, { name: 'SortDirection' });
let StringFilter = class StringFilter {};
exports.StringFilter = StringFilter;
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  StringFilter.prototype,
  'eq',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [String], { nullable: true }), __metadata('design:type', Object)],
  StringFilter.prototype,
  'in',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => String, { nullable: true }), __metadata('design:type', Object)],
  StringFilter.prototype,
  'startsWith',
  void 0,
);
exports.StringFilter = StringFilter = __decorate([(0, type_graphql_1.InputType)()], StringFilter);
/** An instant arrives as canonical RFC 3339 text, see `instant.ts`. */
let DateTimeFilter = class DateTimeFilter {};
exports.DateTimeFilter = DateTimeFilter;
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.DateTimeScalar, { nullable: true }),
    __metadata('design:type', Object),
  ],
  DateTimeFilter.prototype,
  'gte',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => scalars_1.DateTimeScalar, { nullable: true }),
    __metadata('design:type', Object),
  ],
  DateTimeFilter.prototype,
  'lt',
  void 0,
);
exports.DateTimeFilter = DateTimeFilter = __decorate([(0, type_graphql_1.InputType)()], DateTimeFilter);
//# sourceMappingURL=filter.js.map
