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
