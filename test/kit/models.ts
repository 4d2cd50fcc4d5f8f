import type { TestServer } from './server';

const MOST_AT_ONCE = 10;

/** Registers models of these names, ten in a request. Their ids, in the same order. */
export async function registerModels(
  server: TestServer,
  token: string,
  names: readonly string[],
  more: object = {},
): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < names.length; from += MOST_AT_ONCE) {
    const inputs = names
      .slice(from, from + MOST_AT_ONCE)
      .map((name) => ({ name, task: 'REGRESSION', ...more }));
    const { data, errors } = await server.graphql(
      `mutation(${inputs.map((_, index) => `$i${index}: RegisterModelInput!`).join(', ')}) {
        ${inputs.map((_, index) => `m${index}: registerModel(input: $i${index}) { model { id } userErrors { message } }`).join('\n')}
      }`,
      Object.fromEntries(inputs.map((input, index) => [`i${index}`, input])),
      token,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    for (const { model, userErrors } of Object.values<{
      model: { id: string } | null;
      userErrors: unknown[];
    }>(data)) {
      if (!model) throw new Error(JSON.stringify(userErrors));
      ids.push(model.id);
    }
  }
  return ids;
}
