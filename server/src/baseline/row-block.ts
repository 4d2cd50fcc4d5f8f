import { type Random, seededRandom } from '../statistics/random/seeded-random';
import { FeatureTable } from './feature-table';
import type { Output } from './output-reader';

/** The half of a reference that its row of this number belongs to: a coin of its own for each, as rows may be sorted. */
export const halfOf = (number: number): 0 | 1 => (seededRandom(number)() < 0.5 ? 0 : 1);

/** Some rows with what they have of outputs. */
export class RowBlock {
  readonly table: FeatureTable;
  readonly outputs: (Output | null)[];
  /** Which half of the reference each belongs to; those of its first rows, unless somebody says otherwise. */
  readonly halves: Uint8Array;
  /** Rows that are filled. */
  filled = 0;

  constructor(rows: number, width: number) {
    this.table = new FeatureTable(rows, width);
    this.outputs = new Array(rows).fill(null);
    this.halves = Uint8Array.from({ length: rows }, (_, row) => halfOf(row));
  }
}

/** A row's place. */
interface Place {
  readonly block: RowBlock;
  readonly row: number;
}

const BLOCK = 4_096;

/** Rows kept of a stream: all of them up to `most`, then a uniform sample (Vitter 1985, algorithm R). */
export class RowSample {
  readonly blocks: RowBlock[] = [];
  private readonly aside: RowBlock;
  private seen = 0;

  constructor(
    private readonly width: number,
    private readonly most: number,
    private readonly random: Random,
  ) {
    this.aside = new RowBlock(1, width);
  }

  /** Whether nothing was left out. */
  get isWhole(): boolean {
    return this.seen <= this.most;
  }

  /** Where the next row goes. */
  next(): Place {
    const place = this.place();
    place.block.halves[place.row] = halfOf(this.seen);
    this.seen += 1;
    return place;
  }

  private place(): Place {
    if (this.seen < this.most) return this.append();
    const chosen = Math.floor(this.random() * (this.seen + 1));
    if (chosen >= this.most) return { block: this.aside, row: 0 };
    return { block: this.blocks[Math.floor(chosen / BLOCK)]!, row: chosen % BLOCK };
  }

  private append(): Place {
    const last = this.blocks.at(-1);
    const block = last && last.filled < BLOCK ? last : new RowBlock(BLOCK, this.width);
    if (block !== last) this.blocks.push(block);
    block.filled += 1;
    return { block, row: block.filled - 1 };
  }
}
