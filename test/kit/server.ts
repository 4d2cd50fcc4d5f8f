import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { makeDatabase, type TestDatabase } from './database';
import { until } from './until';

const MAIN = resolve(__dirname, '../../server/dist/main.js');

/** The secret that test servers know their operator by. */
export const OPERATOR = `mg_${'o'.repeat(43)}`;

interface LogLine {
  msg?: string;
  level?: string;
  [field: string]: unknown;
}

/** A built server as a process of its own. */
export class TestServer {
  readonly log: LogLine[] = [];
  /** What it said to whoever started it. */
  errors = '';
  url = '';
  /** Called with each line of the log as it comes. */
  onLog: ((line: LogLine) => void) | undefined;
  private child: ChildProcess | undefined;
  private exited: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly environment: Readonly<Record<string, string>>,
    private readonly folder: string,
  ) {}

  /** Starts it and waits until it serves; a failed start throws with what it said. The port stays the same over restarts. */
  async start(): Promise<this> {
    const port = this.url ? new URL(this.url).port : '0';
    const child = spawn(process.execPath, ['--enable-source-maps', MAIN], {
      cwd: this.folder,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, MODELGRAPH_PORT: port, ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.exited = once(child, 'exit');
    // Not `exit`: what it said may still be on its way then.
    const ended = once(child, 'close').then(() => null);
    child.stderr.on('data', (chunk: Buffer) => {
      this.errors += chunk.toString();
    });
    const serving = new Promise<string>((found) => {
      createInterface({ input: child.stdout }).on('line', (text) => {
        const line = JSON.parse(text) as LogLine;
        this.log.push(line);
        this.onLog?.(line);
        if (line.msg === 'serving') found(String(line.address));
      });
    });
    const address = await Promise.race([serving, ended]);
    if (address === null) throw new Error(`The server did not start: ${this.errors}`);
    this.url = address;
    return this;
  }

  get pid(): number {
    if (!this.child?.pid) throw new Error('The server was not started.');
    return this.child.pid;
  }

  /** kill -9. */
  async kill(): Promise<void> {
    this.child?.kill('SIGKILL');
    await this.exited;
  }

  signal(name: NodeJS.Signals): void {
    this.child?.kill(name);
  }

  /** SIGTERM, and waits until it has drained. Gives the exit code. */
  async stop(): Promise<number | null> {
    if (this.child?.exitCode != null || this.child?.signalCode != null) return this.child.exitCode;
    this.child?.kill('SIGTERM');
    await this.exited;
    return this.child?.exitCode ?? null;
  }

  /** Waits for a line of the log. */
  logged(matches: (line: LogLine) => boolean): Promise<LogLine> {
    return until(async () => this.log.find(matches) ?? null, 'a line of the log');
  }

  /** One GraphQL request over HTTP, without the SDK. */
  async graphql(
    query: string,
    variables: object = {},
    token: string | null = OPERATOR,
    headers: Record<string, string> = {},
  ): Promise<GraphqlAnswer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Omit<GraphqlAnswer, 'status' | 'headers'>;
    return { status: response.status, headers: response.headers, ...body };
  }
}

interface GraphqlAnswer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape
  readonly data?: any;
  readonly errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; requestId?: string; retryable?: boolean };
  }[];
}

export interface World {
  readonly database: TestDatabase;
  readonly server: TestServer;
  /** The folder of its data, artifacts among them. */
  readonly data: string;
  /** Another server on the same database and folder of artifacts. */
  another(environment?: Record<string, string>): Promise<TestServer>;
  /** A new token of the default project, or of the project named. */
  token(
    role: 'READER' | 'WRITER' | 'APPROVER' | 'ADMIN',
    options?: { subject?: string; project?: string },
  ): Promise<string>;
  /** A new project; its name. */
  project(name: string): Promise<string>;
  close(): Promise<void>;
}

/** A database of one's own with a server on it. */
export async function makeWorld(environment: Record<string, string> = {}): Promise<World> {
  const database = await makeDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'modelgraph-world-'));
  const data = join(folder, 'data');
  const settings = {
    DATABASE_URL: database.url,
    MODELGRAPH_OPERATOR_TOKEN: OPERATOR,
    MODELGRAPH_DATA: data,
    ...environment,
  };
  const servers: TestServer[] = [];
  const another = async (more: Record<string, string> = {}): Promise<TestServer> => {
    const server = new TestServer({ ...settings, ...more }, folder);
    servers.push(server);
    return server.start();
  };
  const server = await another();
  return {
    database,
    server,
    data,
    another,
    project: async (name) => {
      const { data, errors } = await server.graphql(
        'mutation($name: String!) { createProject(input: { name: $name }) { project { name } userErrors { message } } }',
        { name },
      );
      if (!data?.createProject.project) throw new Error(JSON.stringify(errors ?? data));
      return name;
    },
    token: async (role, { subject = role.toLowerCase(), project = 'default' } = {}) => {
      const { data, errors } = await server.graphql(
        'mutation($input: CreateTokenInput!) { createToken(input: $input) { secret userErrors { message } } }',
        { input: { subject, role, project: { name: project } } },
      );
      if (!data?.createToken.secret) throw new Error(JSON.stringify(errors ?? data));
      return data.createToken.secret;
    },
    close: async () => {
      await Promise.all(servers.map((one) => one.stop()));
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
