import { createRequire } from 'node:module';
import type { Pool, PoolConfig } from 'pg';

/**
 * Parts of the built server that the bench and its peers use, so that both sides check the same token with the same
 * statement over pools of the same settings on the same PostgreSQL. The server is CommonJS without declarations: what is
 * used of it is declared here.
 */
const load = createRequire(import.meta.url);
const part = <T>(path: string): T => load(`../../../server/dist/${path}.js`) as T;

interface Postgres {
  readonly url: string;
  /** The last to leave stops it. */
  leave(): Promise<void>;
}

export const { joinEmbeddedPostgres } = part<{
  joinEmbeddedPostgres(options: {
    folder: string;
    log: { info(facts: object, text: string): void; warn(facts: object, text: string): void };
  }): Promise<Postgres>;
}>('database/embedded/embedded-postgres');

export const { poolConfig } = part<{
  poolConfig(name: 'requests' | 'ingest', settings: { url: string; statementTimeoutMs: number }): PoolConfig;
}>('database/pools');

export const { Authenticator } = part<{
  Authenticator: new (
    pool: Pool,
    operatorSecret: undefined,
  ) => { authenticate(header: string | undefined): Promise<{ projectId: string }> };
}>('access/authenticator');

/** One prediction as the SDK takes it. */
export interface Item {
  readonly predictionId: string;
  readonly entityId: string;
  readonly occurredAt: string;
  readonly features: Readonly<Record<string, number>>;
  readonly output: { readonly number: { readonly value: number } };
  readonly latencyMs: number;
}

/** What the server makes of a prediction and of a batch; the bench only hands it on. */
interface ReadItem {
  readonly occurred: { readonly hourMs: number };
  readonly variant: string | null;
  readonly output: unknown;
  readonly latencyMs: number | null;
}
export interface Batch {
  readonly items: readonly ReadItem[];
  readonly table: unknown;
  readonly bytes: Buffer;
  readonly rejects: readonly unknown[];
}
export interface ServedVersion {
  readonly id: string;
  readonly modelId: string;
  readonly projectId: string;
  readonly baseline: { readonly state: string } | null;
}

/** Takes the statements that the server would send. */
interface Statements {
  query(sql: string, values: readonly unknown[]): Promise<{ rows: never[] }>;
}

export const { ServedVersions } = part<{
  ServedVersions: new (
    finder: null,
  ) => { byId(connection: Pool, ids: readonly string[]): Promise<Map<string, ServedVersion>> };
}>('prediction/served-version');

export const { readBatch } = part<{
  readBatch(version: ServedVersion, given: readonly Item[], nowMs: number): Batch;
}>('prediction/prediction-batch');

export const { Buckets } = part<{
  Buckets: new () => {
    of(
      version: ServedVersion,
      hourMs: number,
      variant: string | null,
    ): {
      addPrediction(counted: {
        table: unknown;
        row: number;
        output: unknown;
        latencyMs: number | null;
      }): void;
    } | null;
    write(client: Statements): Promise<void>;
  };
}>('prediction/summary/buckets');

export const { recordIngest } = part<{
  recordIngest(
    connection: Statements,
    cause: { projectId: string; actor: string; requestId: string },
    ingest: { kind: 'PREDICTIONS'; subjectId: string; items: number; accepted: number },
  ): Promise<string>;
}>('event/ingest-record');

/** The statements of a batch, see there. */
export const staged =
  part<
    Readonly<
      Record<
        'CREATE_STAGE' | 'COPY_STAGE' | 'LOCK_SHARED' | 'INSERT_KEYS' | 'INSERT_ROWS' | 'EARLY_ACTUALS',
        string
      >
    >
  >('prediction/staged-ingest');
