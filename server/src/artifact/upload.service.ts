import { basename } from 'node:path';
import type { Actor } from '../contract/actor';
import { newId } from '../contract/id';
import { ServiceError } from '../contract/service-error';
import type { Log } from '../log';
import type { ArtifactStore } from './artifact-store';
import type { Blob, BlobService } from './blob.service';
import { HashedFile } from './hashed-file';
import { whileRoom } from './store-failure';
import type { HeldUpload, UploadSessions } from './upload-sessions';

type Body = AsyncIterable<Buffer>;

/** Where a chunk says that it belongs. */
export interface ChunkRange {
  readonly start: number;
  /** One behind its last byte. */
  readonly end: number;
}

/** The request and whom it is for, as the door gives them. */
export interface Uploader {
  readonly actor: Actor;
  readonly requestId: string;
}

const NEVER = new AbortController().signal;

/**
 * Takes bytes in and keeps them under their SHA-256. They are hashed while they arrive, synced, compared with what was
 * declared, put in their place, and only then told to the database: what the database speaks of is there and verified.
 */
export class UploadService {
  constructor(
    private readonly store: ArtifactStore,
    private readonly blobs: BlobService,
    private readonly sessions: UploadSessions,
    /** The largest artifact, in bytes. */
    readonly most: number,
    private readonly log: Log,
  ) {}

  /** Bytes in one request. */
  async whole(by: Uploader, sha256: string, body: Body): Promise<Blob> {
    const name = newId();
    return whileRoom(async () => {
      const file = await HashedFile.create(this.store.partial(name));
      try {
        await file.append(body, { most: this.most, signal: NEVER });
        requireDigest(file, sha256);
        return await this.keep(by, file, sha256, null);
      } finally {
        await this.store.remove(name);
      }
    });
  }

  start({ actor }: Uploader): Promise<string> {
    return whileRoom(() => this.sessions.start(actor));
  }

  offset({ actor }: Uploader, id: string): Promise<number> {
    return this.sessions.offset(actor, id);
  }

  /** Appends a chunk; how many bytes are there then. */
  append({ actor }: Uploader, id: string, body: Body, range: ChunkRange | null): Promise<number> {
    return whileRoom(() =>
      this.sessions.hold(actor, id, async (upload) => {
        await this.grow(upload, body, range);
        await upload.confirm();
        return upload.file.size;
      }),
    );
  }

  /** Ends an upload, after a last chunk if there is one. Asked again after it has ended so, it answers the same. */
  async finish(
    by: Uploader,
    id: string,
    sha256: string,
    body: Body,
    range: ChunkRange | null,
  ): Promise<Blob> {
    try {
      return await whileRoom(() =>
        this.sessions.hold(by.actor, id, async (upload) => {
          await this.grow(upload, body, range);
          await this.requireDigestOrDrop(upload, sha256);
          await upload.confirm(sha256);
          this.sessions.forget(id);
          return this.keep(by, upload.file, sha256, id);
        }),
      );
    } catch (error) {
      const isOver =
        error instanceof ServiceError && (error.code === 'NOT_FOUND' || error.code === 'CONFLICT');
      const kept = isOver ? await this.blobs.find(by.actor, sha256) : null;
      if (kept) return kept;
      throw error;
    }
  }

  /** Ends an upload without keeping anything. */
  giveUp({ actor }: Uploader, id: string): Promise<void> {
    return this.sessions.hold(actor, id, (upload) => this.sessions.drop(upload));
  }

  private async grow(upload: HeldUpload, body: Body, range: ChunkRange | null): Promise<void> {
    const { file, signal } = upload;
    if (range && range.start !== file.size) {
      throw new ServiceError(
        'RANGE_NOT_SATISFIABLE',
        `${file.size} bytes are there; go on with byte ${file.size}.`,
        { offset: file.size },
      );
    }
    const most = Math.min(this.most, range?.end ?? this.most);
    try {
      await file.append(body, { most, signal });
    } catch (error) {
      // What is larger than any artifact may be will never be one.
      if (error instanceof ServiceError && error.code === 'PAYLOAD_TOO_LARGE' && most === this.most)
        await this.sessions.drop(upload);
      throw error;
    }
  }

  private async requireDigestOrDrop(upload: HeldUpload, sha256: string): Promise<void> {
    try {
      requireDigest(upload.file, sha256);
    } catch (error) {
      await this.sessions.drop(upload);
      throw error;
    }
  }

  private async keep(
    { actor, requestId }: Uploader,
    file: HashedFile,
    sha256: string,
    uploadId: string | null,
  ): Promise<Blob> {
    await file.sync();
    await this.store.publish(basename(file.path), sha256);
    this.log.debug({ requestId, sha256 }, 'bytes are in their place');
    const blob = { sha256, sizeBytes: file.size };
    await this.blobs.commit(actor, blob, uploadId);
    this.log.debug({ requestId, sha256 }, 'bytes are told to the database');
    return blob;
  }
}

function requireDigest(file: HashedFile, sha256: string): void {
  const found = file.digest();
  if (found === sha256) return;
  throw new ServiceError(
    'ARTIFACT_MISMATCH',
    `The ${file.size} bytes that arrived have SHA-256 ${found}, not ${sha256}; nothing was kept. Send them again from the start.`,
    { found: `sha256:${found}` },
  );
}
