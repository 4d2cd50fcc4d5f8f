'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.MetricService = void 0;
const item_reject_1 = require('../contract/item-reject');
const rules_1 = require('../contract/rules');
const user_error_1 = require('../contract/user-error');
const pool_transaction_1 = require('../database/pool-transaction');
const cause_1 = require('../event/cause');
const event_type_1 = require('../event/event-type');
const ingest_record_1 = require('../event/ingest-record');
const locked_run_1 = require('./locked-run');
const metric_log_1 = require('./metric-log');
const params_1 = require('./params');
const run_entity_1 = require('./run.entity');
const MOST_POINTS = 1_000;
const batch = (0, rules_1.rules)({ params: params_1.params.nullish() }).superRefine(
  ({ points, params: more }, context) => {
    const length = points.length;
    if (length > MOST_POINTS)
      context.addIssue({ code: 'custom', path: ['points'], message: `give at most ${MOST_POINTS} at once` });
    if (length === 0 && more == null)
      context.addIssue({ code: 'custom', path: ['points'], message: 'give at least one, or params' });
  },
);
const point = (0, rules_1.rules)({
  name: (0, rules_1.text)(1, 200),
  step: rules_1.count,
  at: rules_1.happened.nullish(),
});
/** What runs measure: a bulk path, so it has the pool of ingest and statements of its own. */
class MetricService {
  constructor(pool, committed) {
    this.pool = pool;
    this.committed = committed;
  }
  async log(request, given) {
    const input = (0, rules_1.check)(batch, given);
    const judged = (0, item_reject_1.judge)(point, input.points);
    const logged = await (0, pool_transaction_1.inPoolTransaction)(this.pool, async (client) => {
      const run = await (0, locked_run_1.lockRun)(client, request, input.run, ['input', 'run']);
      requireRunning(run);
      const added = (0, params_1.newParams)(run, input.params, ['input', 'params']);
      await (0, locked_run_1.changeRun)(
        client,
        (0, cause_1.causeOf)(request),
        run,
        event_type_1.EventType.TRAINING_RUN_UPDATED,
        (0, params_1.withParams)(run, added),
        {
          added,
        },
      );
      const { good, rejects } = await (0, metric_log_1.withRoom)(client, run, judged.good);
      await (0, metric_log_1.keepPoints)(client, run, good);
      const batchOf = { subjectId: run.id, items: input.points.length, accepted: good.length };
      return {
        runId: run.id,
        accepted: good.length,
        rejects: [...judged.rejects, ...rejects].sort((a, b) => a.index - b.index),
        ingestId:
          good.length > 0
            ? await (0, ingest_record_1.recordIngest)(client, (0, cause_1.causeOf)(request), {
                kind: 'METRIC_POINTS',
                ...batchOf,
              })
            : null,
      };
    });
    if (input.params) this.committed(request.actor.projectId);
    return logged;
  }
}
exports.MetricService = MetricService;
function requireRunning(run) {
  if (run.status === run_entity_1.TrainingRunStatus.RUNNING) return;
  throw new user_error_1.Refusal(
    new user_error_1.ConflictError(
      'READ_ONLY',
      `This run ended as ${run.status} at ${run.finishedAt}; start it again with its externalId to add to it.`,
      ['input', 'run'],
      run.id,
    ),
  );
}
//# sourceMappingURL=metric.service.js.map
