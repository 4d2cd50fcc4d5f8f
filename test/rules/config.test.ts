import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig, SETTINGS } from '../../server/src/config';

/** `# description`, then `NAME=default` or, where there is no default, `# NAME=`. */
const example = readFileSync(join(__dirname, '../../.env.example'), 'utf8');

test('.env.example names every setting with its description, and nothing else', () => {
  const names = [...example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
  expect(names).toEqual(Object.keys(SETTINGS));
  for (const setting of Object.values(SETTINGS)) expect(example).toContain(`# ${setting.description}\n`);
});

test('the values of .env.example are the defaults', () => {
  const given = Object.fromEntries(
    [...example.matchAll(/^([A-Z][A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
  );
  expect(readConfig(given)).toEqual(readConfig({}));
});

test('every wrong setting is named at once', () => {
  const read = readConfig({
    MODELGRAPH_PORT: '70000',
    DATABASE_URL: 'mysql://x',
    MODELGRAPH_LOG_LEVEL: 'loud',
  });
  expect('problems' in read && read.problems.map((problem) => problem.split(':')[0])).toEqual([
    'MODELGRAPH_PORT',
    'DATABASE_URL',
    'MODELGRAPH_LOG_LEVEL',
  ]);
});

test('an empty value counts as not given', () => {
  expect(readConfig({ DATABASE_URL: '', MODELGRAPH_PORT: '' })).toEqual(readConfig({}));
});

const problemsOf = (environment: Record<string, string>): string[] => {
  const read = readConfig(environment);
  return 'problems' in read ? read.problems : [];
};

test.each([
  ['MODELGRAPH_PORT', 'http', 'give a whole number from 0 to 65535'],
  ['MODELGRAPH_PORT', '1.5', 'give a whole number from 0 to 65535'],
  ['MODELGRAPH_MAX_DEPTH', '0', 'give a whole number from 1 to 9007199254740991'],
  ['MODELGRAPH_DEADLINE_MS', 'soon', 'give a whole number of milliseconds from 1 to 2147483647'],
  ['MODELGRAPH_LOG_LEVEL', 'loud', 'give one of fatal, error, warn, info, debug, trace, silent'],
  ['DATABASE_URL', 'localhost', 'give a URL like postgres://user:password@host:5432/database'],
  [
    'MODELGRAPH_OPERATOR_TOKEN',
    'short',
    'give at least 32 characters of ASCII without spaces: it has to travel in a header',
  ],
])('%s=%s is refused in words', (name, value, why) => {
  expect(problemsOf({ [name]: value })).toEqual([`${name}: ${why}`]);
});

test.each(Object.keys(SETTINGS).filter((name) => name.endsWith('_MS')))(
  '%s holds no more than timers do',
  (name) => {
    expect(problemsOf({ [name]: '2147483647' })).toEqual([]);
    expect(problemsOf({ [name]: '2147483648' })).toEqual([expect.stringContaining(`${name}: give`)]);
  },
);

test.each([`${'o'.repeat(20)} ${'o'.repeat(20)}`, 'ö'.repeat(40), `${'o'.repeat(40)}\n`])(
  'an operator token that no header can carry is refused: %j',
  (token) => {
    expect(problemsOf({ MODELGRAPH_OPERATOR_TOKEN: token })).toEqual([
      expect.stringContaining('MODELGRAPH_OPERATOR_TOKEN: give'),
    ]);
  },
);

test('a name that is nearly a setting is refused with the setting; others are none of our business', () => {
  expect(
    problemsOf({ MODELGRAPH_MAX_DEPHT: '5', MODELGRAPH_DATABASE_URL: 'postgres://x', MODELGRAPH_HOSTS: '' }),
  ).toEqual([
    'MODELGRAPH_MAX_DEPHT: there is no such setting; write MODELGRAPH_MAX_DEPTH',
    'MODELGRAPH_DATABASE_URL: there is no such setting; write DATABASE_URL',
  ]);
  const others = {
    MODELGRAPH_URL: 'x',
    MODELGRAPH_TOKEN: 'x',
    MODELGRAPH_SERVICE_HOST: 'x',
    DATABASE_URLS: 'x',
  };
  expect(problemsOf(others)).toEqual([]);
});
