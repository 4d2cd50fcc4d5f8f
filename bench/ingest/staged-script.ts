import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Batch,
  Buckets,
  type Item,
  readBatch,
  recordIngest,
  type ServedVersion,
  staged,
} from '../kit/server-parts.js';

const PLAIN = 'bench_plain';
const HEAD = '\\set ON_ERROR_STOP on';

/**
 * Writes a psql script of what the server would send to PostgreSQL for these batches: the same statements in the same
 * transactions, the same bytes for COPY. What the server works out before that (checks, bytes, summaries) is worked out
 * here, before anything is timed. Gives the name of the script.
 */
export async function writeStaged(
  folder: string,
  version: ServedVersion,
  batches: readonly (readonly Item[])[],
): Promise<string> {
  const parts = [HEAD, `${staged.CREATE_STAGE};`];
  for (const [index, items] of batches.entries()) {
    const batch = read(version, items);
    const rows = join(folder, `${index}.copy`);
    await writeFile(rows, batch.bytes);
    parts.push(...(await transaction(version, batch, rows)));
  }
  return written(join(folder, 'staged.sql'), parts);
}

/** A script that only copies the rows into a plain table, each batch by itself. */
export async function writePlain(
  folder: string,
  version: ServedVersion,
  batches: readonly (readonly Item[])[],
): Promise<string> {
  const parts = [HEAD];
  for (const [index, items] of batches.entries()) {
    const rows = join(folder, `${index}.copy`);
    await writeFile(rows, read(version, items).bytes);
    parts.push(copyFrom(rows).replace('prediction_stage', PLAIN));
  }
  return written(join(folder, 'plain.sql'), parts);
}

/** The plain table, with the columns of the stage and nothing else. */
export const CREATE_PLAIN = staged.CREATE_STAGE.replace(
  /CREATE TEMPORARY TABLE IF NOT EXISTS \w+/,
  `CREATE TABLE ${PLAIN}`,
).replace(/ ON COMMIT DELETE ROWS$/, '');

async function written(file: string, parts: readonly string[]): Promise<string> {
  await writeFile(file, `${parts.join('\n')}\n`);
  return file;
}

function read(version: ServedVersion, items: readonly Item[]): Batch {
  const batch = readBatch(version, items, Date.now());
  if (batch.rejects.length > 0 || batch.items.length !== items.length)
    throw new Error(`The server would not take this batch: ${JSON.stringify(batch.rejects[0])}`);
  return batch;
}

/** psql keeps the answer of the first statement, when the batch came in, in a variable. */
const RECEIVED_AT = ":'received_at'";

async function transaction(version: ServedVersion, batch: Batch, rows: string): Promise<string[]> {
  const [model, id, none] = [literal(version.modelId), literal(version.id), literal([])];
  return [
    'BEGIN;',
    `${filled(staged.LOCK_SHARED, [model])} \\gset`,
    copyFrom(rows),
    `${filled(staged.INSERT_KEYS, [model, id, RECEIVED_AT])};`,
    `${filled(staged.INSERT_ROWS, [id, RECEIVED_AT, none])};`,
    `${filled(staged.EARLY_ACTUALS, [model, none])};`,
    ...(await summaries(version, batch)),
    'COMMIT;',
  ];
}

/** The server's COPY, from a file of psql's. */
function copyFrom(rows: string): string {
  const copy = staged.COPY_STAGE.replace(/^COPY (\w+) FROM STDIN /, `\\copy $1 FROM '${rows}' `);
  if (!copy.startsWith('\\copy')) throw new Error(`This bench does not understand ${staged.COPY_STAGE}.`);
  return copy;
}

/** What the server adds to the summaries, and its record of the batch. */
async function summaries(version: ServedVersion, { items, table }: Batch): Promise<string[]> {
  const sent: string[] = [];
  const listening = {
    query: async (sql: string, values: readonly unknown[]) => {
      sent.push(`${filled(sql, values.map(literal))};`);
      return { rows: [] };
    },
  };
  const buckets = new Buckets();
  items.forEach(({ occurred, variant, output, latencyMs }, row) => {
    buckets.of(version, occurred.hourMs, variant)?.addPrediction({ table, row, output, latencyMs });
  });
  await buckets.write(listening);
  const cause = { projectId: version.projectId, actor: 'psql', requestId: 'psql' };
  const { length } = items;
  const record = { kind: 'PREDICTIONS', subjectId: version.id, items: length, accepted: length } as const;
  await recordIngest(listening, cause, record);
  return sent;
}

const filled = (sql: string, values: readonly string[]): string =>
  sql.replace(/\$(\d+)/g, (_, place: string) => values[Number(place) - 1]!);

/** A parameter as text in SQL, lists as array literals. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  const text = Array.isArray(value) ? `{${value.map(element).join(',')}}` : String(value);
  return `'${text.replaceAll("'", "''")}'`;
}

const element = (value: unknown): string =>
  value === null ? 'NULL' : `"${String(value).replace(/(["\\])/g, '\\$1')}"`;
