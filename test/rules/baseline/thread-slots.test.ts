import { ThreadSlots } from '../../../server/src/baseline/thread-slots';

const NEVER = new AbortController().signal;

/** Work that ends when it is told to. */
function held() {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end, work: () => ended };
}

test('so many work at a time, in the order in which they came, also after one has failed', async () => {
  const slots = new ThreadSlots(2);
  const begun: number[] = [];
  let working = 0;
  const results = await Promise.allSettled(
    [0, 1, 2, 3, 4, 5].map((index) =>
      slots.take(NEVER, async () => {
        begun.push(index);
        working += 1;
        expect(working).toBeLessThanOrEqual(2);
        await new Promise((resolve) => setImmediate(resolve));
        working -= 1;
        if (index % 2 === 1) throw new Error('work failed');
      }),
    ),
  );
  expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
  expect(results.map(({ status }) => status)).toEqual([0, 1, 2].flatMap(() => ['fulfilled', 'rejected']));
});

test('whoever gives up while waiting has not worked, and the next takes its place', async () => {
  const slots = new ThreadSlots(1);
  const first = held();
  const busy = slots.take(NEVER, first.work);
  const impatient = new AbortController();
  const gone = slots.take(impatient.signal, async () => expect('never').toBe('called'));
  const next = slots.take(NEVER, async () => 'served');
  const late = slots.take(NEVER, async () => 'served, too');
  impatient.abort(new Error('no time'));
  await expect(gone).rejects.toThrow('no time');
  await expect(slots.take(impatient.signal, async () => undefined)).rejects.toThrow('no time');
  first.end();
  await busy;
  expect(await Promise.all([next, late])).toEqual(['served', 'served, too']);
});
