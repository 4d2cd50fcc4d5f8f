import { createHash } from 'node:crypto';
import { readFile, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { makeWorld, type TestServer, type World } from '../kit/server';
import { countStatements } from '../kit/statement-counter';
import { until } from '../kit/until';
import { http, uploadBytes } from '../kit/uploads';
import { modelWith, registerVersion, transitionVersion } from '../kit/versions';

let world: World;
let reader: string;
let writer: string;
let approver: string;
beforeAll(async () => {
  world = await makeWorld();
  reader = await world.token('READER');
  writer = await world.token('WRITER', { subject: 'trainer' });
  approver = await world.token('APPROVER', { subject: 'boss' });
});
afterAll(() => world.close());

const FIELDS = `id number stage description algorithm framework manifestDigest hyperparameters metrics { name value direction }
  evaluations { dataset evaluatedAt metrics { name value direction } }
  signature { inputs { name kind nullable categories } output { task positiveLabel labels unit } }
  featureImportance { feature importance } tags { key value } metadata createdAt registeredAt registeredBy deployedAt
  model { id name task } artifacts { path sizeBytes sha256 mediaType downloadPath }`;

const register = (input: object, token = writer, server: TestServer = world.server) =>
  registerVersion(server, token, input, FIELDS);
const ask = async (query: string, variables: object = {}, token = reader) =>
  world.server.graphql(query, variables, token);
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));
const pathOf = (sha256: string): string => join(world.data, 'artifacts/sha256', sha256.slice(0, 2), sha256);

test('what a version was registered with is read back, NaN and infinities too', async () => {
  const model = await uploadBytes(world.server, writer, bytesOf('the model'), 'model/weights.bin');
  const notes = await uploadBytes(world.server, writer, bytesOf('the notes'), 'notes.md');
  const { version, userErrors, errors } = await register({
    model: { name: 'full' },
    createModel: { task: 'BINARY_CLASSIFICATION', owner: 'ada' },
    description: 'first',
    algorithm: 'random forest',
    framework: 'hand-made 1',
    artifacts: [
      { ...notes, mediaType: 'text/markdown' },
      { ...model, sha256: model.sha256.toUpperCase() },
    ],
    hyperparameters: { trees: 100, 'max.depth': null, nested: { a: [1, 2.5, 'NaN'] } },
    metrics: [
      { name: 'accuracy', value: 0.9 },
      { name: 'rmse', value: 'NaN' },
      { name: 'odd', value: '-Infinity', direction: 'LOWER_IS_BETTER' },
      { name: 'other', value: 5e-324 },
    ],
    evaluations: [
      { dataset: 'old', metrics: [{ name: 'f1', value: 'Infinity' }], evaluatedAt: '2020-01-01T00:00:00Z' },
      { dataset: 'new', metrics: [{ name: 'f1', value: 1 }], evaluatedAt: '2021-01-01T00:00:00.123456Z' },
    ],
    signature: {
      inputs: [
        { name: 'x', kind: 'NUMBER' },
        { name: 'c', kind: 'CATEGORY', nullable: true, categories: ['a', 'b'] },
      ],
      output: { positiveLabel: 'yes', labels: ['no', 'yes'] },
    },
    featureImportance: [{ feature: 'c', importance: 'NaN' }],
    tags: [{ key: 'z' }, { key: 'a', value: '1' }],
    metadata: { k: 'v' },
    createdAt: '2026-01-02T03:04:05.678901+01:00',
  });
  expect({ userErrors, errors }).toEqual({ userErrors: [], errors: undefined });
  const downloadPath = (sha256: string) => `/v1/blobs/${sha256}`;
  expect(version).toMatchObject({
    number: 1,
    stage: 'DEVELOPMENT',
    description: 'first',
    algorithm: 'random forest',
    hyperparameters: { trees: 100, 'max.depth': null, nested: { a: [1, 2.5, 'NaN'] } },
    metrics: [
      { name: 'accuracy', value: 0.9, direction: 'HIGHER_IS_BETTER' },
      { name: 'rmse', value: 'NaN', direction: 'LOWER_IS_BETTER' },
      { name: 'odd', value: '-Infinity', direction: 'LOWER_IS_BETTER' },
      { name: 'other', value: 5e-324, direction: null },
    ],
    evaluations: [
      { dataset: 'new', evaluatedAt: '2021-01-01T00:00:00.123456Z' },
      { dataset: 'old', metrics: [{ name: 'f1', value: 'Infinity', direction: 'HIGHER_IS_BETTER' }] },
    ],
    signature: {
      inputs: [
        { name: 'x', kind: 'NUMBER', nullable: false, categories: null },
        { name: 'c', kind: 'CATEGORY', nullable: true, categories: ['a', 'b'] },
      ],
      output: { task: 'BINARY_CLASSIFICATION', positiveLabel: 'yes', labels: ['no', 'yes'], unit: null },
    },
    featureImportance: [{ feature: 'c', importance: 'NaN' }],
    tags: [
      { key: 'a', value: '1' },
      { key: 'z', value: null },
    ],
    metadata: { k: 'v' },
    createdAt: '2026-01-02T02:04:05.678901Z',
    registeredBy: 'trainer',
    deployedAt: null,
    model: { name: 'full', task: 'BINARY_CLASSIFICATION' },
    artifacts: [
      { ...model, mediaType: 'application/octet-stream', downloadPath: downloadPath(model.sha256) },
      { ...notes, mediaType: 'text/markdown', downloadPath: downloadPath(notes.sha256) },
    ],
  });
  const manifest = await readFile(pathOf(version.manifestDigest), 'utf8');
  expect(createHash('sha256').update(manifest).digest('hex')).toBe(version.manifestDigest);
  expect(JSON.parse(manifest)).toMatchObject({
    format: 'modelgraph.manifest/1',
    model: { id: version.model.id, name: 'full' },
    number: 1,
    artifacts: [{ path: 'model/weights.bin', sha256: model.sha256, sizeBytes: 9 }, { path: 'notes.md' }],
    metrics: [{}, { name: 'rmse', value: 'NaN' }, { value: '-Infinity' }, { value: 5e-324 }],
  });
  const unseen = await http(world.server, writer, 'GET', `/v1/blobs/${version.manifestDigest}`);
  expect(unseen.status).toBe(404);
});

