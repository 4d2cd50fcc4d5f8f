import { judge } from '../../../server/src/contract/item-reject';
import { count, rules, text } from '../../../server/src/contract/rules';

const rule = rules({ name: text(1, 5), step: count, below: rules({ name: text(1, 5) }).optional() });

test('every item is either kept, as its rules normalise it, or rejected once with its place and field', () => {
  const items = [
    { name: 'e\u0301', step: 0 },
    { name: '', step: -1 },
    { name: 'ok', step: 1, below: { name: 'too long' } },
    { name: 'a\0', step: 1 },
    { name: 'ok', step: 2 },
  ];
  const { good, rejects } = judge(rule, items);
  expect(good).toEqual([
    { index: 0, item: { name: 'é', step: 0 } },
    { index: 4, item: { name: 'ok', step: 2 } },
  ]);
  expect(rejects.map(({ index, code, path }) => [index, code, path.join('.')])).toEqual([
    [1, 'INVALID_INPUT', 'name'],
    [2, 'INVALID_INPUT', 'below.name'],
    [3, 'INVALID_INPUT', 'name'],
  ]);
  expect(rejects[1]!.message).toMatch(/^Item 2\.below\.name: give 1 to 5 characters.*\.$/);
});
