import { isIllFormed, isShort } from '../contract/text';

/** Why one row or item of many is not taken: the field, from the item downwards, and what to give instead. A value, because a batch may have thousands. */
export class Fault {
  constructor(
    readonly path: readonly string[],
    readonly why: string,
  ) {}
}

const PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;

/** Text of 1 to `most` characters by the rule `text` of the contract, with a short way for plain ASCII; a fault at `path`. */
export function shortText(value: unknown, most: number, path: readonly string[]): string | Fault {
  if (typeof value === 'string') {
    if (value.length <= most && PLAIN.test(value)) return value;
    const normal = isIllFormed(value) ? '' : value.normalize('NFC');
    if (isShort(normal, 1, most)) return normal;
  }
  return new Fault(
    path,
    `give text of 1 to ${most} characters, without control characters, halves of surrogate pairs and space at either end`,
  );
}
