import { makeWorld, type World } from '../kit/server';
import { until } from '../kit/until';
import { modelWith, registerVersion, rollbackModel, setStageGraph, transitionVersion } from '../kit/versions';

let world: World;
let reader: string;
let writer: string;
let approver: string;
let admin: string;
beforeAll(async () => {
  world = await makeWorld();
  reader = await world.token('READER');
  writer = await world.token('WRITER', { subject: 'trainer' });
  approver = await world.token('APPROVER', { subject: 'boss' });
  admin = await world.token('ADMIN', { subject: 'root' });
});
afterAll(() => world.close());

const transition = (input: object, token = approver) => transitionVersion(world.server, token, input);
const rollback = (input: object, token = approver) => rollbackModel(world.server, token, input);
const promote = (id: string | undefined, more: object = {}, token = approver) =>
  transition({ version: { pick: { id } }, to: 'PRODUCTION', ...more }, token);
const modelOf = (name: string, count: number) => modelWith(world.server, writer, name, count);
const codes = ({ errors }: { errors?: { extensions: { code: string } }[] }) =>
  errors?.map(({ extensions }) => extensions.code);

test('a promotion demotes the incumbent, and rollbacks walk back v3, v2, v1, then refuse', async () => {
  const [v1, v2, v3] = await modelOf('walk', 3);
  expect((await promote(v1)).demoted).toBeNull();
  expect(await promote(v2)).toMatchObject({
    version: { id: v2, stage: 'PRODUCTION', deployedAt: expect.any(String) },
    demoted: { id: v1, stage: 'DEPRECATED' },
  });
  expect((await promote(v3)).demoted).toMatchObject({ id: v2 });
  expect(await rollback({ model: { name: 'walk' } })).toMatchObject({
    model: { production: { number: 2 } },
    restored: { number: 2, stage: 'PRODUCTION' },
    demoted: { number: 3, stage: 'DEPRECATED' },
  });
  expect((await rollback({ model: { name: 'walk' } })).restored).toMatchObject({ number: 1 });
  expect(await rollback({ model: { name: 'walk' } })).toMatchObject({
    model: null,
    restored: null,
    userErrors: [{ __typename: 'ConflictError', code: 'UNEXPECTED_STATE', existingId: v1 }],
  });
});

test('a rollback goes back to who was there before, whatever was popped or came again meanwhile', async () => {
  const [v1, v2, v3] = await modelOf('again', 3);
  for (const id of [v1, v2, v3]) await promote(id);
  const restored = async () => (await rollback({ model: { name: 'again' } })).restored?.number ?? null;
  expect(await restored()).toBe(2);
  await promote(v1);
  expect(await restored()).toBe(2);
  await promote(v3);
  await transition({ version: { pick: { id: v3 } }, to: 'STAGING' });
  await promote(v3);
  expect(await restored()).toBe(2);
  expect(await restored()).toBe(1);
  expect(await restored()).toBeNull();
});

test('where PRODUCTION was vacated, a rollback restores the last holder, wherever it went', async () => {
  const [v1, v2] = await modelOf('vacated', 2);
  await promote(v1);
  await promote(v2);
  await transition({ version: { model: { name: 'vacated' } }, to: 'ARCHIVED' }, writer);
  expect(await rollback({ model: { name: 'vacated' }, expectedCurrent: null })).toMatchObject({
    restored: { id: v2 },
    demoted: null,
  });
  expect((await rollback({ model: { name: 'vacated' } })).restored).toMatchObject({ id: v1 });
});

test('a version registered in PRODUCTION takes the place of the incumbent and is rolled back like another', async () => {
  const [v1] = await modelOf('direct', 1);
  await promote(v1);
  const input = { model: { name: 'direct' }, stage: 'PRODUCTION' };
  expect(codes(await registerVersion(world.server, writer, input))).toEqual(['FORBIDDEN']);
  const { version } = await registerVersion(world.server, approver, input);
  expect(version).toMatchObject({ number: 2, stage: 'PRODUCTION' });
  expect(await rollback({ model: { name: 'direct' } })).toMatchObject({
    restored: { id: v1 },
    demoted: { number: 2 },
  });
});

test('a move that the graph does not have is a StageTransitionError with where one may go', async () => {
  const [v1] = await modelOf('edges', 1);
  await promote(v1);
  const asked = (to: string) => transition({ version: { pick: { id: v1 } }, to });
  for (const to of ['CANARY', 'PRODUCTION']) {
    expect(await asked(to)).toMatchObject({
      version: null,
      userErrors: [
        {
          __typename: 'StageTransitionError',
          code: 'STAGE_TRANSITION_NOT_ALLOWED',
          path: ['input', 'to'],
          message: expect.stringMatching(/STAGING, DEPRECATED or ARCHIVED/),
          from: 'PRODUCTION',
          to,
          allowed: ['STAGING', 'DEPRECATED', 'ARCHIVED'],
        },
      ],
    });
  }
});

