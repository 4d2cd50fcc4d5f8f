import type { Pool } from 'pg';
import type { BaselineService } from '../baseline/baseline.service';
import { freezeRows } from '../baseline/compute-baseline';
import { RowBlock } from '../baseline/row-block';
import { inPoolTransaction } from '../database/pool-transaction';
import type { ServedVersion } from './served-version';
import { fillRow, outputOf, STORED_COLUMNS, type StoredRow } from './stored-row';

/** Predictions that a provisional baseline is frozen from. */
export const FIRST_PREDICTIONS = 1_000;

const LOGGED = `
  SELECT coalesce(sum(predictions), 0) AS logged
  FROM (SELECT predictions FROM summary WHERE version_id = $1 UNION ALL SELECT predictions FROM summary_delta WHERE version_id = $1) AS counted`;

/**
 * Gives a version that was registered without rows a baseline: its first predictions in the order in which they came in.
 * Any server may find that it is due, several at once; one revision stands, see `baseline_revision_unique`. Summaries on no
 * bins are then recomputed, because their revision is another.
 */
export class FirstPredictions {
  constructor(
    private readonly pool: Pool,
    private readonly baselines: BaselineService,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** To be called after a commit. What goes wrong here is tried again after the next batch. */
  async freezeIfDue(version: ServedVersion): Promise<void> {
    if (version.baseline) return;
    try {
      const { rows } = await this.pool.query<{ logged: number }>(LOGGED, [version.id]);
      if (rows[0]!.logged >= FIRST_PREDICTIONS) await this.freeze(version);
    } catch (error) {
      this.onError(error);
    }
  }

  private async freeze({ id, projectId, signature, task, reader }: ServedVersion): Promise<void> {
    const { rows } = await this.pool.query<StoredRow>(
      `SELECT ${STORED_COLUMNS} FROM prediction WHERE version_id = $1 ORDER BY received_at, prediction_id LIMIT ${FIRST_PREDICTIONS}`,
      [id],
    );
    const block = new RowBlock(rows.length, reader.width);
    block.filled = rows.length;
    rows.forEach((stored, row) => {
      fillRow(block.table, row, stored);
      block.outputs[row] = outputOf(stored);
    });
    const frozen = freezeRows(signature, task, block);
    await inPoolTransaction(this.pool, (client) =>
      this.baselines.insertProvisional(client, { versionId: id, projectId }, frozen),
    );
  }
}
