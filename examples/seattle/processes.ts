import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Opened } from './opened.js';

const SERVER = fileURLToPath(new URL('../../../server/dist/main.js', import.meta.url));

/** A process did not do what it was there for. The message is all that a reader needs. */
export class ProcessFailure extends Error {}

interface Start {
  readonly file: string;
  readonly args?: readonly string[];
  readonly cwd?: string;
  /** Its settings; of the caller's none reaches it. */
  readonly settings: Readonly<Record<string, string>>;
  readonly onLine?: (line: string) => void;
}

/** A process of the demo, its lines, and its end. */
export class Process {
  private readonly child: ChildProcess;
  private readonly exited: Promise<unknown>;
  private errors = '';

  /** Starts it; it ends with what else was opened. */
  static start(opened: Opened, name: string, start: Start): Process {
    return opened.open(
      () => new Process(name, start),
      (process) => process.stop(),
    );
  }

  private constructor(
    private readonly name: string,
    { file, args = [], cwd, settings, onLine }: Start,
  ) {
    this.child = spawn(process.execPath, [file, ...args], {
      cwd,
      env: { ...withoutSettings(process.env), ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C reaches the demo alone, which then ends its processes one after the other.
      detached: true,
    });
    this.exited = new Promise((resolve) => {
      // Not `exit`: what it said may still be on its way then.
      this.child.once('close', resolve);
      // It could not be started.
      this.child.once('error', (error) => {
        this.errors = error.message;
        resolve(error);
      });
    });
    createInterface({ input: this.child.stdout as NodeJS.ReadableStream }).on('line', (line) =>
      onLine?.(line),
    );
    this.child.stderr?.on('data', (chunk: Buffer) => {
      this.errors = `${this.errors}${chunk}`.slice(-4_000);
      this.onErrorText?.(this.errors);
    });
  }

  onErrorText: ((text: string) => void) | undefined;

  /** Waits until it ends by itself; throws with what it said when it did not end well. */
  async ended(): Promise<void> {
    await this.exited;
    if (this.child.exitCode !== 0)
      throw new ProcessFailure(
        `${this.name} ended with ${this.child.exitCode ?? this.child.signalCode}: ${this.errors.trim()}`,
      );
  }

  /** Rejects when it ends, with what it said: to be raced with what one waits for. */
  async diedEarly(): Promise<never> {
    await this.exited;
    throw new ProcessFailure(`${this.name} ended too early: ${this.errors.trim()}`);
  }

  /** Asks it to end and waits until it has. */
  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGTERM');
    await this.exited;
  }
}

/** Starts a server in a folder of its own; gives the address with the first admin's token. */
export async function startServer(opened: Opened, folder: string, port: string): Promise<URL> {
  const server = Process.start(opened, 'The server', {
    file: SERVER,
    cwd: folder,
    // However long the database takes to be made and stopped: it must not be left behind.
    settings: { MODELGRAPH_PORT: port, MODELGRAPH_DATA: 'data', MODELGRAPH_DRAIN_MS: '60000' },
  });
  const serving = new Promise<URL>((found) => {
    server.onErrorText = (text) => {
      const address = /serves at (\S+)\n/.exec(text)?.[1];
      if (address) found(new URL(address));
    };
  });
  return Promise.race([serving, server.diedEarly()]);
}

/** An environment without what tells a server or a client where to go: the demo is to touch nothing of its caller's. */
const withoutSettings = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^(DATABASE_URL$|MODELGRAPH_|PG)/.test(name)),
  );
