import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('../../../server/dist/main.js', import.meta.url));

/** A process of the demo, its lines, and its end. */
export class Process {
  private readonly child: ChildProcess;
  private readonly exited: Promise<unknown>;
  private errors = '';

  constructor(
    private readonly name: string,
    file: string,
    args: readonly string[],
    {
      cwd,
      environment,
      onLine,
    }: { cwd?: string; environment: Record<string, string>; onLine: (line: string) => void },
  ) {
    this.child = spawn(process.execPath, [file, ...args], {
      cwd,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.exited = once(this.child, 'exit');
    createInterface({ input: this.child.stdout as NodeJS.ReadableStream }).on('line', onLine);
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
      throw new Error(
        `${this.name} ended with ${this.child.exitCode ?? this.child.signalCode}: ${this.errors}`,
      );
  }

  /** Rejects when it ends, with what it said: to be raced with what one waits for. */
  async diedEarly(): Promise<never> {
    await this.exited;
    throw new Error(`${this.name} ended too early: ${this.errors}`);
  }

  /** Asks it to end and waits until it has. */
  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGTERM');
    await this.exited;
  }
}

/** Starts a server in a folder of its own; gives its process and the address with the first admin's token. */
export async function startServer(folder: string, port: string): Promise<{ server: Process; address: URL }> {
  const server = new Process('The server', SERVER, [], {
    cwd: folder,
    environment: { MODELGRAPH_PORT: port, MODELGRAPH_DATA: 'data' },
    onLine: () => undefined,
  });
  const serving = new Promise<URL>((found) => {
    server.onErrorText = (text) => {
      const address = /serves at (\S+)\n/.exec(text)?.[1];
      if (address) found(new URL(address));
    };
  });
  return { server, address: await Promise.race([serving, server.diedEarly()]) };
}
