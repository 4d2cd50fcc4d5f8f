import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTINGS } from '../../../server/src/config';
import { ROUTES, type Route } from '../../../server/src/door/route';

const PAGE = readFileSync(join(__dirname, '../../../docs/http.md'), 'utf8');
const MIB = 1024 ** 2;

const accessInWords = ({ access }: Route): string =>
  ({ OPEN: '', LOOPBACK_OPEN: 'READER, none on loopback' })[access as string] ?? access;

const bodyInWords = ({ bodyLimit }: Route): string => {
  if (bodyLimit === 'SETTING') return `${SETTINGS.MODELGRAPH_BODY_LIMIT.parse(undefined) / MIB} MiB`;
  if (bodyLimit === 'INGEST_SETTING')
    return `${SETTINGS.MODELGRAPH_INGEST_BODY_LIMIT.parse(undefined) / MIB} MiB`;
  return bodyLimit === 'ARTIFACT' ? 'an artifact' : 'none';
};

test('docs/http.md has every route, with its role, its limit and its answers', () => {
  const rows = [...PAGE.matchAll(/^\| `(.*?)` \| (.*?) ?\| (.*?) \| (.*?) \|$/gm)].map(
    ([, request, access, body, answers]) => ({
      request,
      access,
      body,
      statuses: [...String(answers).matchAll(/\b[2-5]\d\d\b/g)].map(([status]) => Number(status)).sort(),
    }),
  );
  expect(rows).toEqual(
    ROUTES.map((route) => ({
      request: `${route.method} ${route.path}`,
      access: accessInWords(route),
      body: bodyInWords(route),
      statuses: [...route.statuses].sort(),
    })),
  );
});