test('the STRICT graph lets a version go one step at a time', async () => {
  const [v1] = await modelOf('strict', 1);
  const graph = { model: { name: 'strict' }, stageGraph: 'STRICT', reason: 'audited' };
  expect(codes(await setStageGraph(world.server, approver, graph))).toEqual(['FORBIDDEN']);
  for (const _ of [1, 2])
    expect((await setStageGraph(world.server, admin, graph)).model).toEqual({
      name: 'strict',
      stageGraph: 'STRICT',
    });
  expect((await promote(v1)).userErrors).toMatchObject([
    { from: 'DEVELOPMENT', allowed: ['STAGING', 'DEPRECATED', 'ARCHIVED'] },
  ]);
  for (const to of ['STAGING', 'SHADOW', 'CANARY', 'PRODUCTION'])
    expect((await transition({ version: { pick: { id: v1 } }, to })).version).toMatchObject({ stage: to });
  const events = await until(async () => {
    const { data } = await world.server.graphql(
      '{ events(filter: { types: [MODEL_STAGE_GRAPH_CHANGED] }) { nodes { actor before after reason } } }',
      {},
      reader,
    );
    return data.events.nodes[0] ? data.events.nodes : null;
  }, 'the event');
  expect(events).toEqual([
    { actor: 'root', before: { stageGraph: 'STANDARD' }, after: { stageGraph: 'STRICT' }, reason: 'audited' },
  ]);
});

test('rights: READER moves nothing, into PRODUCTION goes APPROVER, force needs ADMIN and a reason', async () => {
  const [v1] = await modelOf('rights', 1);
  const move = (to: string, token: string, more = {}) =>
    transition({ version: { pick: { id: v1 } }, to, ...more }, token);
  expect(codes(await move('STAGING', reader))).toEqual(['FORBIDDEN']);
  expect(codes(await move('PRODUCTION', writer))).toEqual(['FORBIDDEN']);
  expect(codes(await rollback({ model: { name: 'rights' } }, writer))).toEqual(['FORBIDDEN']);
  expect((await move('CANARY', writer)).version).toMatchObject({ stage: 'CANARY' });
  const forced = { force: true, reason: 'measured again' };
  expect(codes(await move('SHADOW', approver, forced))).toEqual(['FORBIDDEN']);
  for (const reason of [undefined, null, '', ' '])
    expect(await move('SHADOW', admin, { force: true, reason })).toMatchObject({
      version: null,
      userErrors: [{ __typename: 'ValidationError', path: ['input', 'reason'] }],
    });
  expect((await move('SHADOW', writer)).userErrors).toMatchObject([{ __typename: 'StageTransitionError' }]);
  expect((await move('SHADOW', admin, forced)).version).toMatchObject({ stage: 'SHADOW' });
  expect((await move('SHADOW', admin, forced)).userErrors).toMatchObject([
    { __typename: 'StageTransitionError' },
  ]);
});

test('expectedCurrent: absent is unchecked, null means nobody, an id means that version', async () => {
  const [v1, v2, v3] = await modelOf('expected', 3);
  const refused = (existingId: string | null | undefined) => ({
    version: null,
    userErrors: [
      {
        __typename: 'ConflictError',
        code: 'UNEXPECTED_STATE',
        path: ['input', 'expectedCurrent'],
        existingId: existingId ?? null,
      },
    ],
  });
  expect(await promote(v1, { expectedCurrent: v2 })).toMatchObject(refused(null));
  expect(await promote(v1, { expectedCurrent: 'no id at all' })).toMatchObject(refused(null));
  expect((await promote(v1, { expectedCurrent: null })).version).toMatchObject({ id: v1 });
  expect(await promote(v2, { expectedCurrent: null })).toMatchObject(refused(v1));
  expect(await promote(v2, { expectedCurrent: v3 })).toMatchObject(refused(v1));
  expect((await promote(v2, { expectedCurrent: v1 })).demoted).toMatchObject({ id: v1 });
  expect((await promote(v3)).demoted).toMatchObject({ id: v2 });
  expect((await rollback({ model: { name: 'expected' }, expectedCurrent: v2 })).userErrors).toMatchObject(
    refused(v3).userErrors,
  );
  expect((await rollback({ model: { name: 'expected' }, expectedCurrent: null })).userErrors).toMatchObject(
    refused(v3).userErrors,
  );
  expect((await rollback({ model: { name: 'expected' }, expectedCurrent: v3 })).restored).toMatchObject({
    id: v2,
  });
});