const CREATE = { createModel: { task: 'REGRESSION' } };
const feature = (more: object = {}) => ({ inputs: [{ name: 'x', kind: 'NUMBER' }], ...more });
const file = (path: string) => ({ path, sha256: 'a'.repeat(64), sizeBytes: 1 });

test.each<[string, object, string[]]>([
  ['a path that climbs', { artifacts: [file('../x')] }, ['artifacts', '0', 'path']],
  ['an absolute path', { artifacts: [file('/etc/passwd')] }, ['artifacts', '0', 'path']],
  ['a path with a dot part', { artifacts: [file('a/./b')] }, ['artifacts', '0', 'path']],
  ['a path with a backslash', { artifacts: [file('a\\b')] }, ['artifacts', '0', 'path']],
  ['a path with an empty part', { artifacts: [file('a//b')] }, ['artifacts', '0', 'path']],
  ['a path that ends in a slash', { artifacts: [file('a/')] }, ['artifacts', '0', 'path']],
  ['the same path twice', { artifacts: [file('a'), file('a')] }, ['artifacts']],
  ["a file where another's folder is", { artifacts: [file('a/b'), file('a')] }, ['artifacts']],
  ['a digest that is none', { artifacts: [{ ...file('a'), sha256: 'xyz' }] }, ['artifacts', '0', 'sha256']],
  ['a negative size', { artifacts: [{ ...file('a'), sizeBytes: -1 }] }, ['artifacts', '0', 'sizeBytes']],
  [
    'a metric twice',
    {
      metrics: [
        { name: 'a', value: 1 },
        { name: 'a', value: 2 },
      ],
    },
    ['metrics'],
  ],
  ['a metric without a name', { metrics: [{ name: '', value: 1 }] }, ['metrics', '0', 'name']],
  [
    'an evaluation without metrics',
    { evaluations: [{ dataset: 'd', metrics: [] }] },
    ['evaluations', '0', 'metrics'],
  ],
  ['a signature without features', { signature: { inputs: [] } }, ['signature', 'inputs']],
  [
    'a feature twice',
    {
      signature: {
        inputs: [
          { name: 'x', kind: 'NUMBER' },
          { name: 'x', kind: 'TEXT' },
        ],
      },
    },
    ['signature', 'inputs'],
  ],
  [
    'categories of a number',
    { signature: { inputs: [{ name: 'x', kind: 'NUMBER', categories: ['a'] }] } },
    ['signature', 'inputs', '0', 'categories'],
  ],
  [
    'labels of a regression',
    { signature: feature({ output: { labels: ['a', 'b'] } }) },
    ['signature', 'output', 'labels'],
  ],
  [
    'a positive label of a regression',
    { signature: feature({ output: { positiveLabel: 'a' } }) },
    ['signature', 'output', 'positiveLabel'],
  ],
  [
    'importance of an unknown feature',
    { signature: feature(), featureImportance: [{ feature: 'y', importance: 1 }] },
    ['featureImportance', '0', 'feature'],
  ],
  ['a tag twice', { tags: [{ key: 'a' }, { key: 'a', value: 'b' }] }, ['tags']],
  ['a description that is too long', { description: 'x'.repeat(10_001) }, ['description']],
  ['an empty algorithm', { algorithm: '' }, ['algorithm']],
  ['made before 1970', { createdAt: '1969-12-31T23:59:59Z' }, ['createdAt']],
  ['made in the far future', { createdAt: '9999-01-01T00:00:00Z' }, ['createdAt']],
  [
    'an evaluation in the year 1',
    {
      evaluations: [
        { dataset: 'd', metrics: [{ name: 'a', value: 1 }], evaluatedAt: '0001-01-01T00:00:00Z' },
      ],
    },
    ['evaluations', '0', 'evaluatedAt'],
  ],
  ['a model name that may not be', { model: { name: ' a' } }, ['model', 'name']],
  [
    'a new model with an empty owner',
    { createModel: { task: 'RANKING', owner: '' } },
    ['createModel', 'owner'],
  ],
])('%s is refused with its path, and nothing is kept', async (name, input, path) => {
  const answer = await register({ model: { name: `refused ${name}` }, ...CREATE, ...input });
  expect(answer).toMatchObject({
    version: null,
    userErrors: [{ __typename: 'ValidationError', code: 'INVALID_INPUT', path: ['input', ...path] }],
  });
  const { data } = await ask('query($name: String!) { model(ref: { name: $name }) { id } }', {
    name: `refused ${name}`,
  });
  expect(data).toEqual({ model: null });
});

