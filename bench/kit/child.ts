import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';

export interface Child {
  readonly pid: number;
  /** What the line that was waited for holds. */
  readonly said: RegExpExecArray;
  /** SIGTERM to this process alone, and waits for its end; any exit code but 0 throws. */
  stop(): Promise<void>;
}

/**
 * Starts a Node program, waits until it prints a line on standard error that matches, and keeps its standard output in a
 * file: log lines cost what they cost in production. The environment is bare: no setting of whoever runs the bench counts,
 * and NODE_ENV is what the Dockerfile sets.
 */
export async function startNode(
  args: readonly string[],
  {
    cwd,
    environment,
    output,
    until,
  }: { cwd: string; environment: Record<string, string>; output: string; until: RegExp },
): Promise<Child> {
  const file = await open(output, 'a');
  const child = spawn(process.execPath, args, {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', file.fd, 'pipe'],
  });
  await file.close();
  const exited = once(child, 'exit');
  const lines: string[] = [];
  const found = new Promise<RegExpExecArray>((resolve) => {
    createInterface({ input: child.stderr! }).on('line', (line) => {
      lines.push(line);
      const match = until.exec(line);
      if (match) resolve(match);
    });
  });
  const said = await Promise.race([found, exited.then(() => null)]);
  if (!said) throw new Error(`${args.join(' ')} did not start: ${lines.join('\n')}`);
  return {
    pid: child.pid!,
    said,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      if (child.exitCode !== 0)
        throw new Error(
          `${args.join(' ')} ended with ${child.exitCode ?? child.signalCode}: ${lines.join('\n')}`,
        );
    },
  };
}
