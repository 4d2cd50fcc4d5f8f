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
