import { isTooLarge, TOO_LARGE_WHY } from '../contract/json-object';
import { parseNumber } from '../contract/number';
import { ModelTask } from '../model/model-task';
import type { OutputSpec } from '../signature/signature';
import { Fault, shortText } from './fault';

/** What a version answered, as it is stored; the fields of the other tasks are null. */
export interface Output {
  readonly label: string | null;
  /** Of the label; from `probabilities` where only they were given. */
  readonly probability: number | null;
  readonly probabilities: Readonly<Record<string, number>> | null;
  readonly number: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What really was the case, as it is stored: one of the two. */
export interface ActualValue {
  readonly label: string | null;
  readonly number: number | null;
}

/** An output as a client gives it. Fields are unknown where a file gives it. */
export interface GivenOutput {
  readonly class?: { label?: unknown; probability?: unknown; probabilities?: unknown } | null;
  readonly number?: { value?: unknown; lower?: unknown; upper?: unknown } | null;
}
export interface GivenActual {
  readonly label?: unknown;
  readonly number?: unknown;
}

const LONGEST_LABEL = 200;
const MOST_LABELS = 1_000;
/** How far a probability may be from the one in `probabilities`: both were rounded on their way. */
const SAME_PROBABILITY = 1e-6;

export const isClassification = (task: ModelTask): boolean =>
  task === ModelTask.BINARY_CLASSIFICATION || task === ModelTask.MULTICLASS_CLASSIFICATION;

/** Checks an output against the task, and the labels that the signature knows. */
export function readOutput(spec: OutputSpec, given: GivenOutput): Output | Fault {
  if (isClassification(spec.task)) {
    if (given.class != null && given.number == null) return readClass(spec, given.class);
    return new Fault(['output'], `give \`class\`: the task of the model is ${spec.task}`);
  }
  if (spec.task === ModelTask.REGRESSION) {
    if (given.number != null && given.class == null) return readNumber(given.number);
    return new Fault(['output'], `give \`number\`: the task of the model is ${spec.task}`);
  }
  return new Fault(['output'], `outputs of ${spec.task} are not taken by this server`);
}

function readClass({ labels }: OutputSpec, given: NonNullable<GivenOutput['class']>): Output | Fault {
  const path = ['output', 'class'];
  const label = shortText(given.label, LONGEST_LABEL, [...path, 'label']);
  if (label instanceof Fault) return label;
  if (labels?.includes(label) === false) return notALabel([...path, 'label']);
  const probabilities = readProbabilities(labels, given.probabilities, [...path, 'probabilities']);
  if (probabilities instanceof Fault) return probabilities;
  const listed = probabilities?.[label] ?? null;
  const probability = given.probability ?? listed;
  if (probability !== null && !isProbability(probability))
    return new Fault([...path, 'probability'], 'give a number from 0 to 1');
  if (probability !== null && listed !== null && Math.abs(probability - listed) > SAME_PROBABILITY)
    return new Fault([...path, 'probability'], 'differs from the one in `probabilities`');
  return { label, probability, probabilities, number: null, lower: null, upper: null };
}

const notALabel = (path: readonly string[]): Fault =>
  new Fault(path, 'is not one of the labels of the signature');

function readProbabilities(
  labels: readonly string[] | null,
  given: unknown,
  path: readonly string[],
): Record<string, number> | null | Fault {
  if (given === null || given === undefined) return null;
  if (typeof given !== 'object' || Array.isArray(given))
    return new Fault(path, 'give an object of label and number');
  if (isTooLarge(given)) return new Fault(path, TOO_LARGE_WHY);
  const probabilities: Record<string, number> = Object.create(null);
  const entries = Object.entries(given);
  if (entries.length > MOST_LABELS) return new Fault(path, `give at most ${MOST_LABELS} labels`);
  // In one order, so that two outputs of one content are kept as the same text.
  for (const [key, value] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const label = shortText(key, LONGEST_LABEL, path);
    if (label instanceof Fault) return label;
    if (labels?.includes(label) === false) return notALabel([...path, label]);
    if (!isProbability(value)) return new Fault([...path, label], 'give a number from 0 to 1');
    probabilities[label] = value;
  }
  return probabilities;
}

const isProbability = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= 1;

function readNumber(given: NonNullable<GivenOutput['number']>): Output | Fault {
  const value = asDouble(given.value);
  if (value === undefined) return new Fault(['output', 'number', 'value'], 'give a number');
  const lower = given.lower == null ? null : asDouble(given.lower);
  if (lower === undefined) return new Fault(['output', 'number', 'lower'], 'give a number');
  const upper = given.upper == null ? null : asDouble(given.upper);
  if (upper === undefined) return new Fault(['output', 'number', 'upper'], 'give a number');
  if (lower !== null && upper !== null && upper < lower)
    return new Fault(['output', 'number', 'upper'], 'give no less than `lower`');
  return { label: null, probability: null, probabilities: null, number: value, lower, upper };
}

/** GraphQL's Number arrives as a double, NaN included; in a file it is JSON. */
const asDouble = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : parseNumber(value);

/** Checks an actual against the task, and the labels where one version answers for it. */
export function readActual(
  task: ModelTask,
  given: GivenActual,
  path: readonly string[],
  labels: readonly string[] | null = null,
): ActualValue | Fault {
  if (isClassification(task)) {
    if (given.label == null || given.number != null)
      return new Fault(path, `give \`label\`: the task of the model is ${task}`);
    const label = shortText(given.label, LONGEST_LABEL, [...path, 'label']);
    if (label instanceof Fault) return label;
    return labels?.includes(label) === false ? notALabel([...path, 'label']) : { label, number: null };
  }
  if (task === ModelTask.REGRESSION) {
    const number = given.number == null || given.label != null ? undefined : asDouble(given.number);
    if (number === undefined) return new Fault(path, `give \`number\`: the task of the model is ${task}`);
    return { label: null, number };
  }
  return new Fault(path, `actuals of ${task} are not taken by this server`);
}

/** The probability of the positive label, where the output tells it. */
export function positiveProbability(
  { positiveLabel }: OutputSpec,
  { label, probability, probabilities }: Output,
): number | null {
  if (positiveLabel === null) return null;
  if (probabilities && Object.hasOwn(probabilities, positiveLabel)) return probabilities[positiveLabel]!;
  if (probability === null) return null;
  return label === positiveLabel ? probability : 1 - probability;
}