test('one key has one effect, also for what would find its version elsewhere the second time', async () => {
  const [v1, v2] = await modelOf('replayed', 2);
  await transition({ version: { pick: { id: v1 } }, to: 'STAGING' });
  const input = {
    version: { model: { name: 'replayed' }, pick: { stage: 'STAGING' } },
    to: 'PRODUCTION',
    idempotencyKey: 'promote',
  };
  const answers = await Promise.all(Array.from({ length: 8 }, () => transition(input)));
  expect(answers.map(({ version }) => version?.id)).toEqual(Array(8).fill(v1));
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  await promote(v2);
  expect(await transition(input)).toMatchObject({
    version: { id: v1, stage: 'DEPRECATED' },
    demoted: null,
    replayed: true,
  });
  expect((await transition({ ...input, expectedCurrent: null })).userErrors).toMatchObject([
    { code: 'IDEMPOTENCY_MISMATCH' },
  ]);
  const back = { model: { name: 'replayed' }, idempotencyKey: 'back' };
  expect(await rollback(back)).toMatchObject({ restored: { id: v1 }, demoted: { id: v2 }, replayed: false });
  expect(await rollback(back)).toMatchObject({ restored: { id: v1 }, demoted: null, replayed: true });
  expect(codes(await transition(input, writer))).toEqual(['FORBIDDEN']);
});

test('the versions of an archived model do not move any more', async () => {
  const [v1] = await modelOf('archived', 1);
  await world.database.query("UPDATE model SET archived_at = now() WHERE name = 'archived'");
  const answers = [
    await promote(v1),
    await rollback({ model: { name: 'archived' } }),
    await registerVersion(world.server, writer, { model: { name: 'archived' } }),
    await setStageGraph(world.server, admin, { model: { name: 'archived' }, stageGraph: 'STRICT' }),
  ];
  for (const { userErrors } of answers)
    expect(userErrors).toMatchObject([{ __typename: 'ConflictError', code: 'READ_ONLY' }]);
});

test("another project's versions look exactly like missing ones", async () => {
  const [v1] = await modelOf('hidden', 1);
  await promote(v1);
  const project = await world.project('strangers');
  const stranger = await world.token('ADMIN', { project });
  const missing = '0190a0a0-0000-7000-8000-000000000000';
  const alike = async (ask: (id: string | undefined, name: string) => Promise<unknown>) => {
    const plain = async (id: string | undefined, name: string) =>
      JSON.stringify(await ask(id, name))
        .replaceAll(id ?? '', 'id')
        .replaceAll(name, 'name');
    const answer = await plain(v1, 'hidden');
    expect(answer).toBe(await plain(missing, 'nothing'));
    return answer;
  };
  expect(await alike((id) => promote(id, {}, stranger))).toMatch(/NOT_FOUND/);
  expect(await alike((_, name) => rollback({ model: { name } }, stranger))).toMatch(/NOT_FOUND/);
  expect(
    await alike((_, name) =>
      transition({ version: { model: { name }, pick: { number: 1 } }, to: 'STAGING' }, stranger),
    ),
  ).toMatch(/NOT_FOUND/);
  expect(await alike((_, name) => registerVersion(world.server, stranger, { model: { name } }))).toMatch(
    /NOT_FOUND/,
  );
  const lookUp = async (id: string | undefined, name: string) =>
    (
      await world.server.graphql(
        `query($id: ID!, $name: String!) { version(ref: { pick: { id: $id } }) { id }
          named: version(ref: { model: { name: $name } }) { id }
          versions(filter: { model: { name: $name } }) { totalCount } }`,
        { id, name },
        stranger,
      )
    ).data;
  expect(await alike(lookUp)).toBe(
    JSON.stringify({ version: null, named: null, versions: { totalCount: 0 } }),
  );
});

