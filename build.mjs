// Builds what `npm start`, the tests and the demo run. A part whose sources did not change since its last build is skipped.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = import.meta.dirname;
const tsc = (...args) =>
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...args], {
    cwd: root,
    stdio: 'inherit',
  });

/** Every file below a folder that is source, in a stable order. */
const filesBelow = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.name !== 'dist' && entry.name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
    );

const fingerprint = (sources) => {
  const hash = createHash('sha256');
  for (const file of [
    'build.mjs',
    'package-lock.json',
    'tsconfig.base.json',
    ...sources.flatMap(filesBelow),
  ]) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
};

const part = (name, sources, build) => {
  const stamp = join(root, name, 'dist', '.built-from');
  const now = fingerprint(sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  rmSync(join(root, name, 'dist'), { recursive: true, force: true });
  build();
  mkdirSync(join(root, name, 'dist'), { recursive: true });
  writeFileSync(stamp, now);
};

part('server', ['server', 'schema'], () => {
  tsc('-p', 'server');
  cpSync(join(root, 'schema'), join(root, 'server/dist/schema'), { recursive: true });
});
part('sdk', ['sdk'], () => {
  tsc('-p', 'sdk/tsconfig.json');
  tsc('-p', 'sdk/tsconfig.cjs.json');
  writeFileSync(join(root, 'sdk/dist/cjs/package.json'), '{ "type": "commonjs" }\n');
});
part('playground', ['playground'], () => {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: join(root, 'playground'), stdio: 'inherit' },
  );
});
part('examples', ['examples', 'sdk'], () => tsc('-p', 'examples'));
