import type { Connection } from '../database/connection';
import { rowsOf } from '../database/connection';
import { readNumbers } from '../database/json-numbers';
import { Baseline } from './baseline.entity';

/** The latest baseline of each version, read on a connection of the caller's: in its transaction, in its snapshot. */
export async function readBaselines(
  connection: Connection,
  versionIds: readonly string[],
): Promise<Map<string, Baseline>> {
  const rows = await rowsOf<Partial<Baseline>>(
    connection,
    `SELECT DISTINCT ON (version_id) id, project_id AS "projectId", version_id AS "versionId", state, revision, source,
       artifact_path AS "artifactPath", rows, labelled_rows AS "labelledRows", features, output, quality AS "qualitySums",
       error, computed_at AS "computedAt"
     FROM baseline WHERE version_id = ANY($1) ORDER BY version_id, revision DESC`,
    [versionIds],
  );
  return new Map(
    rows.map((row) => [
      row.versionId!,
      Object.assign(new Baseline(), row, { qualitySums: readNumbers(row.qualitySums) }),
    ]),
  );
}