test.each<[string, object, string[]]>([
  ['no positive label', { labels: ['a', 'b'] }, ['positiveLabel']],
  ['three labels', { labels: ['a', 'b', 'c'], positiveLabel: 'a' }, ['labels']],
  ['a positive label that is no label', { labels: ['a', 'b'], positiveLabel: 'c' }, ['positiveLabel']],
  ['a unit', { positiveLabel: 'a', unit: 'K' }, ['unit']],
])('an output of binary classification with %s is refused', async (_, output, path) => {
  const answer = await register({
    model: { name: 'binary' },
    createModel: { task: 'BINARY_CLASSIFICATION' },
    signature: feature({ output }),
  });
  expect(answer.userErrors).toMatchObject([
    { __typename: 'ValidationError', path: ['input', 'signature', 'output', ...path] },
  ]);
});

test('artifacts that are not in the project, or of another size, are refused all together', async () => {
  const good = await uploadBytes(world.server, writer, bytesOf('good'), 'good');
  const short = await uploadBytes(world.server, writer, bytesOf('longer than said'), 'short');
  const answer = await register({
    model: { name: 'bad bytes' },
    ...CREATE,
    artifacts: [good, { ...short, sizeBytes: 3 }, file('missing')],
  });
  expect(answer).toMatchObject({
    version: null,
    userErrors: [
      {
        __typename: 'ConflictError',
        code: 'ARTIFACT_MISMATCH',
        path: ['input', 'artifacts', '1', 'sizeBytes'],
      },
      { __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['input', 'artifacts', '2', 'sha256'] },
    ],
  });
  const { data } = await ask('{ model(ref: { name: "bad bytes" }) { id } }');
  expect(data).toEqual({ model: null });
});

