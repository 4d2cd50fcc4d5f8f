import { snapshot } from '../../../sdk/dist/cjs/predictions/snapshot.js';

test('a copy has nothing in common with what it was made of, at any depth', () => {
  const given = {
    output: { class: { probabilities: [{ p: 1 }] } },
    at: new Date(1),
    same: [0, -0, Number.NaN],
  };
  const copy = snapshot(given);
  expect(copy).toEqual(given);
  (given.output.class.probabilities[0] as { p: number }).p = 2;
  given.at.setTime(2);
  given.same.length = 0;
  expect(copy).toEqual({
    output: { class: { probabilities: [{ p: 1 }] } },
    at: new Date(1),
    same: [0, -0, Number.NaN],
  });
});

test('what knows how it is written as JSON is written now', () => {
  const decimal = { digits: '1.5', toJSON: () => decimal.digits };
  const copy = snapshot({ x: decimal });
  decimal.digits = '2.5';
  expect(copy).toEqual({ x: '1.5' });
});

test('what it says of itself is copied too, and numbers in boxes are numbers', () => {
  const inner = { list: [1] };
  const copy = snapshot({ x: { toJSON: () => inner }, n: new Number(3), s: new String('a') });
  inner.list.push(2);
  expect(copy).toEqual({ x: { list: [1] }, n: 3, s: 'a' });
});

test('what makes itself anew whenever it is asked has an end', () => {
  class Money {
    readonly amount = 1;
    toJSON(): Money {
      return new Money();
    }
  }
  expect(JSON.stringify(snapshot({ x: new Money() }))).toBe('{"x":{"amount":1}}');
});

test('what JSON cannot hold stays, for the sending to refuse it', () => {
  const circle: Record<string, unknown> = { big: 10n };
  circle.self = circle;
  const copy = snapshot(circle);
  expect(copy.big).toBe(10n);
  expect(() => JSON.stringify({ ...copy, big: 1 })).toThrow(TypeError);
});
