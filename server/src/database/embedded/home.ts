import { createHmac } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';

const { W_OK, X_OK } = constants;

export interface Log {
  info(o: object, m: string): void;
  warn(o: object, m: string): void;
}

/** Where one embedded PostgreSQL lives, and how it is to run. */
export interface Home {
  /** absolute and free of symlinks, so that two ways to name it are one home */
  readonly folder: string;
  /** PostgreSQL's own data folder; it exists only whole, see make-cluster.ts */
  readonly cluster: string;
  /** false: no fsync, for tests only */
  readonly durable: boolean;
  readonly log: Log;
}

export const SUPERUSER = 'postgres';
/** The name of the role that the server connects as (no superuser) and of the database it owns. */
export const APPLICATION = 'modelgraph';

export function openHome(folder: string, durable: boolean, log: Log): Home {
  const wanted = resolve(folder);
  mkdirSync(wanted, { recursive: true });
  const real = realpathSync(wanted);
  const home = { folder: real, cluster: join(real, 'cluster'), durable, log };
  try {
    for (const path of hasCluster(home) ? [real, home.cluster] : [real]) accessSync(path, W_OK | X_OK);
  } catch (cause) {
    throw new Error(
      `The folder ${real} of the embedded PostgreSQL belongs to another user than the server's.`,
      { cause },
    );
  }
  return home;
}

export const hasCluster = (home: Home): boolean => existsSync(home.cluster);

/** The name below the cluster of the file (mode 0600) that keeps the one secret. */
export const PASSWORD_FILE = 'modelgraph.password';

/** The secret is the superuser's password; only the supervisor logs in with it. */
export const superuserPassword = (home: Home): string =>
  readFileSync(join(home.cluster, PASSWORD_FILE), 'utf8').trim();

/** Derived, so that who knows DATABASE_URL is not superuser, and one file is enough. */
export const applicationPassword = (secret: string): string =>
  createHmac('sha256', secret).update(APPLICATION).digest('base64url');

export const urlOf = (home: Home, port: number): string =>
  `postgres://${APPLICATION}:${applicationPassword(superuserPassword(home))}@127.0.0.1:${port}/${APPLICATION}`;