test('bytes that the store has lost or cut are not registered, and uploading them again heals it', async () => {
  const artifact = await uploadBytes(world.server, writer, bytesOf('to be lost'));
  const input = { model: { name: 'healed' }, ...CREATE, artifacts: [artifact] };
  for (const harm of [() => truncate(pathOf(artifact.sha256), 2), () => rm(pathOf(artifact.sha256))]) {
    await harm();
    expect((await register(input)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  }
  await uploadBytes(world.server, writer, bytesOf('to be lost'));
  expect((await register(input)).version).toMatchObject({ number: 1 });
});

test('a model that does not exist is NotFoundError unless it is to be made, and its task stays', async () => {
  const ref = { model: { name: 'not yet' } };
  expect((await register(ref)).userErrors).toMatchObject([
    { __typename: 'NotFoundError', path: ['input', 'model'] },
  ]);
  const { version } = await register({ ...ref, ...CREATE });
  expect((await register({ ...ref, createModel: { task: 'RANKING' } })).userErrors).toMatchObject([
    {
      __typename: 'ConflictError',
      code: 'IMMUTABLE',
      path: ['input', 'createModel', 'task'],
      existingId: version.model.id,
    },
  ]);
  expect((await register({ model: { id: version.model.id } })).version).toMatchObject({ number: 2 });
  const missing = '0190a0a0-0000-7000-8000-000000000000';
  expect((await register({ model: { id: missing }, ...CREATE })).userErrors).toMatchObject([
    { __typename: 'NotFoundError' },
  ]);
});

test('one key registers one version, also when many send it at once', async () => {
  const input = {
    model: { name: 'once' },
    ...CREATE,
    metrics: [{ name: 'a', value: 'NaN' }],
    idempotencyKey: 'k',
  };
  const answers = await Promise.all(Array.from({ length: 16 }, () => register(input)));
  expect(new Set(answers.map(({ version }) => version?.id)).size).toBe(1);
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect(
    (await register({ ...input, metrics: [{ name: 'a', value: 'Infinity' }] })).userErrors,
  ).toMatchObject([{ code: 'IDEMPOTENCY_MISMATCH', existingId: answers[0].version.id }]);
  expect((await register(input, reader)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('100 registrations at once on two servers under a new name succeed with dense numbers', async () => {
  const second = await world.another();
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      register({ model: { name: 'crowd' }, ...CREATE }, writer, n % 2 ? second : world.server),
    ),
  );
  expect(answers.flatMap((answer) => answer.errors ?? answer.userErrors)).toEqual([]);
  const numbers = answers.map(({ version }) => version.number).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
  const events = await until(async () => {
    const { data } = await ask(
      '{ events(first: 100, filter: { types: [VERSION_REGISTERED] }) { nodes { after subjectKind actor } } }',
    );
    const told = data.events.nodes.filter(
      ({ after }: { after: { model: string } }) => after.model === 'crowd',
    );
    return told.length === 100 ? told : null;
  }, 'a hundred events');
  expect(events.map(({ after }: { after: { number: number } }) => after.number)).toHaveLength(100);
  await second.stop();
});

test('while a model is busy, the rest of the server answers', async () => {
  await modelWith(world.server, writer, 'held', 1);
  const holder = new Client({ connectionString: world.database.url });
  await holder.connect();
  await holder.query("BEGIN; SELECT FROM model WHERE name = 'held' FOR NO KEY UPDATE");
  const waiting = Array.from({ length: 40 }, () => register({ model: { name: 'held' } }));
  await until(async () => {
    const [row] = await world.database.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
    );
    return row!.n === 4 ? true : null;
  }, 'four that wait for the lock');
  const { version } = await register({ model: { name: 'free' }, ...CREATE });
  expect(version).toMatchObject({ number: 1 });
  const [row] = await world.database.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
  );
  expect(row).toEqual({ n: 4 });
  await holder.query('COMMIT');
  await holder.end();
  const answers = await Promise.all(waiting);
  expect(answers.map(({ version: one }) => one.number).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 40 }, (_, n) => n + 2),
  );
});

