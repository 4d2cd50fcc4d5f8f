import { settledEnds } from '../../../server/src/event/settled-ends';

const ends = (head: number, ...waiting: string[]) => ({ head, oldest: 1, waiting });

/** A log that is read in these states, one after the other. */
function settling(...states: ReturnType<typeof ends>[]) {
  const calls: string[] = [];
  return {
    calls,
    read: async () => {
      calls.push('read');
      return (states.length > 1 ? states.shift() : states[0])!;
    },
    sequence: () => void calls.push('sequence'),
    grown: async () => {
      calls.push('grown');
      jest.advanceTimersByTime(100);
    },
  };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('a log without events that wait is read once', async () => {
  const log = settling(ends(7));
  expect(await settledEnds(log)).toEqual(ends(7));
  expect(log.calls).toEqual(['read']);
});

test('it waits for what was there when it began, not for what came later', async () => {
  const log = settling(ends(7, 'a', 'b'), ends(8, 'b', 'c'), ends(9, 'c', 'd'));
  expect((await settledEnds(log)).head).toBe(9);
  // It listens before it asks, or it might not hear the answer.
  expect(log.calls).toEqual(['read', 'grown', 'sequence', 'read', 'grown', 'sequence', 'read']);
});

test('where nobody sequences it goes on all the same', async () => {
  const log = settling(ends(7, 'a'));
  expect(await settledEnds(log)).toEqual(ends(7, 'a'));
});
