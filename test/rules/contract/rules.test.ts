import 'reflect-metadata';
import { judge } from '../../../server/src/contract/item-reject';
import { check, count, rules } from '../../../server/src/contract/rules';

const RULE = rules({ value: count, step: count });

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
  'that %p is no number is said in our own words, of an input as of an item',
  (value) => {
    expect(() => check(RULE, { value, step: value })).toThrow(
      'input.value: give a finite number. input.step: give a finite number.',
    );
    expect(judge(RULE, [{ value, step: 1 }]).rejects).toMatchObject([
      { path: ['value'], message: 'Item 0.value: give a finite number.' },
    ]);
  },
);

test('a rule that has its own words keeps them', () => {
  expect(() => check(RULE, { value: 6, step: -1 })).toThrow('input.step: give 0 or more.');
});
