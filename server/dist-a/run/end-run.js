'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.isSameEnd = exports.endRules = void 0;
exports.endOf = endOf;
const instant_1 = require('../contract/instant');
const rules_1 = require('../contract/rules');
const user_error_1 = require('../contract/user-error');
const run_entity_1 = require('./run.entity');
exports.endRules = (0, rules_1.rules)({
  error: (0, rules_1.prose)(10_000).nullish(),
  finishedAt: rules_1.happened.nullish(),
}).superRefine(({ status, error }, context) => {
  if (status === run_entity_1.TrainingRunStatus.RUNNING)
    context.addIssue({ code: 'custom', path: ['status'], message: 'give SUCCEEDED, FAILED or KILLED' });
  if (status === run_entity_1.TrainingRunStatus.SUCCEEDED && error != null)
    context.addIssue({ code: 'custom', path: ['error'], message: 'a run that SUCCEEDED has none' });
});
/** Whether a run that has ended did so as the input says: then saying it again changes nothing. */
const isSameEnd = (run, { status, error, finishedAt }) =>
  run.status === status &&
  run.error === (error ?? null) &&
  (finishedAt == null || run.finishedAt === finishedAt);
exports.isSameEnd = isSameEnd;
/** How a run ends. One that began ahead of the server's clock ends when it began, not before. */
function endOf(run, input) {
  const { status, error, finishedAt } = input;
  if (finishedAt != null && (0, instant_1.isBefore)(finishedAt, run.startedAt)) {
    throw new user_error_1.Refusal(
      new user_error_1.ValidationError(
        `input.finishedAt: ${finishedAt} is before the run started, at ${run.startedAt}.`,
        ['input', 'finishedAt'],
      ),
    );
  }
  const now = (0, instant_1.isBefore)(run.now, run.startedAt) ? run.startedAt : run.now;
  return { status, error: error ?? null, finishedAt: finishedAt ?? now };
}
//# sourceMappingURL=end-run.js.map
