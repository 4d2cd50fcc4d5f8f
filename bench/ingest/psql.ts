import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The version of the psql on PATH; null without one. */
export const psqlVersion = (): Promise<string | null> =>
  run('psql', ['--version']).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  );

/** Runs a script by a psql of its own. The statements of a good run print nothing: whatever is printed is an error. */
export async function psql(databaseUrl: string, script: string): Promise<void> {
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  const { stdout, stderr } = await run('psql', ['-X', '-q', '-A', '-t', '-f', script], {
    env: {
      PATH: process.env.PATH,
      PGHOST: hostname,
      PGPORT: port,
      PGUSER: username,
      PGPASSWORD: password,
      PGDATABASE: pathname.slice(1),
      PGOPTIONS: '-c TimeZone=UTC',
    },
  });
  if (stdout.trim() !== '' || stderr.trim() !== '')
    throw new Error(`psql said: ${stdout}${stderr}`.slice(0, 2_000));
}
