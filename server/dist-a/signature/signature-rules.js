'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.signatureRules = void 0;
exports.signatureFor = signatureFor;
const zod_1 = require('zod');
const rules_1 = require('../contract/rules');
const user_error_1 = require('../contract/user-error');
const model_entity_1 = require('../model/model.entity');
const signature_1 = require('./signature');
const distinct = (values) => new Set(values).size === values.length;
const labelList = (least) =>
  (0, rules_1.listOf)((0, rules_1.text)(1, 200), 1_000)
    .refine((labels) => labels.length >= least, { error: `give at least ${least}` })
    .refine(distinct, { error: 'give every label once' });
const feature = (0, rules_1.rules)({
  name: (0, rules_1.text)(1, 200),
  kind: zod_1.z.enum(signature_1.FeatureKind),
  categories: labelList(1).nullish(),
}).refine(({ kind, categories }) => categories == null || kind === signature_1.FeatureKind.CATEGORY, {
  error: 'only a feature of kind CATEGORY has categories',
  path: ['categories'],
});
/** What can be said of a signature without its model. */
exports.signatureRules = (0, rules_1.rules)({
  inputs: (0, rules_1.listOf)(feature, 1_000)
    .refine((inputs) => inputs.length >= 1, { error: 'give at least one feature' })
    .refine((inputs) => distinct(inputs.map(({ name }) => name)), { error: 'give every feature once' }),
  output: (0, rules_1.rules)({
    positiveLabel: (0, rules_1.text)(1, 200).nullish(),
    labels: labelList(2).nullish(),
    unit: (0, rules_1.text)(1, 50).nullish(),
  }).nullish(),
});
const CLASSIFICATION = [
  model_entity_1.ModelTask.BINARY_CLASSIFICATION,
  model_entity_1.ModelTask.MULTICLASS_CLASSIFICATION,
];
/** The signature of a version of a model with this task. `input` has kept `signatureRules`. */
function signatureFor(task, input, path) {
  const given = input.output;
  const refuse = (field, why) => {
    const at = [...path, 'output', field];
    throw new user_error_1.Refusal(new user_error_1.ValidationError(`${at.join('.')}: ${why}.`, at));
  };
  const output = {
    task,
    positiveLabel: given?.positiveLabel ?? null,
    labels: given?.labels ?? null,
    unit: given?.unit ?? null,
  };
  const isBinary = task === model_entity_1.ModelTask.BINARY_CLASSIFICATION;
  if (output.unit !== null && task !== model_entity_1.ModelTask.REGRESSION)
    refuse('unit', `only an output of task REGRESSION has a unit; the model's is ${task}`);
  if (output.labels !== null && !CLASSIFICATION.includes(task))
    refuse('labels', `only an output of classification has labels; the model's task is ${task}`);
  if (output.labels !== null && isBinary && output.labels.length !== 2)
    refuse('labels', `give exactly 2 for BINARY_CLASSIFICATION; ${output.labels.length} were given`);
  if (output.positiveLabel !== null && !isBinary)
    refuse(
      'positiveLabel',
      `only an output of task BINARY_CLASSIFICATION has one; the model's task is ${task}`,
    );
  if (given && isBinary && output.positiveLabel === null)
    refuse('positiveLabel', 'say which label counts as positive; BINARY_CLASSIFICATION needs it');
  if (output.positiveLabel !== null && output.labels?.includes(output.positiveLabel) === false)
    refuse('positiveLabel', `"${output.positiveLabel}" is not one of the labels`);
  return {
    inputs: input.inputs.map(({ name, kind, nullable, categories }) => ({
      name,
      kind,
      nullable,
      categories: categories ?? null,
    })),
    output,
  };
}
//# sourceMappingURL=signature-rules.js.map