test('versionAt agrees with the history at every instant, of PRODUCTION and of a stage with several holders', async () => {
  const ids = await modelOf('history', 4);
  const [v1, v2, v3, v4] = ids;
  await promote(v1);
  for (const id of [v2, v3, v4]) await transition({ version: { pick: { id } }, to: 'STAGING' });
  await promote(v3);
  await transition({ version: { pick: { id: v2 } }, to: 'DEVELOPMENT' });
  await promote(v2);
  await rollback({ model: { name: 'history' } });
  await transition({ version: { pick: { id: v3 } }, to: 'STAGING' });
  await promote(v4);
  const { data } = await world.server.graphql(
    `{ model(ref: { name: "history" }) { versions { nodes { id stageHistory { nodes { at from to kind version { id } } } } } } }`,
    {},
    reader,
  );
  interface Move {
    at: string;
    from: string | null;
    to: string;
    kind: string;
    version: { id: string };
  }
  const moves: Move[] = data.model.versions.nodes
    .flatMap((version: { stageHistory: { nodes: Move[] } }) => version.stageHistory.nodes)
    .sort((a: Move, b: Move) => (micros(a.at) < micros(b.at) ? -1 : 1));
  expect(moves).toHaveLength(4 + 13);
  expect(new Set(moves.map(({ at }) => at)).size).toBe(moves.length);
  const probes = [...new Set(moves.flatMap(({ at }) => [micros(at) - 1n, micros(at), micros(at) + 1n]))];
  const expected = (stage: string, time: bigint): string | null => {
    const standing = moves
      .filter(({ to, at }) => to === stage && micros(at) <= time)
      .filter(
        (entered) =>
          !moves.some(
            (gone) =>
              gone.version.id === entered.version.id &&
              micros(gone.at) > micros(entered.at) &&
              micros(gone.at) < time,
          ),
      );
    return standing.at(-1)?.version.id ?? null;
  };
  for (const stage of ['PRODUCTION', 'STAGING', 'DEVELOPMENT']) {
    for (let from = 0; from < probes.length; from += 20) {
      const some = probes.slice(from, from + 20);
      const fields = some.map(
        (time, n) => `t${n}: versionAt(stage: ${stage}, at: "${instant(time)}") { id }`,
      );
      const answer = await world.server.graphql(
        `{ model(ref: { name: "history" }) { ${fields.join(' ')} } }`,
        {},
        reader,
      );
      some.forEach((time, n) => {
        expect([stage, instant(time), answer.data.model[`t${n}`]?.id ?? null]).toEqual([
          stage,
          instant(time),
          expected(stage, time),
        ]);
      });
    }
  }
  const handovers = moves.filter(({ kind }) => kind === 'DEMOTION');
  expect(handovers).toHaveLength(2);
  for (const { at } of handovers)
    for (const time of [micros(at), micros(at) + 1n]) expect(expected('PRODUCTION', time)).not.toBeNull();
});

const micros = (at: string): bigint =>
  BigInt(Date.parse(`${at.slice(0, 19)}Z`)) * 1_000n + BigInt(at.slice(20, -1).padEnd(6, '0'));
const instant = (time: bigint): string =>
  `${new Date(Number(time / 1_000n)).toISOString().slice(0, 19)}.${String(time % 1_000_000n).padStart(6, '0')}Z`;

test('every move is an event with before and after, in order', async () => {
  const project = await world.project('told-of-stages');
  const boss = await world.token('APPROVER', { project, subject: 'teller' });
  const [v1, v2] = await modelWith(world.server, boss, 'told', 2);
  await promote(v1, { reason: 'good' }, boss);
  await promote(v2, { reason: 'better' }, boss);
  await rollback({ model: { name: 'told' }, reason: 'worse' }, boss);
  const events = await until(async () => {
    const { data } = await world.server.graphql(
      '{ events(filter: { types: [VERSION_STAGE_CHANGED] }) { nodes { actor subjectKind subjectId before after reason } } }',
      {},
      boss,
    );
    return data.events.nodes.length === 5 ? data.events.nodes.reverse() : null;
  }, 'five events');
  const told = (subjectId: string | undefined, from: string, to: string, kind: string, reason: string) => ({
    actor: 'teller',
    subjectKind: 'VERSION',
    subjectId,
    before: { stage: from },
    after: expect.objectContaining({ stage: to, kind }),
    reason,
  });
  expect(events).toEqual([
    told(v1, 'DEVELOPMENT', 'PRODUCTION', 'TRANSITION', 'good'),
    told(v1, 'PRODUCTION', 'DEPRECATED', 'DEMOTION', 'better'),
    told(v2, 'DEVELOPMENT', 'PRODUCTION', 'TRANSITION', 'better'),
    told(v2, 'PRODUCTION', 'DEPRECATED', 'ROLLBACK', 'worse'),
    told(v1, 'DEPRECATED', 'PRODUCTION', 'ROLLBACK', 'worse'),
  ]);
});

