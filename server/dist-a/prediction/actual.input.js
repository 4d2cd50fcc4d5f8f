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
exports.RecordActualsInput = exports.ActualInput = void 0;
const type_graphql_1 = require('type-graphql');
const model_input_1 = require('../model/model.input');
const prediction_input_1 = require('./prediction.input');
let ActualInput = class ActualInput {};
exports.ActualInput = ActualInput;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  ActualInput.prototype,
  'predictionId',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => prediction_input_1.ActualValueInput),
    __metadata('design:type', prediction_input_1.ActualValueInput),
  ],
  ActualInput.prototype,
  'value',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Date, { nullable: true }), __metadata('design:type', Object)],
  ActualInput.prototype,
  'actualAt',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => type_graphql_1.Int, { defaultValue: 0 }),
    __metadata('design:type', Number),
  ],
  ActualInput.prototype,
  'revision',
  void 0,
);
exports.ActualInput = ActualInput = __decorate([(0, type_graphql_1.InputType)()], ActualInput);
let RecordActualsInput = class RecordActualsInput {};
exports.RecordActualsInput = RecordActualsInput;
__decorate(
  [
    (0, type_graphql_1.Field)(() => model_input_1.ModelRef),
    __metadata('design:type', model_input_1.ModelRef),
  ],
  RecordActualsInput.prototype,
  'model',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [ActualInput]), __metadata('design:type', Array)],
  RecordActualsInput.prototype,
  'actuals',
  void 0,
);
exports.RecordActualsInput = RecordActualsInput = __decorate(
  [(0, type_graphql_1.InputType)()],
  RecordActualsInput,
);
//# sourceMappingURL=actual.input.js.map
