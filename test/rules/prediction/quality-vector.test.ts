import 'reflect-metadata';
import fc from 'fast-check';
import { qualityCounter } from '../../../server/src/baseline/count-quality';
import { qualityMeasures } from '../../../server/src/baseline/quality-sums';
import { ModelTask } from '../../../server/src/model/model-task';
import { BinaryQuality, qualitySums } from '../../../server/src/prediction/summary/quality-vector';
import type { OutputSpec } from '../../../server/src/signature/signature';

type Row = readonly [actual: boolean, probability: number];

const spec: OutputSpec = {
  task: ModelTask.BINARY_CLASSIFICATION,
  positiveLabel: 'yes',
  labels: ['yes', 'no'],
  unit: null,
};
const label = (positive: boolean): string => (positive ? 'yes' : 'no');

/** The scores of the rows as a window keeps them. */
const ofWindow = (rows: readonly Row[]) => {
  const quality = new BinaryQuality();
  for (const [actual, probability] of rows) quality.add(actual, probability >= 0.5, probability);
  const { counts, sums, scores } = quality.vectors();
  return qualitySums('BINARY_CLASSIFICATION', 0, { counts, sums: sums.map(Number), scores });
};

/** And as a baseline does. */
const ofBaseline = (rows: readonly Row[]) => {
  const counter = qualityCounter(spec);
  for (const [actual, probability] of rows)
    counter.add(
      {
        label: label(probability >= 0.5),
        probability: null,
        probabilities: { yes: probability },
        number: null,
        lower: null,
        upper: null,
      },
      { label: label(actual), number: null },
    );
  const sums = counter.sums();
  if (!sums) throw new Error('no sums');
  return sums;
};

test('scores on the edge of a bin are counted in the same one on both sides', () => {
  const rows: Row[] = Array.from({ length: 200 }, (_, index) =>
    index % 2 === 0 ? [false, 0.3] : [true, 0.25],
  );
  // Half of the rows say 0.3 and none is positive, half say 0.25 and all are: (0.3 + 0.75) / 2.
  for (const quality of [ofWindow(rows), ofBaseline(rows)])
    expect(qualityMeasures(quality).ece?.value).toBeCloseTo(0.525, 8);
});

test('the same rows have the same scores, bin by bin and bit by bit', () => {
  const edges = fc.integer({ min: 0, max: 200 }).map((bin) => bin / 200);
  const rows = fc.array(fc.tuple(fc.boolean(), fc.oneof(edges, fc.double({ min: 0, max: 1, noNaN: true }))), {
    minLength: 1,
    maxLength: 50,
  });
  fc.assert(
    fc.property(rows, (given) => {
      const [window, baseline] = [ofWindow(given), ofBaseline(given)];
      if (window.task !== 'BINARY_CLASSIFICATION' || baseline.task !== 'BINARY_CLASSIFICATION')
        throw new Error('not binary');
      expect(window.scores).toEqual(baseline.scores);
      expect(window.confusion).toEqual(baseline.confusion);
    }),
  );
});
