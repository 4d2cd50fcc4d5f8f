import { Coalesced } from '../../../server/src/event/coalesced';

/** Readings that end when they are told to; each gives its number. */
function readings() {
  const open: ((failure?: Error) => void)[] = [];
  const read = (): Promise<number> =>
    new Promise((resolve, reject) => {
      const number = open.length + 1;
      open.push((failure) => (failure ? reject(failure) : resolve(number)));
    });
  return { open, read };
}

test('who asks while one runs gets the next, together with the others', async () => {
  const { open, read } = readings();
  const coalesced = new Coalesced<number>();
  const first = coalesced.ask('a', read);
  const waiting = [coalesced.ask('a', read), coalesced.ask('a', read), coalesced.ask('a', read)];
  const other = coalesced.ask('b', read);
  expect(open).toHaveLength(2);
  open[0]!();
  open[1]!();
  expect([await first, await other]).toEqual([1, 2]);
  const late = coalesced.ask('a', read);
  open[2]!();
  expect(await Promise.all(waiting)).toEqual([3, 3, 3]);
  open[3]!();
  expect(await late).toBe(4);
  expect(open).toHaveLength(4);
});

test('a failure is for those who asked for it', async () => {
  const { open, read } = readings();
  const coalesced = new Coalesced<number>();
  const first = coalesced.ask('a', read);
  const second = coalesced.ask('a', read);
  open[0]!(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  open[1]!();
  expect(await second).toBe(2);
});
