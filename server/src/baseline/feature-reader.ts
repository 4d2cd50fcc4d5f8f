import { isTooLarge, TOO_LARGE_WHY } from '../contract/json-object';
import { parseNumber } from '../contract/number';
import { findIllFormed, isIllFormed } from '../contract/text';
import { FeatureKind } from '../signature/feature-kind';
import type { Feature, Signature } from '../signature/signature';
import { Fault } from './fault';
import type { FeatureTable } from './feature-table';

type Features = Readonly<Record<string, unknown>>;
type Take = (
  value: unknown,
  table: FeatureTable,
  row: number,
  extra: Record<string, unknown>,
) => string | null;

const LONGEST_LABEL = 200;
const NONE = Object.freeze({});
const isNumeric = (kind: FeatureKind): boolean =>
  kind === FeatureKind.NUMBER || kind === FeatureKind.INTEGER || kind === FeatureKind.BOOLEAN;

/** The place of each stored number in a row: the names of NUMBER, INTEGER and BOOLEAN features in the order of the signature. */
export const numericFeatures = (signature: Signature | null): readonly Feature[] =>
  signature?.inputs.filter(({ kind }) => isNumeric(kind)) ?? [];

/** Checks the features of a row against a signature and puts them where they are stored. Made once per version. */
export class FeatureReader {
  readonly width: number;
  private readonly inputs: readonly { name: string; inherited: boolean; nullable: boolean; take: Take }[];
  private readonly hasExtra: boolean;

  constructor(private readonly signature: Signature | null) {
    const numbers = numericFeatures(signature).map(({ name }) => name);
    this.width = numbers.length;
    this.hasExtra = signature === null || signature.inputs.length > numbers.length;
    this.inputs = (signature?.inputs ?? []).map(({ name, kind, nullable }) => ({
      name,
      // A feature may be called "constructor": what every object has must not look like the row's own.
      inherited: name in Object.prototype,
      nullable,
      take: takes(kind, name, numbers.indexOf(name)),
    }));
  }

  /** Null when the row was taken. */
  read(features: Features, table: FeatureTable, row: number): Fault | null {
    if (isTooLarge(features)) return new Fault(['features'], TOO_LARGE_WHY);
    if (this.signature === null) return readFreely(features, table, row);
    const extra: Record<string, unknown> = this.hasExtra ? Object.create(null) : NONE;
    let known = 0;
    for (const { name, inherited, nullable, take } of this.inputs) {
      const value = inherited && !Object.hasOwn(features, name) ? undefined : features[name];
      if (value !== undefined) known += 1;
      if ((value === undefined || value === null) && !nullable) {
        const how = value === undefined ? 'is missing' : 'is null';
        return new Fault(['features', name], `${how}, and the signature does not say that it may be`);
      }
      const why = take(value ?? null, table, row, extra);
      if (why !== null) return new Fault(['features', name], why);
    }
    const names = Object.keys(features);
    if (names.length > known) return this.unknown(names);
    if (this.hasExtra) table.extras[row] = extra;
    return null;
  }

  private unknown(names: readonly string[]): Fault {
    const inputs = new Set(this.inputs.map(({ name }) => name));
    const name = names.find((one) => !inputs.has(one)) ?? '';
    return new Fault(
      ['features', ...(isIllFormed(name) ? [] : [name])],
      'the signature of the version has no such feature',
    );
  }
}

function readFreely(features: Features, table: FeatureTable, row: number): Fault | null {
  const illFormed = findIllFormed(features);
  if (illFormed)
    return new Fault(['features', ...illFormed], 'holds a NUL character or half a surrogate pair');
  table.extras[row] = inOrder(features) as Features;
  return null;
}

/** The same with keys in one order, so that two rows of one content are kept as the same text. */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const copy: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(value).sort()) copy[key] = inOrder((value as Features)[key]);
  return copy;
}

function takes(kind: FeatureKind, name: string, column: number): Take {
  switch (kind) {
    case FeatureKind.NUMBER:
      return (value, table, row) => {
        const number = value === null ? null : parseNumber(value);
        if (number === undefined)
          return 'give a number, or one of the strings "NaN", "Infinity", "-Infinity"';
        table.setNumber(row, column, number);
        return null;
      };
    case FeatureKind.INTEGER:
      return (value, table, row) => {
        if (value !== null && !Number.isSafeInteger(value))
          return `give a whole number from -${Number.MAX_SAFE_INTEGER} to ${Number.MAX_SAFE_INTEGER}`;
        table.setNumber(row, column, value as number | null);
        return null;
      };
    case FeatureKind.BOOLEAN:
      return (value, table, row) => {
        if (value !== null && typeof value !== 'boolean') return 'give true or false';
        table.setNumber(row, column, value === null ? null : Number(value));
        return null;
      };
    case FeatureKind.CATEGORY:
      return (value, _, __, extra) => {
        if (value === null) return null;
        if (typeof value !== 'string' || value.length > LONGEST_LABEL || isIllFormed(value))
          return `give text of at most ${LONGEST_LABEL} characters, without NUL and halves of surrogate pairs`;
        extra[name] = value.normalize('NFC');
        return null;
      };
    case FeatureKind.TEXT:
      return (value, _, __, extra) => {
        if (value === null) return null;
        if (typeof value !== 'string' || isIllFormed(value))
          return 'give text without NUL and halves of surrogate pairs';
        extra[name] = value;
        return null;
      };
  }
}
