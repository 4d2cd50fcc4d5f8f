'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.BaselineStep = void 0;
const baseline_service_1 = require('../baseline/baseline.service');
const user_error_1 = require('../contract/user-error');
const job_entity_1 = require('../job/job.entity');
const signature_rules_1 = require('../signature/signature-rules');
/** The baseline of a registration: computed before its transaction, from bytes that the project has uploaded. */
class BaselineStep {
  constructor(dataSource, models, artifacts, baselines, queue) {
    this.dataSource = dataSource;
    this.models = models;
    this.artifacts = artifacts;
    this.baselines = baselines;
    this.queue = queue;
  }
  async prepare(request, input) {
    if (!input.baseline) return null;
    const { artifactPath } = input.baseline;
    const artifact = input.artifacts.find(({ path }) => path === artifactPath);
    if (!artifact)
      throw refuse('artifactPath', `no artifact of this registration has the path "${artifactPath}"`);
    if (!input.signature) throw refuse(null, 'give a signature, too: the rows are checked against it');
    const task = (await this.models.look(request, input.model))?.task ?? input.createModel?.task;
    // Without a model the registration itself says so.
    if (!task) return null;
    const signature = (0, signature_rules_1.signatureFor)(task, input.signature, ['input', 'signature']);
    const at = ['input', 'artifacts'];
    await this.artifacts.verify(this.dataSource.manager, request.actor.projectId, input.artifacts, at);
    const about = { signature, task };
    const outcome = await this.baselines.compute(
      artifact,
      about,
      baseline_service_1.MOST_ROWS_AT_ONCE,
      request.signal,
    );
    if (outcome.kind === 'BAD_LINE') throw (0, baseline_service_1.refuseBadLine)(outcome, artifactPath);
    return async (manager, { id: versionId, projectId }) => {
      const frozen = outcome.kind === 'FROZEN' ? outcome.frozen : null;
      const baselineId = await this.baselines.insert(manager, { versionId, projectId }, artifactPath, frozen);
      if (!frozen)
        await this.queue.enqueue(manager, {
          kind: job_entity_1.JobKind.COMPUTE_BASELINE,
          projectId,
          payload: { baselineId },
        });
    };
  }
}
exports.BaselineStep = BaselineStep;
function refuse(field, why) {
  const path = ['input', 'baseline', ...(field ? [field] : [])];
  return new user_error_1.Refusal(new user_error_1.ValidationError(`${path.join('.')}: ${why}.`, path));
}
//# sourceMappingURL=baseline-step.js.map
