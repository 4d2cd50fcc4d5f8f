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
exports.evaluationsOf = exports.EvaluationInput = exports.Evaluation = void 0;
exports.insertEvaluations = insertEvaluations;
const type_graphql_1 = require('type-graphql');
const typeorm_1 = require('typeorm');
const id_1 = require('../contract/id');
const metric_1 = require('../contract/metric');
const columns_1 = require('../database/columns');
const load_by_parent_1 = require('../database/load-by-parent');
let Evaluation = class Evaluation {};
exports.Evaluation = Evaluation;
__decorate(
  [(0, typeorm_1.PrimaryColumn)('uuid'), __metadata('design:type', String)],
  Evaluation.prototype,
  'id',
  void 0,
);
__decorate(
  [(0, typeorm_1.Column)('uuid', { name: 'version_id' }), __metadata('design:type', String)],
  Evaluation.prototype,
  'versionId',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(), (0, typeorm_1.Column)('text'), __metadata('design:type', String)],
  Evaluation.prototype,
  'dataset',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => [metric_1.Metric]),
    (0, typeorm_1.Column)('jsonb', { transformer: metric_1.metricsColumn }),
    __metadata('design:type', Array),
  ],
  Evaluation.prototype,
  'metrics',
  void 0,
);
__decorate(
  [
    (0, type_graphql_1.Field)(() => Date),
    (0, columns_1.InstantColumn)({ name: 'evaluated_at' }),
    __metadata('design:type', String),
  ],
  Evaluation.prototype,
  'evaluatedAt',
  void 0,
);
exports.Evaluation = Evaluation = __decorate(
  [(0, typeorm_1.Entity)('evaluation'), (0, type_graphql_1.ObjectType)()],
  Evaluation,
);
let EvaluationInput = class EvaluationInput {};
exports.EvaluationInput = EvaluationInput;
__decorate(
  [(0, type_graphql_1.Field)(), __metadata('design:type', String)],
  EvaluationInput.prototype,
  'dataset',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => [metric_1.MetricInput]), __metadata('design:type', Array)],
  EvaluationInput.prototype,
  'metrics',
  void 0,
);
__decorate(
  [(0, type_graphql_1.Field)(() => Date, { nullable: true }), __metadata('design:type', Object)],
  EvaluationInput.prototype,
  'evaluatedAt',
  void 0,
);
exports.EvaluationInput = EvaluationInput = __decorate([(0, type_graphql_1.InputType)()], EvaluationInput);
/** Keeps evaluations of a version in the caller's transaction. */
async function insertEvaluations(manager, versionId, evaluations) {
  if (evaluations.length === 0) return;
  const rows = evaluations.map(({ dataset, metrics, evaluatedAt }) => ({
    id: (0, id_1.newId)(),
    dataset,
    metrics: metric_1.metricsColumn.to((0, metric_1.keepMetrics)(metrics)),
    evaluated_at: evaluatedAt ?? null,
  }));
  await manager.query(
    `INSERT INTO evaluation (id, version_id, dataset, metrics, evaluated_at)
     SELECT id, $1, dataset, metrics, coalesce(evaluated_at, clock_timestamp())
     FROM jsonb_to_recordset($2::jsonb) AS given (id uuid, dataset text, metrics jsonb, evaluated_at timestamptz)`,
    [versionId, JSON.stringify(rows)],
  );
}
/** The evaluations of a version that the request may see, newest first. */
const evaluationsOf = (request, dataSource) =>
  (0, load_by_parent_1.loadByParent)(
    request,
    exports.evaluationsOf,
    (versions) =>
      dataSource
        .getRepository(Evaluation)
        .createQueryBuilder('evaluation')
        .where('evaluation.version_id = ANY(:versions)', { versions })
        .orderBy('evaluation.evaluated_at', 'DESC')
        .addOrderBy('evaluation.id', 'DESC')
        .getMany(),
    ({ versionId }) => versionId,
  );
exports.evaluationsOf = evaluationsOf;
//# sourceMappingURL=evaluation.js.map