test('a version is picked by id, number, stage and latest; what is senseless is said to be', async () => {
  const [v1, v2, v3] = await modelWith(world.server, writer, 'picked', 3);
  const [other] = await modelWith(world.server, writer, 'other', 1);
  await transitionVersion(world.server, approver, { version: { pick: { id: v2 } }, to: 'STAGING' });
  await transitionVersion(world.server, approver, { version: { pick: { id: v1 } }, to: 'STAGING' });
  const picks: [string, string | null | undefined][] = [
    [`{ id: "${v1}" }`, v1],
    [`{ id: "${other}" }`, null],
    ['{ id: "no id" }', null],
    ['{ number: 2 }', v2],
    ['{ number: 4 }', null],
    ['{ number: -1 }', null],
    ['{ stage: STAGING }', v1],
    ['{ stage: CANARY }', null],
    ['{ stage: PRODUCTION }', null],
    ['{ latest: true }', v3],
  ];
  for (const [pick, id] of picks) {
    const { data, errors } = await ask(
      `{ version(ref: { model: { name: "picked" }, pick: ${pick} }) { id } model(ref: { name: "picked" }) { version(pick: ${pick}) { id } } }`,
    );
    const found = id ? { id } : null;
    expect({ pick, errors, data }).toEqual({
      pick,
      errors: undefined,
      data: { version: found, model: { version: found } },
    });
  }
  for (const ref of [
    '{ model: { name: "picked" }, pick: { latest: false } }',
    '{ pick: { number: 1 } }',
    '{ pick: { stage: PRODUCTION } }',
    '{}',
  ]) {
    const { data, errors } = await ask(`{ version(ref: ${ref}) { id } }`);
    expect([data, errors?.map(({ extensions }) => extensions.code)]).toEqual([
      { version: null },
      ['BAD_REQUEST'],
    ]);
  }
  await transitionVersion(world.server, approver, { version: { pick: { id: v3 } }, to: 'PRODUCTION' });
  const { data } = await ask(
    '{ version(ref: { model: { name: "picked" } }) { id } model(ref: { name: "picked" }) { production { id } stageGraph } }',
  );
  expect(data).toEqual({ version: { id: v3 }, model: { production: { id: v3 }, stageGraph: 'STANDARD' } });
});

test('versions are listed by filter and order, page by page', async () => {
  const project = await world.project('listed');
  const token = await world.token('APPROVER', { project });
  const ids = await modelWith(world.server, token, 'a', 7);
  await modelWith(world.server, token, 'b', 2);
  await transitionVersion(world.server, token, { version: { pick: { id: ids[0] } }, to: 'STAGING' });
  await registerVersion(world.server, token, { model: { name: 'b' }, tags: [{ key: 'kept', value: 'yes' }] });
  const list = async (filter: string, more = '') => {
    const { data } = await ask(
      `{ versions(first: 100, filter: ${filter}${more}) { totalCount nodes { number model { name } } } }`,
      {},
      token,
    );
    const { nodes, totalCount } = data.versions;
    expect(totalCount).toBe(nodes.length);
    return nodes.map((one: { number: number; model: { name: string } }) => `${one.model.name}${one.number}`);
  };
  expect(await list('{ model: { name: "a" } }')).toEqual(['a7', 'a6', 'a5', 'a4', 'a3', 'a2', 'a1']);
  expect(await list('{ stage: [STAGING] }')).toEqual(['a1']);
  expect(await list('{ tags: { all: [{ key: "kept" }] } }')).toEqual(['b3']);
  expect(await list('{ registeredAt: { lt: "2001-01-01T00:00:00Z" } }')).toEqual([]);
  expect(await list('{ model: { name: "none" } }')).toEqual([]);
  expect(await list('{}', ', order: { field: NUMBER, direction: ASC }')).toHaveLength(10);
  const walk = async (field: string, wrap: (list: string) => string, read: (data: never) => never) => {
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const page = wrap(`${field}(first: 3, after: ${JSON.stringify(after)}`);
      const { data, errors } = await ask(page, {}, token);
      expect(errors).toBeUndefined();
      const { nodes, pageInfo, totalCount } = read(data as never) as {
        nodes: { number: number }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
        totalCount: number;
      };
      expect(totalCount).toBe(7);
      seen.push(...nodes.map(({ number }) => number));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    return seen;
  };
  const page = 'nodes { number } totalCount pageInfo { hasNextPage endCursor }';
  expect(
    await walk(
      'versions',
      (start) => `{ ${start}, filter: { model: { name: "a" } }) { ${page} } }`,
      ({ versions }) => versions,
    ),
  ).toEqual([7, 6, 5, 4, 3, 2, 1]);
  expect(
    await walk(
      'versions',
      (start) => `{ model(ref: { name: "a" }) { ${start}) { ${page} } } }`,
      ({ model }: { model: { versions: never } }) => model.versions,
    ),
  ).toEqual([7, 6, 5, 4, 3, 2, 1]);
});

