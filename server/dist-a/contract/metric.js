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
exports.metricsColumn =
  exports.keepMetrics =
  exports.metricRules =
  exports.directionOf =
  exports.MetricInput =
  exports.Metric =
  exports.MetricDirection =
    void 0;
exports.numberFrom = numberFrom;
const type_graphql_1 = require('type-graphql');
const rules_1 = require('./rules');
const scalars_1 = require('./scalars');
/** See the SDL for what each means. */
var MetricDirection;
((MetricDirection) => {
  MetricDirection['HIGHER_IS_BETTER'] = 'HIGHER_IS_BETTER';
  MetricDirection['LOWER_IS_BETTER'] = 'LOWER_IS_BETTER';
})(MetricDirection || (exports.MetricDirection = MetricDirection = {}));
(0, type_graphql_1.registerEnumType)(MetricDirection, { name: 'MetricDirection' });
let Metric = class Metric {};
exports.Metric = Metric;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  Metric.prototype,
  'name',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', Number)],
  Metric.prototype,
  'value',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => MetricDirection, { nullable: true }), __metadata('design:type', Object)],
  Metric.prototype,
  'direction',
  void 0,
);
exports.Metric = Metric = __decorate([(0, type_graphql_1.ObjectType)()], Metric);
let MetricInput = class MetricInput {};
exports.MetricInput = MetricInput;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  MetricInput.prototype,
  'name',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', Number)],
  MetricInput.prototype,
  'value',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => MetricDirection, { nullable: true }), __metadata('design:type', Object)],
  MetricInput.prototype,
  'direction',
  void 0,
);
exports.MetricInput = MetricInput = __decorate([(0, type_graphql_1.InputType)()], MetricInput);
const { HIGHER_IS_BETTER, LOWER_IS_BETTER } = MetricDirection;
const KNOWN = new Map([
  ...['r2', 'accuracy', 'precision', 'recall', 'f1', 'roc_auc', 'pr_auc', 'mcc'].map((name) => [
    name,
    HIGHER_IS_BETTER,
  ]),
  ...['rmse', 'mae', 'mse', 'mape', 'log_loss', 'brier', 'ece'].map((name) => [name, LOWER_IS_BETTER]),
]);
/** Which way a metric is better by its name; null for bias, which is best at zero, and for names nobody knows. */
const directionOf = (name) => KNOWN.get(name.toLowerCase()) ?? null;
exports.directionOf = directionOf;
/** `least` to 1,000 metrics with different names. */
const metricRules = (least) =>
  (0, rules_1.listOf)((0, rules_1.rules)({ name: (0, rules_1.text)(1, 200) }), 1_000)
    .refine((list) => list.length >= least, { error: `give at least ${least}` })
    .refine((list) => new Set(list.map(({ name }) => name)).size === list.length, {
      error: 'give every name once',
    });
exports.metricRules = metricRules;
/** Metrics as an object keeps them: the direction filled in where the name tells. */
const keepMetrics = (metrics) =>
  metrics.map(({ name, value, direction }) => ({
    name,
    value,
    direction: direction ?? (0, exports.directionOf)(name),
  }));
exports.keepMetrics = keepMetrics;
/** JSON has no NaN and no infinities: in a jsonb column they are the strings that `Number` has on the wire. */
exports.metricsColumn = {
  to: (metrics) => metrics.map((metric) => ({ ...metric, value: (0, scalars_1.printNumber)(metric.value) })),
  from: (stored) =>
    stored.map(({ name, value, direction }) => ({ name, value: numberFrom(value), direction })),
};
/** A double as `metricsColumn` keeps it. */
function numberFrom(stored) {
  const value = (0, scalars_1.parseNumber)(stored);
  if (value === undefined) throw new TypeError(`not a number: ${JSON.stringify(stored)}`);
  return value;
}
//# sourceMappingURL=metric.js.map