test('64 promotions at once on two servers leave one PRODUCTION at every instant', async () => {
  const second = await world.another();
  const ids = await modelOf('contested', 8);
  const bosses = await Promise.all(
    ['a', 'b', 'c', 'd'].map((subject) => world.token('APPROVER', { subject })),
  );
  const answers = await Promise.all(
    Array.from({ length: 64 }, (_, n) =>
      transitionVersion(n % 2 ? second : world.server, bosses[n % 4]!, {
        version: { pick: { id: ids[(n * 5) % 8] } },
        to: 'PRODUCTION',
      }),
    ),
  );
  expect(answers.flatMap((answer) => answer.errors ?? [])).toEqual([]);
  const succeeded = answers.filter(({ version }) => version);
  // Whoever stands in PRODUCTION already is told so; nothing else is refused.
  for (const { userErrors } of answers.filter(({ version }) => !version))
    expect(userErrors).toMatchObject([{ from: 'PRODUCTION', to: 'PRODUCTION' }]);
  const rows = await world.database.query<{ version_id: string; entered: string; left: string | null }>(
    `SELECT version_id, at AS entered, (SELECT min(at) FROM stage_transition gone WHERE gone.version_id = t.version_id AND gone.at > t.at) AS left
     FROM stage_transition t WHERE to_stage = 'PRODUCTION' AND model_id = (SELECT id FROM model WHERE name = 'contested') ORDER BY at`,
  );
  expect(rows).toHaveLength(succeeded.length);
  const overlaps = await world.database.query(
    `WITH held AS (
       SELECT id, tstzrange(at, (SELECT min(at) FROM stage_transition gone WHERE gone.version_id = t.version_id AND gone.at > t.at)) AS span
       FROM stage_transition t WHERE to_stage = 'PRODUCTION' AND model_id = (SELECT id FROM model WHERE name = 'contested'))
     SELECT count(*) FILTER (WHERE EXISTS (SELECT FROM held other WHERE other.id <> held.id AND other.span && held.span))::int AS overlapping,
       count(*) FILTER (WHERE upper(span) IS NULL)::int AS standing,
       count(*) FILTER (WHERE upper(span) IS NOT NULL AND NOT EXISTS (
         SELECT FROM held next WHERE lower(next.span) = upper(held.span) + interval '1 microsecond'))::int AS gaps
     FROM held`,
  );
  expect(overlaps).toEqual([{ overlapping: 0, standing: 1, gaps: 0 }]);
  const standing = await world.database.query(
    "SELECT id FROM version WHERE stage = 'PRODUCTION' AND model_id = (SELECT id FROM model WHERE name = 'contested')",
  );
  expect(standing).toEqual([{ id: rows.at(-1)!.version_id }]);
  await second.stop();
});

test.each([
  [
    'a second PRODUCTION',
    "UPDATE version SET stage = 'PRODUCTION' WHERE number <= 2",
    /version_one_production/,
  ],
  ['a changed number', 'UPDATE version SET number = 99 WHERE number = 1', /fixed once registered/],
  ['changed metrics', `UPDATE version SET metrics = '[{"name": "a", "value": 1}]'`, /fixed once registered/],
  ['a changed digest', `UPDATE version SET manifest_digest = repeat('0', 64)`, /fixed once registered/],
  ['a changed move', "UPDATE stage_transition SET reason = 'never mind'", /append-only/],
  ['a removed move', 'DELETE FROM stage_transition', /append-only/],
  [
    'a move that is earlier than the last',
    `INSERT INTO stage_transition (id, project_id, model_id, version_id, from_stage, to_stage, kind, at, actor)
     SELECT gen_random_uuid(), project_id, model_id, id, stage, 'ARCHIVED', 'TRANSITION', registered_at, 'x' FROM version WHERE number = 1`,
    /ascend in time/,
  ],
  [
    'a move that starts elsewhere',
    `INSERT INTO stage_transition (id, project_id, model_id, version_id, from_stage, to_stage, kind, at, actor)
     SELECT gen_random_uuid(), project_id, model_id, id, 'SHADOW', 'ARCHIVED', 'TRANSITION', now() + interval '1 day', 'x' FROM version WHERE number = 1`,
    /starts where the one before it ended/,
  ],
])('the database itself refuses %s', async (_, sql, why) => {
  const name = `kept-${why.source}-${sql.length}`;
  await modelOf(name, 2);
  await expect(
    world.database.query(
      sql.includes('FROM version')
        ? `${sql} AND model_id = (SELECT id FROM model WHERE name = '${name}')`
        : sql,
    ),
  ).rejects.toThrow(why);
});
