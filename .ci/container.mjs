// Carries out the Dockerfile where no container engine is: every stage is a folder, its steps run in it as they are written,
// and then what CMD says is started as an unprivileged user and asked by what HEALTHCHECK says.
// Usage: node .ci/container.mjs <scratch folder> <port>; the rest of the server's settings come from the environment.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';

const [scratch, port] = process.argv.slice(2);
const context = join(scratch, 'context');
const stages = new Map();
let stage;

const must = (command, args, options = {}) => {
  const { status } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
};
const inside = (root, path, folder = '/') => join(root, isAbsolute(path) ? path : join(folder, path));
// Folders of the image are folders of its stage here, and its user is nobody.
const moved = (command, root) =>
  command.replace(/(?<=\s)\/(app|data)\b/g, `${root}/$1`).replaceAll('node:node', 'nobody:nogroup');

const INSTRUCTIONS = {
  FROM(text) {
    const name = / AS (\S+)$/i.exec(text)?.[1] ?? String(stages.size);
    stage = { root: join(scratch, name), folder: '/', environment: {}, isPrivileged: true };
    stages.set(name, stage);
    mkdirSync(stage.root);
  },
  WORKDIR(path) {
    stage.folder = path;
    mkdirSync(inside(stage.root, path), { recursive: true });
  },
  ENV(text) {
    for (const pair of text.split(' ')) {
      const [name, value] = pair.split('=');
      stage.environment[name] = value.startsWith('/') ? join(stage.root, value) : value;
    }
  },
  COPY(text) {
    const [, from, rest] = /^(?:--from=(\S+) )?(.+)$/.exec(text);
    const paths = rest.split(' ');
    const to = paths.pop();
    const root = from ? stages.get(from).root : context;
    for (const path of paths) {
      const target = inside(stage.root, to, stage.folder);
      const source = inside(root, path);
      if (!existsSync(source)) throw new Error(`COPY: there is no ${path}`);
      cpSync(source, to.endsWith('/') ? join(target, basename(path)) : target, {
        recursive: true,
        verbatimSymlinks: true,
      });
    }
  },
  RUN(command) {
    must('sh', ['-ec', moved(command, stage.root)], { cwd: inside(stage.root, stage.folder) });
  },
  USER() {
    stage.isPrivileged = false;
  },
  HEALTHCHECK(text) {
    stage.health = JSON.parse(text.slice(text.indexOf('CMD') + 3));
  },
  CMD(text) {
    stage.command = JSON.parse(text);
  },
  VOLUME() {},
  EXPOSE() {},
};

mkdirSync(context, { recursive: true });
chmodSync(scratch, 0o755);
must('sh', ['-ec', `git archive HEAD | tar x -C '${context}'`]);
const lines = readFileSync(join(context, 'Dockerfile'), 'utf8')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter(Boolean);
for (const line of lines) {
  const [, name, text] = /^(\S+) (.*)$/.exec(line);
  if (!INSTRUCTIONS[name]) throw new Error(`This knows no ${name}`);
  process.stdout.write(`${line}\n`);
  INSTRUCTIONS[name](text);
}
if (stage.isPrivileged) throw new Error('The image would run as root.');

const unprivileged = (command) => ['--reuid=nobody', '--regid=nogroup', '--clear-groups', ...command];
const options = {
  cwd: inside(stage.root, stage.folder),
  env: {
    PATH: process.env.PATH,
    ...stage.environment,
    // The image listens on all addresses; here only on the machine's own.
    MODELGRAPH_HOST: '127.0.0.1',
    MODELGRAPH_PORT: port,
    DATABASE_URL: process.env.DATABASE_URL,
    MODELGRAPH_OPERATOR_TOKEN: process.env.MODELGRAPH_OPERATOR_TOKEN,
  },
};
const server = spawn('setpriv', unprivileged(stage.command), { ...options, stdio: 'inherit' });
const ended = new Promise((resolve) => server.once('exit', resolve));
const healthy = async () => {
  const health = stage.health.map((part) => part.replaceAll(':4000/', `:${port}/`));
  for (let time = 0; time < 100 && server.exitCode === null; time += 1) {
    if (spawnSync('setpriv', unprivileged(health), options).status === 0) return true;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  return false;
};
let isHealthy = false;
let page;
let code;
try {
  isHealthy = await healthy();
  page = isHealthy && (await fetch(`http://127.0.0.1:${port}/`)).status;
} finally {
  server.kill('SIGTERM');
  code = await ended;
}
if (!isHealthy || page !== 200 || code !== 0)
  throw new Error(`Healthy: ${isHealthy}, the playground: ${page}, ended with ${code}`);
