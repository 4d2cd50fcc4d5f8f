import { type Binned, type FeatureMaterial, rowsOf } from './material';
import { inPercent } from './words';

/**
 * Which of the shares that stand apart from the known values have changed by more than `floor`, in words: for many a drift the
 * whole of the reason.
 */
export function changedShares(
  { kind, reference, current }: Pick<FeatureMaterial, 'kind' | 'current'> & { reference: Binned },
  floor: number,
): string[] {
  const unseen = ({ counts }: Binned): number => (kind === 'CATEGORY' ? (counts.at(-1) ?? 0) : 0);
  const apart: readonly [string, (side: Binned) => number][] = [
    ['missing', ({ missing }) => missing],
    ['not finite', ({ nonFinite }) => nonFinite],
    ['unseen before', unseen],
  ];
  return apart
    .map(([what, count]) => ({ what, now: share(count, current), before: share(count, reference) }))
    .filter(({ now, before }) => Math.abs(now - before) > floor)
    .map(({ what, now, before }) => `${inPercent(now)} ${what} against ${inPercent(before)} in the baseline`);
}

const share = (count: (side: Binned) => number, side: Binned): number => count(side) / rowsOf(side);
