import fc from 'fast-check';
import { readNumbers, writeNumbers } from '../../../server/src/database/json-numbers';

const keptByJson = (text: string): unknown => JSON.parse(text);

test('every double comes back from JSON as it went, under whatever names', () => {
  const number = fc.double().map((value) => (Object.is(value, -0) ? 0 : value));
  const name = fc.oneof(fc.string(), fc.constantFrom('number', 'NaN', 'Infinity'));
  const value = fc.letrec((tie) => ({
    any: fc.oneof(number, fc.string(), fc.constantFrom('NaN', 'Infinity', null), tie('list'), tie('object')),
    list: fc.array(tie('any'), { maxLength: 4 }),
    // Two fields at least: what has one alone, named "number", is a number beyond the finite.
    object: fc.record({ name, value: tie('any'), text: fc.string() }),
  })).object;
  fc.assert(
    fc.property(value, (findings) => {
      expect(readNumbers(keptByJson(writeNumbers(findings as object)))).toEqual(findings);
    }),
  );
});
