import { ConfigurationError } from '../../../sdk/dist/cjs/errors/service-errors.js';
import { modelRef } from '../../../sdk/dist/cjs/models/model-like.js';
import { runRef } from '../../../sdk/dist/cjs/runs/run-like.js';
import { withExpectedId } from '../../../sdk/dist/cjs/versions/expected-current.js';
import { missingVersion } from '../../../sdk/dist/cjs/versions/missing.js';
import { versionRef } from '../../../sdk/dist/cjs/versions/version-like.js';

test('things are named by id, by name and by themselves', () => {
  expect(modelRef('a')).toEqual({ name: 'a' });
  expect(modelRef({ id: '1', name: 'a' })).toEqual({ id: '1' });
  expect(runRef({ id: '1', externalId: null })).toEqual({ id: '1' });
  expect(runRef({ externalId: 'e' })).toEqual({ externalId: 'e' });
  expect(versionRef({ id: '1' })).toEqual({ pick: { id: '1' } });
  expect(versionRef({ model: 'a' })).toEqual({ model: { name: 'a' } });
  expect(versionRef({ model: { id: '1' }, pick: { number: 3 } })).toEqual({
    model: { id: '1' },
    pick: { number: 3 },
  });
});

test.each([undefined, null, 7, {}, '', { id: undefined }])('%p names nothing, which is said', (given) => {
  for (const ref of [modelRef, runRef, versionRef])
    expect(() => ref(given as never)).toThrow(ConfigurationError);
});

test('a version by a text alone is refused with how to name it', () => {
  expect(() => versionRef('x' as never)).toThrow(
    /\{ model: 'churn', pick: \{ number: 3 \} \}; this is "x"\.$/,
  );
});

test('expectedCurrent is a version, its id, null or left out', () => {
  expect(withExpectedId({ expectedCurrent: { id: '1' }, reason: 'r' })).toEqual({
    expectedCurrent: '1',
    reason: 'r',
  });
  expect(withExpectedId({ expectedCurrent: '1' })).toEqual({ expectedCurrent: '1' });
  expect(withExpectedId({ expectedCurrent: null })).toEqual({ expectedCurrent: null });
  expect(withExpectedId({})).toEqual({});
  expect(() => withExpectedId({ expectedCurrent: {} as never })).toThrow(ConfigurationError);
});

test.each([
  [{ model: 'x' }, 'The model "x" has no version in PRODUCTION.'],
  [{ model: 'x', pick: { stage: 'SHADOW' } }, 'The model "x" has no version in SHADOW.'],
  [{ model: { id: '1' }, pick: { number: 3 } }, 'The model with the id "1" has no version 3.'],
  [{ model: 'x', pick: { latest: true } }, 'The model "x" has no version at all.'],
  [{ id: '1' }, 'There is no version "1" in this project.'],
] as const)('%j that is missing is missed in words', (version, message) => {
  expect(missingVersion(version).message).toBe(message);
});
