/**
 * The one list of the rooms, lowest first: a room may import those before it, never those after it.
 * `contract` and `statistics` import no room and may be imported by all; `app.ts` composes everything.
 */
const rooms = [
  ['database'],
  ['event'],
  ['access'],
  ['job'],
  ['model'],
  ['dataset', 'artifact', 'signature'],
  ['run'],
  ['baseline'],
  ['version'],
  ['prediction'],
  ['monitoring'],
  ['alert'],
  ['door'],
];
const path = (names) => `^server/src/(${names.join('|')})/`;
const all = rooms.flat();

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...rooms
      .map((level, index) => ({
        name: `${level.join('-')}-looks-down-only`,
        severity: 'error',
        from: { path: path(level) },
        to: { path: path(rooms.slice(index + 1).flat()) },
      }))
      .filter((rule) => rule.to.path !== '^server/src/()/'),
    {
      name: 'contract-and-statistics-import-no-room',
      severity: 'error',
      from: { path: '^server/src/(contract|statistics)/' },
      to: { path: path(all) },
    },
    {
      name: 'statistics-imports-nothing',
      severity: 'error',
      from: { path: '^server/src/statistics/' },
      to: { pathNot: '^server/src/statistics/' },
    },
    {
      name: 'only-app-and-main-compose',
      severity: 'error',
      from: { path: '^server/src/[^/]+/' },
      to: { path: '^server/src/(app|main)\\.ts$' },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'dist' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      conditionNames: ['require', 'node', 'default'],
    },
  },
};
