'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.FeatureReader = exports.numericFeatures = void 0;
const scalars_1 = require('../contract/scalars');
const text_1 = require('../contract/text');
const signature_1 = require('../signature/signature');
const fault_1 = require('./fault');
const LONGEST_LABEL = 200;
const isNumeric = (kind) =>
  kind === signature_1.FeatureKind.NUMBER ||
  kind === signature_1.FeatureKind.INTEGER ||
  kind === signature_1.FeatureKind.BOOLEAN;
/** The place of each stored number in a row: the names of NUMBER, INTEGER and BOOLEAN features in the order of the signature. */
const numericFeatures = (signature) => signature?.inputs.filter(({ kind }) => isNumeric(kind)) ?? [];
exports.numericFeatures = numericFeatures;
/** Checks the features of a row against a signature and puts them where they are stored. Made once per version. */
class FeatureReader {
  constructor(signature) {
    this.signature = signature;
    const numbers = (0, exports.numericFeatures)(signature).map(({ name }) => name);
    this.width = numbers.length;
    this.hasExtra = signature === null || signature.inputs.length > numbers.length;
    this.inputs = (signature?.inputs ?? []).map(({ name, kind, nullable }) => ({
      name,
      nullable,
      take: takes(kind, name, numbers.indexOf(name)),
    }));
  }
  /** `features` has no prototype, or only keys of its own are looked at wrongly. Null when the row was taken. */
  read(features, table, row) {
    if (this.signature === null) return readFreely(features, table, row);
    const extra = Object.create(null);
    let known = 0;
    for (const { name, nullable, take } of this.inputs) {
      const value = features[name];
      if (value !== undefined) known += 1;
      if ((value === undefined || value === null) && !nullable) {
        const how = value === undefined ? 'is missing' : 'is null';
        return new fault_1.Fault(['features', name], `${how}, and the signature does not say that it may be`);
      }
      const why = take(value ?? null, table, row, extra);
      if (why !== null) return new fault_1.Fault(['features', name], why);
    }
    const names = Object.keys(features);
    if (names.length > known) return this.unknown(names);
    if (this.hasExtra) table.extras[row] = extra;
    return null;
  }
  unknown(names) {
    const inputs = new Set(this.inputs.map(({ name }) => name));
    const name = names.find((one) => !inputs.has(one)) ?? '';
    return new fault_1.Fault(
      ['features', ...((0, text_1.isIllFormed)(name) ? [] : [name])],
      'the signature of the version has no such feature',
    );
  }
}
exports.FeatureReader = FeatureReader;
function readFreely(features, table, row) {
  const illFormed = (0, text_1.findIllFormed)(features);
  if (illFormed || Object.keys(features).some(text_1.isIllFormed))
    return new fault_1.Fault(
      ['features', ...(illFormed ?? [])],
      'holds a NUL character or half a surrogate pair',
    );
  table.extras[row] = inOrder(features);
  return null;
}
/** The same with keys in one order, so that two rows of one content are kept as the same text. */
function inOrder(value) {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const copy = Object.create(null);
  for (const key of Object.keys(value).sort()) copy[key] = inOrder(value[key]);
  return copy;
}
function takes(kind, name, column) {
  switch (kind) {
    case signature_1.FeatureKind.NUMBER:
      return (value, table, row) => {
        const number =
          typeof value === 'number' || value === null ? value : (0, scalars_1.parseNumber)(value);
        if (number === undefined)
          return 'give a number, or one of the strings "NaN", "Infinity", "-Infinity"';
        table.setNumber(row, column, number);
        return null;
      };
    case signature_1.FeatureKind.INTEGER:
      return (value, table, row) => {
        if (value !== null && !Number.isSafeInteger(value))
          return `give a whole number from -${Number.MAX_SAFE_INTEGER} to ${Number.MAX_SAFE_INTEGER}`;
        table.setNumber(row, column, value);
        return null;
      };
    case signature_1.FeatureKind.BOOLEAN:
      return (value, table, row) => {
        if (value !== null && typeof value !== 'boolean') return 'give true or false';
        table.setNumber(row, column, value === null ? null : Number(value));
        return null;
      };
    case signature_1.FeatureKind.CATEGORY:
      return (value, _, __, extra) => {
        if (value === null) return null;
        if (typeof value !== 'string' || value.length > LONGEST_LABEL || (0, text_1.isIllFormed)(value))
          return `give text of at most ${LONGEST_LABEL} characters, without NUL and halves of surrogate pairs`;
        extra[name] = value.normalize('NFC');
        return null;
      };
    case signature_1.FeatureKind.TEXT:
      return (value, _, __, extra) => {
        if (value === null) return null;
        if (typeof value !== 'string' || (0, text_1.isIllFormed)(value))
          return 'give text without NUL and halves of surrogate pairs';
        extra[name] = value;
        return null;
      };
  }
}
//# sourceMappingURL=feature-reader.js.map
