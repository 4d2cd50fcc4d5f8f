import { basename } from 'node:path';
import type { Pool } from 'pg';
import type { Actor } from '../contract/actor';
import { idOrNone, newId } from '../contract/id';
import { ServiceError } from '../contract/service-error';
import type { ArtifactStore } from './artifact-store';
import { HashedFile, takenOver } from './hashed-file';

const MOST_REMEMBERED = 1_000;

interface Running {
  readonly stop: AbortController;
  readonly ended: Promise<unknown>;
}

interface Row {
  readonly file: string;
  readonly sha256: string | null;
}

/** What a request that holds an upload may do with it. */
export interface HeldUpload {
  readonly id: string;
  readonly file: HashedFile;
  /** Aborted when a later request takes the upload over. */
  readonly signal: AbortSignal;
  /**
   * Throws when another request has taken it over: what was written is not what counts. With the verified SHA-256 of the
   * whole, the file may be put in its place from then on.
   */
  confirm(sha256?: string): Promise<void>;
}

/**
 * Uploads that come in several requests. The newest request to an upload holds it: an earlier one of this server is
 * stopped first; one of another server, or of one that died, is fenced off by going on with a copy of its file, because
 * it may wake up and write. The running hash lives in the memory of the server that wrote last.
 */
export class UploadSessions {
  private readonly files = new Map<string, { name: string; file: HashedFile }>();
  private readonly running = new Map<string, Running>();

  constructor(
    private readonly pool: Pool,
    private readonly store: ArtifactStore,
  ) {}

  async start({ projectId, subject }: Actor): Promise<string> {
    const id = newId();
    const name = newId();
    this.remember(id, name, await HashedFile.create(this.store.partial(name)));
    await this.pool.query('INSERT INTO upload (id, project_id, started_by, file) VALUES ($1, $2, $3, $4)', [
      id,
      projectId,
      subject,
      name,
    ]);
    return id;
  }

  /** How many bytes are there. */
  async offset({ projectId }: Actor, id: string): Promise<number> {
    for (let before: Row | undefined; ; ) {
      const { rows } = await this.pool.query<Row>(
        'SELECT file, sha256 FROM upload WHERE id = $1 AND project_id = $2',
        [idOrNone(id), projectId],
      );
      const row = rows[0];
      if (!row) throw noUpload(id);
      const remembered = this.files.get(id);
      if (remembered?.name === row.file) return remembered.file.size;
      const size = await this.sizeOf(row);
      if (size !== null) return size;
      // Else another request has moved the file since the row was read.
      if (before?.file === row.file && before.sha256 === row.sha256) throw noUpload(id);
      before = row;
    }
  }

  /** Of the file where it lies: under its name, or in its place when the database has not been told of that. */
  private async sizeOf({ file, sha256 }: Row): Promise<number | null> {
    const arriving = await this.store.partialSize(file);
    return arriving ?? (sha256 === null ? null : this.store.sizeOf(sha256));
  }

  /** Runs `work` as the one request that holds the upload. */
  async hold<T>(actor: Actor, id: string, work: (upload: HeldUpload) => Promise<T>): Promise<T> {
    await this.offset(actor, id);
    const before = this.running.get(id);
    const stop = new AbortController();
    const result = (async () => {
      before?.stop.abort();
      await before?.ended;
      return this.claimed(actor, id, stop.signal, work);
    })();
    const mine = { stop, ended: result.catch(() => undefined) };
    this.running.set(id, mine);
    try {
      return await result;
    } finally {
      if (this.running.get(id) === mine) this.running.delete(id);
    }
  }

