import { availableParallelism } from 'node:os';
import { Readable } from 'node:stream';
import type { ArtifactStore } from '../artifact/artifact-store';
import { newId } from '../contract/id';
import { Refusal, ValidationError } from '../contract/user-error';
import { type Connection, rowsOf } from '../database/connection';
import { writeNumbers } from '../database/json-numbers';
import type { ModelTask } from '../model/model-task';
import type { Signature } from '../signature/signature';
import { BaselineSource, BaselineState } from './baseline.entity';
import type { Frozen, Outcome } from './compute-baseline';
import { computeInThread } from './compute-in-thread';
import { ThreadSlots } from './thread-slots';

/** What is computed within a registration. Sixteen mebibytes of labels, the slowest rows, take two busy cores 2 to 3 seconds. */
const MOST_ROWS_AT_ONCE = 100_000;
const MOST_BYTES_AT_ONCE = 16 * 1024 * 1024;
/** For waiting and computing together: half of what a request has, so that the rest of the registration has the other half. */
const LONGEST_AT_ONCE_MS = 5_000;
const MOST_THREADS = 4;

/** The bytes that hold the rows, verified and in the store. */
interface RowsArtifact {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** What the rows are and what they are checked against. */
interface RowsSubject {
  readonly signature: Signature;
  readonly task: ModelTask;
}

const TOO_LONG = new Error('Computing this baseline took longer than its registration can wait.');
const LATER = { kind: 'LATER' } as const;

interface BaselineOwner {
  readonly versionId: string;
  readonly projectId: string;
}

/** Computes baselines and keeps them. */
export class BaselineService {
  private readonly slots = new ThreadSlots(Math.min(Math.max(availableParallelism() - 1, 1), MOST_THREADS));

  constructor(private readonly store: ArtifactStore) {}

  /** What the rows of an artifact come to, however many they are. */
  compute(artifact: RowsArtifact, subject: RowsSubject, signal: AbortSignal): Promise<Outcome> {
    return this.inThread(artifact, subject, null, signal);
  }

  /**
   * The same for somebody who waits: LATER where the rows are many, or where other registrations leave no time for them.
   * Whoever asked has its answer long before its request is given up.
   */
  async computeAtOnce(
    artifact: RowsArtifact,
    subject: RowsSubject,
    signal: AbortSignal,
  ): Promise<Outcome | typeof LATER> {
    signal.throwIfAborted();
    if (artifact.sizeBytes > MOST_BYTES_AT_ONCE) return LATER;
    const ending = new AbortController();
    const leave = () => ending.abort(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    const patience = setTimeout(() => ending.abort(TOO_LONG), LONGEST_AT_ONCE_MS);
    try {
      return await this.slots.take(ending.signal, () =>
        this.inThread(artifact, subject, MOST_ROWS_AT_ONCE, ending.signal),
      );
    } catch (error) {
      if (error === TOO_LONG) return LATER;
      throw error;
    } finally {
      clearTimeout(patience);
      signal.removeEventListener('abort', leave);
    }
  }

  /** The first baseline of a version, from rows. PENDING where they were left for later. */
  async insert(
    connection: Connection,
    owner: BaselineOwner,
    artifactPath: string,
    frozen: Frozen | null,
  ): Promise<string> {
    const id = newId();
    const state = frozen ? BaselineState.READY : BaselineState.PENDING;
    const source = BaselineSource.ROWS;
    await insertBaseline(connection, owner, { id, state, source, artifactPath, frozen });
    return id;
  }

  /** The first baseline of a version that has none, from its first predictions. Whoever comes second has no effect. */
  async insertProvisional(connection: Connection, owner: BaselineOwner, frozen: Frozen): Promise<void> {
    await insertBaseline(connection, owner, {
      id: newId(),
      state: BaselineState.READY,
      source: BaselineSource.FIRST_PREDICTIONS,
      artifactPath: null,
      frozen,
    });
  }

  /** Freezes a PENDING baseline, or says why it cannot be. Once it is, nothing happens. */
  async settle(
    connection: Connection,
    id: string,
    outcome: Frozen | { readonly error: string },
  ): Promise<void> {
    if ('error' in outcome) {
      await rowsOf(
        connection,
        "UPDATE baseline SET state = 'FAILED', error = $2 WHERE id = $1 AND state = 'PENDING'",
        [id, outcome.error],
      );
      return;
    }
    await rowsOf(
      connection,
      `UPDATE baseline SET state = 'READY', computed_at = clock_timestamp(), rows = $2, labelled_rows = $3, features = $4,
         output = $5, quality = $6 WHERE id = $1 AND state = 'PENDING'`,
      [id, ...columnsOf(outcome)],
    );
  }

  private inThread(
    { sha256, sizeBytes }: RowsArtifact,
    { signature, task }: RowsSubject,
    mostRows: number | null,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const open = () => (sizeBytes > 0 ? this.store.read(sha256, 0, sizeBytes) : Readable.from([]));
    return computeInThread(open, { signature, task, mostRows }, signal);
  }
}

async function insertBaseline(
  connection: Connection,
  { versionId, projectId }: BaselineOwner,
  given: {
    readonly id: string;
    readonly state: BaselineState;
    readonly source: BaselineSource;
    readonly artifactPath: string | null;
    readonly frozen: Frozen | null;
  },
): Promise<void> {
  await rowsOf(
    connection,
    `INSERT INTO baseline (id, project_id, version_id, revision, state, source, artifact_path, computed_at, rows, labelled_rows,
       features, output, quality)
     VALUES ($1, $2, $3, 1, $4, $5, $6, CASE WHEN $4 = 'READY' THEN clock_timestamp() END, $7, $8, $9, $10, $11)
     ON CONFLICT (version_id, revision) DO NOTHING`,
    [
      given.id,
      projectId,
      versionId,
      given.state,
      given.source,
      given.artifactPath,
      ...columnsOf(given.frozen),
    ],
  );
}

const columnsOf = (frozen: Frozen | null): unknown[] => [
  frozen?.rows ?? 0,
  frozen?.labelledRows ?? 0,
  JSON.stringify(frozen?.features ?? []),
  frozen?.output ? JSON.stringify(frozen.output) : null,
  frozen?.quality ? writeNumbers(frozen.quality) : null,
];

/** Why rows cannot be a baseline, as one sentence. */
export const describeBadLine = ({ line, path, why }: Extract<Outcome, { kind: 'BAD_LINE' }>): string =>
  `line ${line}${path.length > 0 ? `, ${path.join('.')}` : ''}: ${why}.`;

/** A bad line refuses the whole registration. */
export function refuseBadLine(
  outcome: Extract<Outcome, { kind: 'BAD_LINE' }>,
  artifactPath: string,
): Refusal {
  const path = ['input', 'baseline', 'artifactPath'];
  return new Refusal(
    new ValidationError(`${path.join('.')}: "${artifactPath}", ${describeBadLine(outcome)}`, path),
  );
}
