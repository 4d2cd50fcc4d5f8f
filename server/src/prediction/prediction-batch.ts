import { Fault } from '../baseline/fault';
import { FeatureTable } from '../baseline/feature-table';
import { type ItemReject, rejectOf } from '../contract/item-reject';
import { UserErrorCode } from '../contract/user-error';
import { CopyRows } from './copy-rows';
import type { PredictionInput } from './prediction.input';
import { type PredictionItem, readItem, stageItem } from './prediction-item';
import type { ServedVersion } from './served-version';

/** A batch as it was judged before the database saw it. The place of an item is its row in the table and its number in the stage. */
export interface PredictionBatch {
  readonly items: readonly PredictionItem[];
  readonly table: FeatureTable;
  /** The items as the stage takes them. */
  readonly bytes: Buffer;
  /** Items that repeat an earlier one of the batch. */
  readonly duplicates: number;
  readonly rejects: ItemReject[];
}

const BYTES_PER_NUMBER = 12;
const BYTES_BESIDE = 250;

/** Judges the items one by one: an item of the same id as an earlier one repeats it, or is rejected. */
export function readBatch(
  version: ServedVersion,
  given: readonly PredictionInput[],
  nowMs: number,
): PredictionBatch {
  const { width } = version.reader;
  const table = new FeatureTable(given.length, width);
  const copy = new CopyRows(given.length * (width * BYTES_PER_NUMBER + BYTES_BESIDE));
  const bodies = new Map<string, { from: number; to: number }>();
  const items: PredictionItem[] = [];
  const rejects: ItemReject[] = [];
  let duplicates = 0;
  given.forEach((one, index) => {
    const row = items.length;
    const item = readItem(version, one, index, nowMs, table, row);
    if (item instanceof Fault) {
      rejects.push(rejectOf(index, item.path, item.why));
      return;
    }
    const start = copy.position;
    const from = stageItem(copy, item, table, row);
    const earlier = bodies.get(item.predictionId);
    if (!earlier) {
      bodies.set(item.predictionId, { from, to: copy.position });
      items.push(item);
      return;
    }
    if (copy.isSame(earlier.from, earlier.to, from, copy.position)) duplicates += 1;
    else rejects.push(otherContent(index));
    copy.truncate(start);
    table.extras[row] = null;
  });
  return { items, table, bytes: copy.finish(), duplicates, rejects };
}

/** An id that was logged before, with another content. */
export const otherContent = (index: number): ItemReject => ({
  index,
  code: UserErrorCode.IMMUTABLE,
  message: `Item ${index}.predictionId: this version has logged this id with another content, which stays; give a new prediction a new id, and correct an actual with recordActuals.`,
  path: ['predictionId'],
});
