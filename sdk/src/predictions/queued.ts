import type { ActualInput, ModelRef, PredictionInput, VersionRef } from '../generated/schema.js';

/** A prediction on its way. */
export interface QueuedPrediction {
  /** The version that made it. */
  readonly version: VersionRef;
  /** What it answered. */
  readonly prediction: Omit<PredictionInput, 'features'> & {
    /** As they were when it was logged. */
    readonly features?: Readonly<Record<string, unknown>> | null | undefined;
  };
}

/** An actual on its way. */
export interface QueuedActual {
  /** The model whose versions may have made the prediction. */
  readonly model: ModelRef;
  /** What really was the case. */
  readonly actual: ActualInput;
}

/** What the queue of predictions holds. */
export type Queued = QueuedPrediction | QueuedActual;

/** Items of a batch that go to the server in one request: all predictions of one version, or all actuals of one model. */
export interface Group {
  readonly items: readonly Queued[];
  /** Where each item stands in the batch. */
  readonly places: readonly number[];
}

/**
 * The groups of a batch, of at most so many items and with some items alone, in the order of their first items; within a
 * group the items keep theirs.
 */
export function groupsOf(
  batch: readonly Queued[],
  most = Number.POSITIVE_INFINITY,
  isAlone: (item: Queued) => boolean = () => false,
): Group[] {
  const groups: { items: Queued[]; places: number[] }[] = [];
  const open = new Map<string, { items: Queued[]; places: number[] }>();
  batch.forEach((item, place) => {
    const key = JSON.stringify('prediction' in item ? { version: item.version } : { model: item.model });
    let group = isAlone(item) ? undefined : open.get(key);
    if (!group || group.items.length >= most) {
      group = { items: [], places: [] };
      groups.push(group);
      if (!isAlone(item)) open.set(key, group);
    }
    group.items.push(item);
    group.places.push(place);
  });
  return groups;
}

/** Both halves of a group. */
export function halvesOf({ items, places }: Group): Group[] {
  const half = Math.ceil(items.length / 2);
  return [
    { items: items.slice(0, half), places: places.slice(0, half) },
    { items: items.slice(half), places: places.slice(half) },
  ];
}