test('nested fields of a page of 50 models cost a statement each, not one per row', async () => {
  const project = await world.project('many');
  const token = await world.token('APPROVER', { project });
  await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      registerVersion(world.server, token, {
        model: { name: `m${n}` },
        createModel: { task: 'REGRESSION' },
        stage: 'PRODUCTION',
      }),
    ),
  );
  const counter = await countStatements(world.database.url);
  const server = await world.another({ DATABASE_URL: counter.url });
  const cost = async (fields: string) => {
    const statements = await counter.during(async () => {
      const { data, errors } = await server.graphql(`{ models { nodes { ${fields} } } }`, {}, token);
      expect(errors).toBeUndefined();
      expect(data.models.nodes).toHaveLength(50);
    });
    return statements.filter((sql) => !sql.includes('secret_hash')).length;
  };
  expect(await cost('name')).toBe(1);
  expect(await cost('production { id }')).toBe(2);
  expect(
    await cost('production { id artifacts { path } evaluations { dataset } model { name } } stageGraph'),
  ).toBe(6);
  expect(
    await cost('version(pick: { latest: true }) { id } versionAt(at: "2100-01-01T00:00:00Z") { id }'),
  ).toBe(3);
  expect(await cost('versions(first: 2) { nodes { number stageHistory(first: 1) { nodes { at } } } }')).toBe(
    3,
  );
  await server.stop();
  counter.close();
});

test('the plain route tells the production version, with its digest as entity tag', async () => {
  const name = 'plain/ünïcode name';
  const path = `/v1/models/${encodeURIComponent(name)}/production`;
  const get = (token = reader, headers = {}) => http(world.server, token, 'GET', path, { headers });
  expect((await get()).code).toBe('NOT_FOUND');
  const artifact = await uploadBytes(world.server, writer, bytesOf('served'));
  const { version } = await register({ model: { name }, ...CREATE, artifacts: [artifact] });
  const vacant = await get();
  expect([vacant.status, vacant.code]).toEqual([404, 'NOT_FOUND']);
  await transitionVersion(world.server, approver, {
    version: { pick: { id: version.id } },
    to: 'PRODUCTION',
  });
  const answer = await get();
  expect([answer.status, answer.headers.get('etag')]).toEqual([200, `"${version.manifestDigest}"`]);
  expect(JSON.parse(answer.text)).toEqual({
    model: name,
    id: version.id,
    number: 1,
    manifestDigest: version.manifestDigest,
    artifacts: [
      {
        ...artifact,
        mediaType: 'application/octet-stream',
        downloadPath: `/v1/blobs/${artifact.sha256}`,
      },
    ],
  });
  const same = await get(reader, { 'if-none-match': answer.headers.get('etag') ?? '' });
  expect([same.status, same.text]).toEqual([304, '']);
  const project = await world.project('plain-elsewhere');
  const stranger = await world.token('ADMIN', { project });
  const [theirs, missing] = [
    await get(stranger),
    await http(world.server, stranger, 'GET', path.replace('plain', 'x')),
  ];
  const plain = (text: string) => text.replace(/"requestId":"[^"]+"/, '');
  expect([theirs.status, plain(theirs.text)]).toEqual([404, plain(missing.text)]);
  const longest = 'ü'.repeat(200);
  await register({ model: { name: longest }, ...CREATE, stage: 'PRODUCTION' }, approver);
  const long = await http(
    world.server,
    reader,
    'GET',
    `/v1/models/${encodeURIComponent(longest)}/production`,
  );
  expect(long.status).toBe(200);
  expect((await http(world.server, reader, 'GET', '/v1/models/%00/production')).status).toBe(404);
});
