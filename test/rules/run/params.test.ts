import fc from 'fast-check';
import { Refusal } from '../../../server/src/contract/user-error';
import { newParams, type Params, withParams } from '../../../server/src/run/params';

const params = fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }), {
  maxKeys: 8,
});
const asKept = (value: Params): Params => JSON.parse(JSON.stringify(value)) as Params;
const after = (run: { id: string; params: Params }, given: Params): Params =>
  withParams(run, newParams(run, given, ['input', 'params'])).params ?? run.params;

/** The same JSON with the keys of every object the other way round. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, turned(item)]),
  );
};

test('what a run has stays, and what is given again, in whatever order of keys, changes nothing', () => {
  fc.assert(
    fc.property(params, params, (kept, given) => {
      const run = { id: 'run', params: asKept(kept) };
      const fresh = Object.fromEntries(Object.entries(given).filter(([key]) => !Object.hasOwn(kept, key)));
      const all = after(run, fresh);
      expect(Object.keys(all).sort()).toEqual(Object.keys({ ...kept, ...fresh }).sort());
      expect(newParams({ id: 'run', params: all }, turned(asKept(all)) as Params, [])).toEqual({});
    }),
  );
});

test('another value of any param is refused by its name, whatever else is given', () => {
  fc.assert(
    fc.property(
      params.filter((kept) => Object.keys(kept).length > 0),
      fc.nat(),
      (kept, pick) => {
        const key = Object.keys(kept)[pick % Object.keys(kept).length]!;
        const given = { ...kept, [key]: { was: kept[key] }, 'another one': 1 };
        try {
          newParams({ id: 'run', params: kept }, given, ['input', 'params']);
          throw new Error('It was not refused.');
        } catch (error) {
          expect((error as Refusal).errors).toMatchObject([
            { code: 'IMMUTABLE', path: ['input', 'params', key], existingId: 'run' },
          ]);
        }
      },
    ),
  );
});

test.each([
  ['1.0 and 1', 1.0, 1, true],
  ['-0 and 0', -0, 0, true],
  ['1 and "1"', 1, '1', false],
  ['null and false', null, false, false],
  ['lists in another order', [1, 2], [2, 1], false],
])('%s', (_, one, other, same) => {
  const attempt = () => newParams({ id: 'run', params: { p: one } }, { p: other }, []);
  if (same) expect(attempt()).toEqual({});
  else expect(attempt).toThrow(Refusal);
});

test('64 KiB in all are kept and one byte more is refused', () => {
  const around = JSON.stringify({ a: '', b: '' }).length;
  const run = { id: 'run', params: { a: 'x'.repeat(60_000) } };
  const most = 64 * 1024 - around - 60_000;
  expect(Object.keys(newParams(run, { b: 'x'.repeat(most) }, []))).toEqual(['b']);
  expect(() => newParams(run, { b: 'x'.repeat(most + 1) }, [])).toThrow(/64|65536/);
});
