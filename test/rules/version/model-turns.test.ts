import fc from 'fast-check';
import { ModelTurns } from '../../../server/src/version/model-turns';

const NEVER = new AbortController().signal;

/** Work that ends when it is told to. */
function held() {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { end: () => end(), work: () => ended };
}

/** Lets everything that can go on go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('never do more work on a model than may, each is served, in order, and models do not wait for each other', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.record({ model: fc.constantFrom('a', 'b'), fails: fc.boolean() }), { maxLength: 30 }),
      async (most, requests) => {
        const turns = new ModelTurns(most);
        const running = new Map<string, number>();
        const begun: Record<string, number[]> = { a: [], b: [] };
        const results = await Promise.allSettled(
          requests.map(({ model, fails }, index) =>
            turns.take(model, NEVER, async () => {
              begun[model]!.push(index);
              running.set(model, (running.get(model) ?? 0) + 1);
              expect(running.get(model)).toBeLessThanOrEqual(most);
              await settle();
              running.set(model, running.get(model)! - 1);
              if (fails) throw new Error('work failed');
              return index;
            }),
          ),
        );
        results.forEach((result, index) => {
          expect(result.status).toBe(requests[index]!.fails ? 'rejected' : 'fulfilled');
        });
        for (const order of Object.values(begun)) expect(order).toEqual([...order].sort((a, b) => a - b));
      },
    ),
    { numRuns: 50 },
  );
});

test('whoever goes away while waiting loses its place without having worked; the next takes it', async () => {
  const turns = new ModelTurns(1);
  const first = held();
  const busy = turns.take('m', NEVER, first.work);
  const gone = new AbortController();
  let worked = false;
  const impatient = turns.take('m', gone.signal, async () => {
    worked = true;
  });
  const next = turns.take('m', NEVER, async () => 'served');
  gone.abort();
  await expect(impatient).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  await expect(turns.take('m', gone.signal, async () => undefined)).rejects.toMatchObject({
    code: 'DEADLINE_EXCEEDED',
  });
  first.end();
  await busy;
  expect(await next).toBe('served');
  expect(worked).toBe(false);
});

test('beyond the places to wait a request is told to come again', async () => {
  const turns = new ModelTurns(1, 2);
  const first = held();
  const busy = [turns.take('m', NEVER, first.work), ...[1, 2].map(() => turns.take('m', NEVER, settle))];
  await expect(turns.take('m', NEVER, settle)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect(await turns.take('other', NEVER, async () => 1)).toBe(1);
  first.end();
  await Promise.all(busy);
  expect(await turns.take('m', NEVER, async () => 2)).toBe(2);
});
