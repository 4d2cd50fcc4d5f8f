import { artifactRules } from '../artifact/artifact-rules';
import { metricRules } from '../contract/metric';
import { check, happened, idempotencyKey, listOf, prose, rules, tags, text } from '../contract/rules';
import { modelName, newModel } from '../model/model.service';
import { signatureRules } from '../signature/signature-rules';
import type { RegisterVersionInput } from './version.input';

const evaluation = rules({ dataset: text(1, 200), metrics: metricRules(1), evaluatedAt: happened.nullish() });

const registration = rules({
  createModel: rules(newModel).nullish(),
  description: prose(10_000),
  algorithm: text(1, 200).nullish(),
  framework: text(1, 200).nullish(),
  artifacts: artifactRules,
  metrics: metricRules(0),
  evaluations: listOf(evaluation, 100),
  signature: signatureRules.nullish(),
  featureImportance: listOf(rules({ feature: text(1, 200) }), 1_000).refine(
    (list) => new Set(list.map(({ feature }) => feature)).size === list.length,
    { error: 'give every feature once' },
  ),
  tags,
  createdAt: happened.nullish(),
  idempotencyKey,
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
export function checkRegistration(given: RegisterVersionInput): RegisterVersionInput {
  const input = check(registration, given);
  if (input.createModel && input.model.name != null)
    check(modelName, input.model.name, ['input', 'model', 'name']);
  return input;
}
