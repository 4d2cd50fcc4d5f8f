'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.checkRegistration = checkRegistration;
const artifact_rules_1 = require('../artifact/artifact-rules');
const metric_1 = require('../contract/metric');
const rules_1 = require('../contract/rules');
const model_service_1 = require('../model/model.service');
const signature_rules_1 = require('../signature/signature-rules');
const evaluation = (0, rules_1.rules)({
  dataset: (0, rules_1.text)(1, 200),
  metrics: (0, metric_1.metricRules)(1),
});
const registration = (0, rules_1.rules)({
  createModel: (0, rules_1.rules)(model_service_1.newModel).nullish(),
  description: (0, rules_1.prose)(10_000),
  algorithm: (0, rules_1.text)(1, 200).nullish(),
  framework: (0, rules_1.text)(1, 200).nullish(),
  artifacts: artifact_rules_1.artifactRules,
  metrics: (0, metric_1.metricRules)(0),
  evaluations: (0, rules_1.listOf)(evaluation, 100),
  signature: signature_rules_1.signatureRules.nullish(),
  featureImportance: (0, rules_1.listOf)(
    (0, rules_1.rules)({ feature: (0, rules_1.text)(1, 200) }),
    1_000,
  ).refine((list) => new Set(list.map(({ feature }) => feature)).size === list.length, {
    error: 'give every feature once',
  }),
  tags: rules_1.tags,
  idempotencyKey: rules_1.idempotencyKey,
}).superRefine(({ signature, featureImportance }, context) => {
  const known = signature && new Set(signature.inputs.map(({ name }) => name));
  if (!known) return;
  featureImportance.forEach(({ feature }, index) => {
    if (!known.has(feature)) {
      context.addIssue({
        code: 'custom',
        message: `"${feature}" is no feature of the signature`,
        path: ['featureImportance', index, 'feature'],
      });
    }
  });
});
/** The input as its rules normalise it; a `Refusal` naming what breaks one. */
function checkRegistration(given) {
  const input = (0, rules_1.check)(registration, given);
  if (input.createModel && input.model.name != null)
    (0, rules_1.check)(model_service_1.modelName, input.model.name, ['input', 'model', 'name']);
  return input;
}
//# sourceMappingURL=registration-rules.js.map
