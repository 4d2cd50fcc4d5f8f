import { join } from 'node:path';
import { buildASTSchema, type GraphQLEnumType, type GraphQLInputObjectType, parse } from 'graphql';
import { readSdl } from '../../server/src/contract/sdl';
import { logPredictions, rowsInput } from '../kit/predictions';
import { makeWorld, OPERATOR, type World } from '../kit/server';
import { until } from '../kit/until';
import { uploadBytes } from '../kit/uploads';
import { makeThings } from './walk-things';

const schema = buildASTSchema(
  parse(
    readSdl(join(__dirname, '../../schema'))
      .map(({ text }) => text)
      .join('\n'),
  ),
  { assumeValidSDL: true },
);

/** Every list at the root, with the fields that it can be ordered by. */
const LISTS = Object.values(schema.getQueryType()!.getFields())
  .filter(({ type }) => String(type).endsWith('Connection!'))
  .map((list) => {
    const argument = (name: string) => list.args.find((one) => one.name === name);
    const order = argument('order')?.type as GraphQLInputObjectType | undefined;
    const fields = order?.getFields().field?.type as { ofType: GraphQLEnumType } | undefined;
    return {
      name: list.name,
      hasFilter: argument('filter') !== undefined,
      orders: fields?.ofType.getValues().map(({ name }) => name) ?? [],
      ofVersion: argument('version') !== undefined,
    };
  });

let world: World;
let version: string;
beforeAll(async () => {
  world = await makeWorld();
  const admin = await world.token('ADMIN');
  const things = await makeThings(world, admin);
  version = things.version;
  await world.project('second');
  await logPredictions(world.server, admin, version, [
    { predictionId: 'q', features: { x: 2 }, output: { number: { value: 2 } } },
    { predictionId: 'r', features: { x: 3 }, output: { number: { value: 3 } } },
  ]);
  const ask = (document: string, variables: object = {}) =>
    world.server.graphql(document, variables, admin).then(({ data, errors }) => {
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    });
  for (const name of ['another', 'third'])
    await ask(
      'mutation($name: String!) { registerModel(input: { name: $name, task: REGRESSION }) { model { id } } startTrainingRun(input: { name: $name }) { trainingRun { id } } }',
      { name },
    );
  const rows = await rowsInput(world.server, admin, [{ features: { x: 1 } }]);
  const model = await uploadBytes(world.server, admin, new TextEncoder().encode('a model'), 'model.bin');
  await ask('mutation($input: RegisterVersionInput!) { registerVersion(input: $input) { version { id } } }', {
    input: {
      model: { name: 'another' },
      signature: { inputs: [{ name: 'x', kind: 'NUMBER' }] },
      evaluations: [{ dataset: 'other', metrics: [{ name: 'rmse', value: 2 }] }],
      ...rows,
      artifacts: [...rows.artifacts, model],
    },
  });
  await ask(
    'mutation($m: ID!) { createAlertRule(input: { model: { id: $m }, watch: PREDICTIONS, compare: ABOVE, value: 0.5 }) { rule { id } } }',
    { m: things.model },
  );
  await ask(
    'mutation($v: ID!) { createMonitoringReport(input: { version: { pick: { id: $v } }, window: { from: "2026-01-01T00:00:00Z", to: "2026-01-03T00:00:00Z" } }) { report { id } } }',
    { v: version },
  );
  await until(
    async () => ((await ask('{ alerts { totalCount } }')).alerts.totalCount === 2 ? true : null),
    'a second alert',
  );
});
afterAll(() => world.close());

test.each(LISTS)('$name takes a filter and an order', ({ hasFilter, orders }) => {
  expect(hasFilter).toBe(true);
  expect(orders).not.toEqual([]);
});

const ORDERS = LISTS.flatMap(({ name, orders, ofVersion }) =>
  orders.map((field) => ({ name, field, ofVersion })),
);

/** Where a row shows what it is ordered by. */
const SHOWN: Record<string, string> = { 'artifacts REGISTERED_AT': 'id', WINDOW_TO: 'window { to }' };
const shownBy = (list: string, field: string): string =>
  SHOWN[`${list} ${field}`] ??
  SHOWN[field] ??
  field.toLowerCase().replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

/** By Unicode code point, as bytes of UTF-8 compare; numbers as numbers. */
const inOrder = (one: unknown, other: unknown): number =>
  typeof one === 'number'
    ? one - Number(other)
    : Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));

describe.each(ORDERS)('$name by $field', ({ name, field, ofVersion }) => {
  const ask = (direction: 'ASC' | 'DESC', after: string | null) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}`.replace(/s$/, '');
    const of = ofVersion ? ['$version: VersionRef!, ', 'version: $version, '] : ['', ''];
    const document = `query(${of[0]}$order: ${type}Order, $after: String) {
      ${name}(${of[1]}order: $order, first: 2, after: $after) {
        edges { cursor node { ${shownBy(name, field)} } } pageInfo { hasNextPage endCursor } } }`;
    const variables = { order: { field, direction }, after, version: { pick: { id: version } } };
    return world.server.graphql(document, variables, OPERATOR);
  };
  /** The places of all rows and what they are ordered by, page by page. */
  const walk = async (direction: 'ASC' | 'DESC'): Promise<{ places: string[]; values: unknown[] }> => {
    const places: string[] = [];
    const values: unknown[] = [];
    for (let after: string | null = null; ; ) {
      const { data, errors } = await ask(direction, after);
      expect(errors).toBeUndefined();
      const { edges, pageInfo } = data[name];
      // A cursor is a mark of its list and then the keys of its row.
      for (const { cursor, node } of edges as { cursor: string; node: Record<string, unknown> }[]) {
        places.push(JSON.stringify(JSON.parse(Buffer.from(cursor, 'base64url').toString()).slice(1)));
        const [value] = Object.values(node);
        values.push(value !== null && typeof value === 'object' ? Object.values(value)[0] : value);
      }
      if (!pageInfo.hasNextPage) return { places, values };
      after = pageInfo.endCursor;
    }
  };

  test('one way is the other way turned round, page by page, each row once', async () => {
    const [up, down] = [await walk('ASC'), await walk('DESC')];
    expect(new Set(up.values).size).toBeGreaterThan(1);
    expect(up.values).toEqual(up.values.toSorted(inOrder));
    expect(new Set(up.places).size).toBe(up.places.length);
    expect(down.places).toEqual(up.places.toReversed());
  });

  test('a cursor of the other way is refused', async () => {
    const { data } = await ask('ASC', null);
    const { errors } = await ask('DESC', data[name].pageInfo.endCursor);
    expect(errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
  });

  test('an altered cursor is refused as one, whatever stands in it', async () => {
    const { data } = await ask('ASC', null);
    const cursor: string = data[name].pageInfo.endCursor;
    const parts: string[] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const altered = (place: number, value: string) =>
      Buffer.from(JSON.stringify(parts.with(place, value))).toString('base64url');
    const codesOf = async (after: string): Promise<string[]> =>
      (await ask('ASC', after)).errors?.map(({ extensions }) => extensions.code) ?? [];
    expect(await codesOf(`${cursor}\0`)).toEqual(['CURSOR_INVALID']);
    for (let place = 1; place < parts.length; place += 1) {
      expect(await codesOf(altered(place, 'a\0'))).toEqual(['CURSOR_INVALID']);
      for (const value of ['9999-99-99 99:99:99+00', '2026-02-31 10:00:00+00', '0000-01-01 10:00:00+00'])
        expect([[], ['CURSOR_INVALID']]).toContainEqual(await codesOf(altered(place, value)));
    }
  });
});
