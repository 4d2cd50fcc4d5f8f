import { finished } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { COPY_STAGE, CREATE_STAGE } from './staged-ingest';

/** The stage of each connection: a temporary table that is made once and emptied by every commit. */
export class PredictionStage {
  private readonly made = new WeakSet<PoolClient>();

  /** Copies rows into the stage, in the caller's transaction. */
  async fill(client: PoolClient, bytes: Buffer): Promise<void> {
    if (!this.made.has(client)) await client.query(CREATE_STAGE);
    const copy = client.query(copyFrom(COPY_STAGE));
    copy.end(bytes);
    await finished(copy);
  }

  /** To be called after the commit: only then it is sure that a stage made in the transaction stays. */
  committed(client: PoolClient): void {
    this.made.add(client);
  }
}
