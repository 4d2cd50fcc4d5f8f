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

/** What a request that holds an upload may do with it. */
export interface HeldUpload {
  readonly id: string;
  readonly file: HashedFile;
  /** Aborted when a later request takes the upload over. */
  readonly signal: AbortSignal;
  /** Throws when another request has taken it over: what was written is not what counts. */
  confirm(): Promise<void>;
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
    const { rows } = await this.pool.query<{ file: string }>(
      'SELECT file FROM upload WHERE id = $1 AND project_id = $2',
      [idOrNone(id), projectId],
    );
    const remembered = this.files.get(id);
    if (rows[0] && remembered?.name === rows[0].file) return remembered.file.size;
    const size = rows[0] ? await this.store.partialSize(rows[0].file) : null;
    if (size === null) throw noUpload(id);
    return size;
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
    const { rows } = await this.pool.query<{ file: string }>(
      'UPDATE upload SET claim = $3, touched_at = clock_timestamp() WHERE id = $1 AND project_id = $2 RETURNING file',
      [id, projectId, claim],
    );
    if (!rows[0]) throw noUpload(id);
    const file = await this.open(id, rows[0].file, claim);
    const confirm = async (): Promise<void> => {
      const still = await this.pool.query(
        'UPDATE upload SET touched_at = clock_timestamp() WHERE id = $1 AND claim = $2',
        [id, claim],
      );
      if (still.rowCount !== 1) throw takenOver();
    };
    try {
      return await work({ id, file, signal, confirm });
    } catch (error) {
      if (!isMissing(error)) throw error;
      // Somebody has removed its file under it: it can only be begun again.
      this.forget(id);
      throw noUpload(id);
    }
  }

  /** The file as this server knows it, else a copy that only this server writes. */
  private async open(id: string, name: string, claim: string): Promise<HashedFile> {
    const remembered = this.files.get(id);
    if (remembered?.name === name && remembered.file.isTrue) return remembered.file;
    const copy = newId();
    let superfluous = copy;
    try {
      const file = await HashedFile.copy(this.store.partial(name), this.store.partial(copy));
      const moved = await this.pool.query('UPDATE upload SET file = $3 WHERE id = $1 AND claim = $2', [
        id,
        claim,
        copy,
      ]);
      if (moved.rowCount !== 1) throw takenOver();
      superfluous = name;
      this.remember(id, copy, file);
      return file;
    } catch (error) {
      throw isMissing(error) ? noUpload(id) : error;
    } finally {
      await this.store.remove(superfluous);
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
