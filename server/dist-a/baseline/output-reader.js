'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.isClassification = void 0;
exports.readOutput = readOutput;
exports.readActual = readActual;
exports.positiveProbability = positiveProbability;
const scalars_1 = require('../contract/scalars');
const model_entity_1 = require('../model/model.entity');
const fault_1 = require('./fault');
const LONGEST_LABEL = 200;
const MOST_LABELS = 1_000;
/** How far a probability may be from the one in `probabilities`: both were rounded on their way. */
const SAME_PROBABILITY = 1e-6;
const isClassification = (task) =>
  task === model_entity_1.ModelTask.BINARY_CLASSIFICATION ||
  task === model_entity_1.ModelTask.MULTICLASS_CLASSIFICATION;
exports.isClassification = isClassification;
/** Checks an output against the task, and the labels that the signature knows. */
function readOutput(spec, given) {
  if ((0, exports.isClassification)(spec.task)) {
    if (given.class != null && given.number == null) return readClass(spec, given.class);
    return new fault_1.Fault(['output'], `give \`class\`: the task of the model is ${spec.task}`);
  }
  if (spec.task === model_entity_1.ModelTask.REGRESSION) {
    if (given.number != null && given.class == null) return readNumber(given.number);
    return new fault_1.Fault(['output'], `give \`number\`: the task of the model is ${spec.task}`);
  }
  return new fault_1.Fault(['output'], `outputs of ${spec.task} are not taken by this server`);
}
function readClass({ labels }, given) {
  const path = ['output', 'class'];
  const label = (0, fault_1.shortText)(given.label, LONGEST_LABEL, [...path, 'label']);
  if (label instanceof fault_1.Fault) return label;
  if (labels?.includes(label) === false)
    return new fault_1.Fault([...path, 'label'], 'is not one of the labels of the signature');
  const probabilities = readProbabilities(labels, given.probabilities, [...path, 'probabilities']);
  if (probabilities instanceof fault_1.Fault) return probabilities;
  const listed = probabilities?.[label] ?? null;
  const probability = given.probability ?? listed;
  if (probability !== null && !isProbability(probability))
    return new fault_1.Fault([...path, 'probability'], 'give a number from 0 to 1');
  if (probability !== null && listed !== null && Math.abs(probability - listed) > SAME_PROBABILITY)
    return new fault_1.Fault([...path, 'probability'], 'differs from the one in `probabilities`');
  return { label, probability, probabilities, number: null, lower: null, upper: null };
}
function readProbabilities(labels, given, path) {
  if (given === null || given === undefined) return null;
  if (typeof given !== 'object' || Array.isArray(given))
    return new fault_1.Fault(path, 'give an object of label and number');
  const probabilities = Object.create(null);
  const entries = Object.entries(given);
  if (entries.length > MOST_LABELS) return new fault_1.Fault(path, `give at most ${MOST_LABELS} labels`);
  for (const [key, value] of entries) {
    const label = (0, fault_1.shortText)(key, LONGEST_LABEL, path);
    if (label instanceof fault_1.Fault) return label;
    if (labels?.includes(label) === false)
      return new fault_1.Fault([...path, label], 'is not one of the labels of the signature');
    if (!isProbability(value)) return new fault_1.Fault([...path, label], 'give a number from 0 to 1');
    probabilities[label] = value;
  }
  return probabilities;
}
const isProbability = (value) => typeof value === 'number' && value >= 0 && value <= 1;
function readNumber(given) {
  const value = asDouble(given.value);
  if (value === undefined) return new fault_1.Fault(['output', 'number', 'value'], 'give a number');
  const lower = given.lower == null ? null : asDouble(given.lower);
  if (lower === undefined) return new fault_1.Fault(['output', 'number', 'lower'], 'give a number');
  const upper = given.upper == null ? null : asDouble(given.upper);
  if (upper === undefined) return new fault_1.Fault(['output', 'number', 'upper'], 'give a number');
  if (lower !== null && upper !== null && upper < lower)
    return new fault_1.Fault(['output', 'number', 'upper'], 'give no less than `lower`');
  return { label: null, probability: null, probabilities: null, number: value, lower, upper };
}
/** GraphQL's Number arrives as a double, NaN included; in a file it is JSON. */
const asDouble = (value) => (typeof value === 'number' ? value : (0, scalars_1.parseNumber)(value));
/** Checks an actual against the task. */
function readActual(task, given, path) {
  if ((0, exports.isClassification)(task)) {
    if (given.label == null || given.number != null)
      return new fault_1.Fault(path, `give \`label\`: the task of the model is ${task}`);
    const label = (0, fault_1.shortText)(given.label, LONGEST_LABEL, [...path, 'label']);
    return label instanceof fault_1.Fault ? label : { label, number: null };
  }
  if (task === model_entity_1.ModelTask.REGRESSION) {
    const number = given.number == null || given.label != null ? undefined : asDouble(given.number);
    if (number === undefined)
      return new fault_1.Fault(path, `give \`number\`: the task of the model is ${task}`);
    return { label: null, number };
  }
  return new fault_1.Fault(path, `actuals of ${task} are not taken by this server`);
}
/** The probability of the positive label, where the output tells it. */
function positiveProbability({ positiveLabel }, { label, probability, probabilities }) {
  if (positiveLabel === null) return null;
  if (probabilities && Object.hasOwn(probabilities, positiveLabel)) return probabilities[positiveLabel];
  if (probability === null) return null;
  return label === positiveLabel ? probability : 1 - probability;
}
//# sourceMappingURL=output-reader.js.map
