import fc from 'fast-check';
import { readNumbers, writeJson } from '../../../sdk/dist/cjs/transport/numbers.js';

test('NaN and infinities survive the way out and back at the paths of an operation', () => {
  const value = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Infinity, -Infinity));
  const nodes = fc.array(
    fc.record({ name: fc.constantFrom('NaN', 'Infinity', 'a'), metrics: fc.array(fc.record({ value })) }),
  );
  fc.assert(
    fc.property(nodes, (given) => {
      const answer = JSON.parse(writeJson({ versions: { nodes: given } }));
      readNumbers(answer, ['versions.nodes[].metrics[].value']);
      expect(answer.versions.nodes).toEqual(withoutNegativeZero(given));
    }),
  );
});

/** JSON has none. */
const withoutNegativeZero = (nodes: { name: string; metrics: { value: number }[] }[]) =>
  nodes.map(({ name, metrics }) => ({
    name,
    metrics: metrics.map((metric) => ({ value: metric.value + 0 })),
  }));

test('only the named paths are read: a model may be named "NaN"', () => {
  const answer = {
    model: { name: 'NaN', best: 'NaN', metadata: { best: 'NaN' }, grid: [['Infinity', 1], ['x']] },
  };
  readNumbers(answer, ['model.best', 'model.grid[][]', 'model.missing.value', 'model.name.length']);
  expect(answer).toEqual({
    model: { name: 'NaN', best: Number.NaN, metadata: { best: 'NaN' }, grid: [[Infinity, 1], ['x']] },
  });
});

test('nothing on the way is stumbled over: null, missing, other types', () => {
  for (const data of [null, {}, { a: null }, { a: [null, { b: null }] }, { a: 3 }, []]) {
    const before = JSON.stringify(data);
    readNumbers(data, ['a.b', 'a[].b']);
    expect(JSON.stringify(data)).toBe(before);
  }
});

test('a Date is written as RFC 3339, and one that is none is refused by name', () => {
  expect(writeJson({ at: new Date(0), skipped: undefined })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
  expect(() => writeJson({ input: { expiresAt: new Date('tomorrow') } })).toThrow(
    'expiresAt is an invalid Date',
  );
});
