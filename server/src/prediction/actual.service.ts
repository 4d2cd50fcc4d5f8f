import type { Pool, PoolClient } from 'pg';
import { Fault, shortText } from '../baseline/fault';
import { readActual } from '../baseline/output-reader';
import { type ItemReject, rejectOf } from '../contract/item-reject';
import type { Request } from '../contract/request';
import { causeOf } from '../event/cause';
import { recordIngest } from '../event/ingest-record';
import type { Log } from '../log';
import type { Model } from '../model/model.entity';
import type { ModelService } from '../model/model.service';
import type { ActualInput, RecordActualsInput } from './actual.input';
import type { ActualEntry, ActualOutcome, ActualWriter } from './actual-writer';
import { requireSome } from './batch-size';
import { inIngestTransaction, lockModel } from './ingest-transaction';
import { judgeActual } from './judge-actual';
import { occurredAt } from './occurred';
import { Buckets } from './summary/buckets';

interface RecordedActuals {
  readonly accepted: number;
  readonly duplicates: number;
  readonly stale: number;
  readonly early: number;
  readonly rejects: readonly ItemReject[];
  readonly ingestId: string | null;
}

/** The actuals of a batch as they were judged before the database saw them: the newest of each prediction. */
interface ActualBatch {
  readonly entries: readonly ActualEntry[];
  readonly duplicates: number;
  readonly stale: number;
  readonly rejects: ItemReject[];
}

/** Takes in what really was the case: the newest actual of each prediction and the summaries, in one transaction. */
export class ActualService {
  constructor(
    private readonly pool: Pool,
    private readonly models: ModelService,
    private readonly actuals: ActualWriter,
    private readonly log: Pick<Log, 'debug'>,
  ) {}

  async recordActuals(request: Request, input: RecordActualsInput): Promise<RecordedActuals> {
    requireSome(input.actuals, 'actuals');
    const model = await this.models.find(request, input.model, ['input', 'model']);
    const batch = readActuals(model, input.actuals, Date.now());
    const { duplicates, stale, rejects } = batch;
    if (batch.entries.length === 0)
      return { accepted: 0, duplicates, stale, early: 0, rejects, ingestId: null };
    const { outcomes, ingestId } = await inIngestTransaction(this.pool, (client) =>
      this.write(client, request, model, batch.entries, input.actuals.length),
    );
    this.log.debug({ requestId: request.requestId, ingest: ingestId }, 'a batch of actuals has committed');
    const count = (which: (outcome: ActualOutcome) => boolean): number => outcomes.filter(which).length;
    return {
      accepted: count(({ counts }) => counts),
      duplicates: duplicates + count(({ verdict }) => verdict === 'DUPLICATE'),
      stale: stale + count(({ verdict }) => verdict === 'STALE'),
      early: count((outcome) => wasKept(outcome) && !outcome.counts),
      rejects,
      ingestId,
    };
  }

  private async write(
    client: PoolClient,
    request: Request,
    model: Model,
    entries: readonly ActualEntry[],
    items: number,
  ): Promise<{ outcomes: ActualOutcome[]; ingestId: string | null }> {
    const receivedAt = await lockModel(client, model.id, true);
    const buckets = new Buckets();
    const outcomes = await this.actuals.write(client, model.id, receivedAt, entries, buckets);
    await buckets.write(client);
    const accepted = outcomes.filter(wasKept).length;
    const ingest = { kind: 'ACTUALS', subjectId: model.id, items, accepted } as const;
    const ingestId = accepted > 0 ? await recordIngest(client, causeOf(request), ingest) : null;
    this.log.debug(
      { requestId: request.requestId, ingest: ingestId },
      'a batch of actuals is about to commit',
    );
    return { outcomes, ingestId };
  }
}

const wasKept = ({ verdict }: ActualOutcome): boolean => verdict === 'NEW' || verdict === 'CORRECTION';

/** Judges the items one by one, and those of one prediction among themselves: in the order given, as if each came alone. */
function readActuals(model: Model, given: readonly ActualInput[], nowMs: number): ActualBatch {
  const newest = new Map<string, ActualEntry>();
  const rejects: ItemReject[] = [];
  let [duplicates, stale] = [0, 0];
  given.forEach((one, index) => {
    const entry = readEntry(model, one, nowMs);
    if (entry instanceof Fault) {
      rejects.push(rejectOf(index, entry.path, entry.why));
      return;
    }
    const earlier = newest.get(entry.predictionId) ?? null;
    const verdict = judgeActual(entry, earlier);
    if (verdict === 'DUPLICATE') duplicates += 1;
    // Whichever loses against the other of the two is the stale one.
    else if (earlier) stale += 1;
    if (verdict === 'NEW' || verdict === 'CORRECTION') newest.set(entry.predictionId, entry);
  });
  return { entries: [...newest.values()], duplicates, stale, rejects };
}

function readEntry({ task }: Model, given: ActualInput, nowMs: number): ActualEntry | Fault {
  const predictionId = shortText(given.predictionId, 200, ['predictionId']);
  if (predictionId instanceof Fault) return predictionId;
  const value = readActual(task, given.value, ['value']);
  if (value instanceof Fault) return value;
  if (given.revision < 0) return new Fault(['revision'], 'give 0 or more');
  const actualAt = given.actualAt ?? new Date(nowMs).toISOString();
  if (!occurredAt(actualAt, nowMs)) return new Fault(['actualAt'], 'give an instant from 1970 to tomorrow');
  return { predictionId, ...value, revision: given.revision, actualAt, actualGiven: given.actualAt != null };
}