  private async claimed<T>(
    { projectId }: Actor,
    id: string,
    signal: AbortSignal,
    work: (upload: HeldUpload) => Promise<T>,
  ): Promise<T> {
    const claim = newId();
    const { rows } = await this.pool.query<Row>(
      'UPDATE upload SET claim = $3, touched_at = clock_timestamp() WHERE id = $1 AND project_id = $2 RETURNING file, sha256',
      [id, projectId, claim],
    );
    if (!rows[0]) throw noUpload(id);
    const file = await this.open(id, rows[0], claim);
    const confirm = async (sha256: string | null = null): Promise<void> => {
      const still = await this.pool.query(
        'UPDATE upload SET touched_at = clock_timestamp(), sha256 = $3 WHERE id = $1 AND claim = $2',
        [id, claim, sha256],
      );
      if (still.rowCount !== 1) throw takenOver();
    };
    try {
      return await work({ id, file, signal, confirm });
    } catch (error) {
      if (!isMissing(error)) throw error;
      this.forget(id);
      await confirm();
      // Nobody has taken it over, but somebody has removed its file under it: it can only be begun again.
      throw noUpload(id);
    }
  }

  /** The file as this server knows it, else a copy that only this server writes. */
  private async open(id: string, { file: name, sha256 }: Row, claim: string): Promise<HashedFile> {
    const remembered = this.files.get(id);
    if (remembered?.name === name && remembered.file.isTrue) return remembered.file;
    const copy = newId();
    let superfluous: string | null = copy;
    try {
      const file = await this.copy(name, sha256, copy);
      const moved = await this.pool.query('UPDATE upload SET file = $3 WHERE id = $1 AND claim = $2', [
        id,
        claim,
        copy,
      ]);
      if (moved.rowCount !== 1) throw takenOver();
      // A verified one is left to the request that is putting it in its place, if that still lives.
      superfluous = sha256 === null ? name : null;
      this.remember(id, copy, file);
      return file;
    } catch (error) {
      throw isMissing(error) ? noUpload(id) : error;
    } finally {
      if (superfluous !== null) await this.store.remove(superfluous);
    }
  }

  private async copy(name: string, sha256: string | null, to: string): Promise<HashedFile> {
    try {
      return await HashedFile.copy(this.store.partial(name), this.store.partial(to));
    } catch (error) {
      if (sha256 === null || !isMissing(error)) throw error;
      return HashedFile.copy(this.store.pathOf(sha256), this.store.partial(to));
    }
  }

  private remember(id: string, name: string, file: HashedFile): void {
    this.files.delete(id);
    this.files.set(id, { name, file });
    // Whoever is forgotten here is read again when it goes on.
    if (this.files.size > MOST_REMEMBERED) this.files.delete(this.files.keys().next().value!);
  }

  /** The upload is over; its file has been moved away. */
  forget(id: string): void {
    this.files.delete(id);
  }

  /** Ends an upload without keeping anything. */
  async drop({ id, file }: HeldUpload): Promise<void> {
    this.forget(id);
    await this.pool.query('DELETE FROM upload WHERE id = $1', [id]);
    await this.store.remove(basename(file.path));
  }

  /** Ends every upload that has stood still for a day, and removes what no upload speaks of; how many it ended. */
  async expire(): Promise<number> {
    // One long request touches its row once and its file all the time.
    const { fresh, stale } = await this.store.partialsByAge(DAY_MS);
    const ended = await this.pool.query<{ id: string }>(
      `DELETE FROM upload WHERE touched_at < clock_timestamp() - interval '24 hours' AND file <> ALL($1::uuid[]) RETURNING id`,
      [fresh],
    );
    for (const { id } of ended.rows) this.forget(id);
    const spokenOf = await this.pool.query<{ file: string }>(
      'SELECT file FROM upload WHERE file = ANY($1::uuid[])',
      [stale],
    );
    const kept = new Set(spokenOf.rows.map(({ file }) => file));
    for (const name of stale) if (!kept.has(name)) await this.store.remove(name);
    return ended.rows.length;
  }
}

const DAY_MS = 24 * 60 * 60 * 1_000;

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

const noUpload = (id: string): ServiceError =>
  new ServiceError('NOT_FOUND', `There is no upload ${id} in this project; it has ended or never was.`);
