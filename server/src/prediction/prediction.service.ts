import type { Pool, PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import type { ItemReject } from '../contract/item-reject';
import type { Request } from '../contract/request';
import { causeOf } from '../event/cause';
import { recordIngest } from '../event/ingest-record';
import type { Log } from '../log';
import type { ActualEntry, ActualWriter } from './actual-writer';
import { requireSome } from './batch-size';
import type { FirstPredictions } from './first-predictions';
import { inIngestTransaction, lockModel } from './ingest-transaction';
import type { LogPredictionsInput } from './prediction.input';
import { otherContent, type PredictionBatch, readBatch } from './prediction-batch';
import type { PredictionItem } from './prediction-item';
import type { PredictionStage } from './prediction-stage';
import type { ServedVersion, ServedVersions } from './served-version';
import { COMPARE_KNOWN, EARLY_ACTUALS, INSERT_KEYS, INSERT_ROWS } from './staged-ingest';
import { Buckets } from './summary/buckets';

interface LoggedPredictions {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejects: readonly ItemReject[];
  readonly ingestId: string | null;
}

/** What a batch became in the database. */
interface Kept {
  readonly known: ReadonlyMap<number, boolean>;
  readonly ingestId: string | null;
}

/** Takes in predictions: rows, identity, summaries and the record of the batch in one transaction. */
export class PredictionService {
  constructor(
    private readonly manager: EntityManager,
    private readonly pool: Pool,
    private readonly versions: ServedVersions,
    private readonly stage: PredictionStage,
    private readonly actuals: ActualWriter,
    private readonly first: FirstPredictions,
    private readonly log: Pick<Log, 'debug'>,
  ) {}

  async logPredictions(request: Request, input: LogPredictionsInput): Promise<LoggedPredictions> {
    requireSome(input.predictions, 'predictions');
    const version = await this.versions.find(this.manager, request, input.version, ['input', 'version']);
    const batch = readBatch(version, input.predictions, Date.now());
    const { known, ingestId } = await this.keep(request, version, batch, input.predictions.length);
    const rejects = [...batch.rejects];
    for (const [place, same] of known) if (!same) rejects.push(otherContent(batch.items[place]!.index));
    const repeated = [...known.values()].filter((same) => same).length;
    return {
      accepted: batch.items.length - known.size,
      duplicates: batch.duplicates + repeated,
      rejects: rejects.sort((a, b) => a.index - b.index),
      ingestId,
    };
  }

  private async keep(
    request: Request,
    version: ServedVersion,
    batch: PredictionBatch,
    sent: number,
  ): Promise<Kept> {
    if (batch.items.length === 0) return { known: new Map(), ingestId: null };
    const { requestId } = request;
    let connection: PoolClient | undefined;
    const kept = await inIngestTransaction(this.pool, async (client) => {
      connection = client;
      const result = await this.write(client, request, version, batch, sent);
      this.log.debug({ requestId, ingest: result.ingestId }, 'a batch of predictions is about to commit');
      return result;
    });
    if (connection) this.stage.committed(connection);
    this.log.debug({ requestId, ingest: kept.ingestId }, 'a batch of predictions has committed');
    if (kept.ingestId) await this.first.freezeIfDue(version);
    return kept;
  }

  private async write(
    client: PoolClient,
    request: Request,
    version: ServedVersion,
    batch: PredictionBatch,
    sent: number,
  ): Promise<Kept> {
    const { items } = batch;
    const hasActuals = items.some(({ actual }) => actual);
    const receivedAt = await lockModel(client, version.modelId, hasActuals);
    await this.stage.fill(client, batch.bytes);
    this.log.debug({ requestId: request.requestId }, 'a batch of predictions is staged');
    const inserting = insertKeys(client, version, receivedAt);
    inserting.catch(() => undefined);
    // The database works on the keys while the batch is summed up here, as if all of it were new.
    const optimistic = sumUp(version, batch, new Set());
    const known = await inserting;
    const accepted = items.length - known.size;
    if (accepted === 0) return { known, ingestId: null };
    const buckets = known.size === 0 ? optimistic : sumUp(version, batch, known);
    const leftOut = [...known.keys()];
    await client.query(INSERT_ROWS, [version.id, receivedAt, leftOut]);
    const counted = hasActuals
      ? await this.writeActuals(client, version, receivedAt, batch, known, buckets)
      : leftOut;
    const { rows: early } = await client.query<{ item: number; label: string | null; number: number | null }>(
      EARLY_ACTUALS,
      [version.modelId, counted],
    );
    for (const { item, label, number } of early) {
      const { occurred, variant, output } = items[item]!;
      buckets.of(version, occurred.hourMs, variant)?.addActual(output, { label, number });
    }
    await buckets.write(client);
    const ingest = { kind: 'PREDICTIONS', subjectId: version.id, items: sent, accepted } as const;
    return { known, ingestId: await recordIngest(client, causeOf(request), ingest) };
  }

  /** The actuals that new items carry. Gives the items whose actual has been counted, and those that are not new. */
  private async writeActuals(
    client: PoolClient,
    version: ServedVersion,
    receivedAt: string,
    { items }: PredictionBatch,
    known: ReadonlyMap<number, boolean>,
    buckets: Buckets,
  ): Promise<number[]> {
    const places = items.flatMap(({ actual }, place) => (actual && !known.has(place) ? [place] : []));
    const entries = places.map((place) => carried(items[place]!));
    const outcomes = await this.actuals.write(client, version.modelId, receivedAt, entries, buckets);
    return [...known.keys(), ...places.filter((_, index) => outcomes[index]!.counts)];
  }
}

/** An actual that came with its prediction was the case when that occurred. */
const carried = ({ predictionId, occurred, actual }: PredictionItem): ActualEntry => ({
  predictionId,
  label: actual?.label ?? null,
  number: actual?.number ?? null,
  revision: 0,
  actualAt: instantOf(occurred.micros),
  actualGiven: true,
});

const instantOf = (micros: number): string =>
  new Date(Math.floor(micros / 1_000))
    .toISOString()
    .replace('Z', `${String(micros % 1_000).padStart(3, '0')}Z`);

/** The items whose key was there before, with whether they are the same as what was kept then. */
async function insertKeys(
  client: PoolClient,
  { modelId, id }: ServedVersion,
  receivedAt: string,
): Promise<Map<number, boolean>> {
  const { rows } = await client.query<{ item: number }>(INSERT_KEYS, [modelId, id, receivedAt]);
  if (rows.length === 0) return new Map();
  const compared = await client.query<{ item: number; same: boolean }>(COMPARE_KNOWN, [
    modelId,
    id,
    rows.map(({ item }) => item),
  ]);
  return new Map(compared.rows.map(({ item, same }) => [item, same]));
}

function sumUp(
  version: ServedVersion,
  { items, table }: PredictionBatch,
  leftOut: { has(place: number): boolean },
): Buckets {
  const buckets = new Buckets();
  items.forEach(({ occurred, variant, output, latencyMs }, row) => {
    if (!leftOut.has(row))
      buckets.of(version, occurred.hourMs, variant)?.addPrediction({ table, row, output, latencyMs });
  });
  return buckets;
}
