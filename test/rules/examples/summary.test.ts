import { driftedOf, table } from '../../../examples/seattle/summary';

test('the months of the demo name as many drifted as the alert counts: the output is one of them', () => {
  const judged = (name: string, verdict: string) => ({ name, verdict });
  const features = [judged('wind', 'OK'), judged('temp_max', 'DRIFT')];
  expect(driftedOf({ features, output: judged('output', 'DRIFT') })).toEqual(['temp_max', 'output']);
  expect(driftedOf({ features, output: null })).toEqual(['temp_max']);
});

test('the table has each version below its numbers on hold-out rows', () => {
  const month = {
    report: 'a',
    month: '2013-01',
    version: 1,
    quality: { rmse: 2.481, mae: 2.19, r2: 0.32 },
    baseline: { rmse: 2.97, mae: 2.4, r2: null },
    drifted: ['temp_max'],
    verdict: 'WARNING',
    warnings: [],
  };
  const lines = table([month, { ...month, month: '2013-02' }, { ...month, version: 2, drifted: [] }]).split(
    '\n',
  );
  expect(lines.map((line) => line.trimEnd().replace(/ +/g, ' '))).toEqual([
    'month version RMSE MAE R2 verdict drifted',
    'hold-out v1 2.97 2.40 -',
    '2013-01 v1 2.48 2.19 0.32 WARNING temp_max',
    '2013-02 v1 2.48 2.19 0.32 WARNING temp_max',
    'hold-out v2 2.97 2.40 -',
    '2013-01 v2 2.48 2.19 0.32 WARNING -',
  ]);
});
