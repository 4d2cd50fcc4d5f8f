import { z } from 'zod';
import { listOf, rules, text } from '../contract/rules';
import { Refusal, ValidationError } from '../contract/user-error';
import { ModelTask } from '../model/model.entity';
import { FeatureKind, type OutputSpec, type Signature, type SignatureInput } from './signature';

const distinct = (values: readonly string[]): boolean => new Set(values).size === values.length;

const labelList = (least: number) =>
  listOf(text(1, 200), 1_000)
    .refine((labels) => labels.length >= least, { error: `give at least ${least}` })
    .refine(distinct, { error: 'give every label once' });

const feature = rules({
  name: text(1, 200),
  kind: z.enum(FeatureKind),
  categories: labelList(1).nullish(),
}).refine(({ kind, categories }) => categories == null || kind === FeatureKind.CATEGORY, {
  error: 'only a feature of kind CATEGORY has categories',
  path: ['categories'],
});

/** What can be said of a signature without its model. */
export const signatureRules = rules({
  inputs: listOf(feature, 1_000)
    .refine((inputs) => inputs.length >= 1, { error: 'give at least one feature' })
    .refine((inputs) => distinct(inputs.map(({ name }) => name)), { error: 'give every feature once' }),
  output: rules({
    positiveLabel: text(1, 200).nullish(),
    labels: labelList(2).nullish(),
    unit: text(1, 50).nullish(),
  }).nullish(),
});

const CLASSIFICATION: readonly ModelTask[] = [
  ModelTask.BINARY_CLASSIFICATION,
  ModelTask.MULTICLASS_CLASSIFICATION,
];

/** The signature of a version of a model with this task. `input` has kept `signatureRules`. */
export function signatureFor(task: ModelTask, input: SignatureInput, path: readonly string[]): Signature {
  const given = input.output;
  const refuse = (field: string, why: string): never => {
    const at = [...path, 'output', field];
    throw new Refusal(new ValidationError(`${at.join('.')}: ${why}.`, at));
  };
  const output: OutputSpec = {
    task,
    positiveLabel: given?.positiveLabel ?? null,
    labels: given?.labels ?? null,
    unit: given?.unit ?? null,
  };
  const isBinary = task === ModelTask.BINARY_CLASSIFICATION;
  if (output.unit !== null && task !== ModelTask.REGRESSION)
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
