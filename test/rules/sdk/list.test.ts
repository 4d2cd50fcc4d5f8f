import { List } from '../../../sdk/dist/cjs/paging/list.js';

const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };

test('whoever aborts in the middle of a page gets nothing more of it', async () => {
  const controller = new AbortController();
  const list = new List(async () => ({ nodes: [1, 2, 3], pageInfo }), undefined, {
    signal: controller.signal,
  });
  const reason = new Error('enough');
  const taken: number[] = [];
  const read = async (): Promise<void> => {
    for await (const node of list) {
      taken.push(node);
      controller.abort(reason);
    }
  };
  await expect(read()).rejects.toBe(reason);
  expect(taken).toEqual([1]);
});

test('a list is a promise of its first page, which nothing asks for before somebody wants it, and then once', async () => {
  let asked = 0;
  const list = new List(async () => {
    asked += 1;
    return { nodes: [1], pageInfo };
  }, undefined);
  const promise: Promise<{ nodes: readonly number[] }> = list;
  let settled = 0;
  expect(asked).toBe(0);
  const pages = [
    await list.finally(() => {
      settled += 1;
    }),
    await list.catch(() => null),
    await list.then((page) => page),
    await promise,
  ];
  expect(pages.map((page) => page?.nodes)).toEqual([[1], [1], [1], [1]]);
  expect({ asked, settled, text: String(list) }).toEqual({ asked: 1, settled: 1, text: '[object List]' });
});

test('why there is no first page is told to `catch`, and `finally` passes it on', async () => {
  const why = new Error('refused');
  const failing = () => new List(() => Promise.reject(why), undefined);
  expect(await failing().catch((error) => error)).toBe(why);
  let settled = 0;
  await expect(
    failing().finally(() => {
      settled += 1;
    }),
  ).rejects.toBe(why);
  expect(settled).toBe(1);
});
