import type { Material } from '../../server/src/monitoring/material';
import { material, numbers } from '../rules/monitoring/make-material';

// The thread is a file of the built server.
const { ReportComposer } =
  require('../../server/dist/monitoring/report-composer.js') as typeof import('../../server/src/monitoring/report-composer');

const sound = material({ features: [numbers('x', [1, 2, 3, 4, 5, 6], [1, 2, 3])] });
const unsound: Material = {
  ...sound,
  features: sound.features.map((feature) => ({ ...feature, current: { ...feature.current, counts: [1] } })),
};

test('a report that cannot be composed is refused, and the next one is composed', async () => {
  const composer = new ReportComposer();
  await expect(composer.compose(unsound)).rejects.toThrow(/bins/);
  expect(await composer.compose(sound)).toMatchObject({ verdict: expect.any(String) });
  await composer.close();
});

test('beyond a queue of 32 one is refused at once; who waits when it closes is told', async () => {
  const composer = new ReportComposer();
  const asked = Array.from({ length: 33 }, () => composer.compose(sound).catch((error) => error));
  await expect(async () => composer.compose(sound)).rejects.toMatchObject({
    extensions: { code: 'UNAVAILABLE' },
  });
  await asked[0];
  await composer.close();
  expect(await asked.at(-1)).toMatchObject({ extensions: { code: 'UNAVAILABLE' } });
});
