import { randomInt } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Home } from './home';

/**
 * Below the ranges from which systems number outgoing connections: none of those can take our port in the
 * moment in which PostgreSQL is restarted on it.
 */
const [LOWEST, HIGHEST] = [20_000, 32_000];

export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port between ${LOWEST} and ${HIGHEST} on 127.0.0.1.`);
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

const portFile = (home: Home) => join(home.cluster, 'modelgraph.port');

/** The port of the last start: whoever starts PostgreSQL next takes it again if it can, others' urls lead there. */
export function rememberedPort(home: Home): number | undefined {
  try {
    return Number(readFileSync(portFile(home), 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

/** Called under the start lock only. */
export function rememberPort(home: Home, port: number): void {
  if (rememberedPort(home) === port) return;
  writeFileSync(`${portFile(home)}.new`, String(port));
  renameSync(`${portFile(home)}.new`, portFile(home));
}
