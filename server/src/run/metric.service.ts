import type { Pool } from 'pg';
import { type ItemReject, judge } from '../contract/item-reject';
import type { Request } from '../contract/request';
import { check, count, happened, rules, text } from '../contract/rules';
import { ConflictError, Refusal } from '../contract/user-error';
import { inPoolTransaction } from '../database/pool-transaction';
import { causeOf } from '../event/cause';
import { EventType } from '../event/event-type';
import { recordIngest } from '../event/ingest-record';
import { changeRun, type LockedRun, lockRun } from './locked-run';
import { keepPoints, withRoom } from './metric-log';
import { newParams, params, withParams } from './params';
import { TrainingRunStatus } from './run.entity';
import type { LogTrainingMetricsInput } from './run.input';

const MOST_POINTS = 1_000;

const batch = rules({ params: params.nullish() }).superRefine(({ points, params: more }, context) => {
  const length = (points as unknown[]).length;
  if (length > MOST_POINTS)
    context.addIssue({ code: 'custom', path: ['points'], message: `give at most ${MOST_POINTS} at once` });
  if (length === 0 && more == null)
    context.addIssue({ code: 'custom', path: ['points'], message: 'give at least one, or params' });
});
const point = rules({ name: text(1, 200), step: count, at: happened.nullish() });

interface Logged {
  readonly runId: string;
  readonly accepted: number;
  readonly rejects: ItemReject[];
  readonly ingestId: string | null;
}

/** What runs measure: a bulk path, so it has the pool of ingest and statements of its own. */
export class MetricService {
  constructor(
    private readonly pool: Pool,
    private readonly committed: (projectId: string) => void,
  ) {}

  async log(request: Request, given: LogTrainingMetricsInput): Promise<Logged> {
    const input = check(batch, given);
    const judged = judge(point, input.points);
    const logged = await inPoolTransaction(this.pool, async (client) => {
      const run = await lockRun(client, request, input.run, ['input', 'run']);
      requireRunning(run);
      const added = newParams(run, input.params, ['input', 'params']);
      await changeRun(client, causeOf(request), run, EventType.TRAINING_RUN_UPDATED, withParams(run, added), {
        added,
      });
      const { good, rejects } = await withRoom(client, run, judged.good);
      await keepPoints(client, run, good);
      const batchOf = { subjectId: run.id, items: input.points.length, accepted: good.length };
      return {
        runId: run.id,
        accepted: good.length,
        rejects: [...judged.rejects, ...rejects].sort((a, b) => a.index - b.index),
        ingestId:
          good.length > 0
            ? await recordIngest(client, causeOf(request), { kind: 'METRIC_POINTS', ...batchOf })
            : null,
      };
    });
    if (input.params) this.committed(request.actor.projectId);
    return logged;
  }
}

function requireRunning(run: LockedRun): void {
  if (run.status === TrainingRunStatus.RUNNING) return;
  throw new Refusal(
    new ConflictError(
      'READ_ONLY',
      `This run ended as ${run.status} at ${run.finishedAt}; start it again with its externalId to add to it.`,
      ['input', 'run'],
      run.id,
    ),
  );
}
