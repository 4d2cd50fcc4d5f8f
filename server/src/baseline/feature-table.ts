/**
 * The features of many rows as they are stored and counted: numbers side by side in one block of memory, each of which may
 * be missing, and the others by name.
 */
export class FeatureTable {
  /** Features that are no numbers, by name, missing ones left out; null where a row has none. */
  readonly extras: (Readonly<Record<string, unknown>> | null)[];
  private readonly values: Float64Array;
  private readonly present: Uint8Array;

  constructor(
    readonly rows: number,
    /** Numbers a row has: NUMBER, INTEGER and BOOLEAN (0, 1) features, in the order of the signature. */
    readonly width: number,
  ) {
    this.values = new Float64Array(rows * width);
    this.present = new Uint8Array(rows * width);
    this.extras = new Array(rows).fill(null);
  }

  setNumber(row: number, column: number, value: number | null): void {
    const at = row * this.width + column;
    this.present[at] = value === null ? 0 : 1;
    this.values[at] = value ?? 0;
  }

  number(row: number, column: number): number | null {
    const at = row * this.width + column;
    return this.present[at] === 1 ? (this.values[at] as number) : null;
  }
}
