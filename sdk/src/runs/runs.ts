import type { Accepted } from '../errors/accepted.js';
import { notFound } from '../errors/not-found.js';
import {
  FinishTrainingRun,
  GetMetricHistory,
  GetTrainingRun,
  ListTrainingRuns,
  LogTrainingMetrics,
  StartTrainingRun,
} from '../generated/documents.js';
import type { LogTrainingMetrics as Logged, MetricPoint, TrainingRun } from '../generated/operations.js';
import type {
  FinishTrainingRunInput,
  LogTrainingMetricsInput,
  MetricPointInput,
  StartTrainingRunInput,
  TrainingRunFilter,
  TrainingRunOrder,
  TrainingRunStatus,
} from '../generated/schema.js';
import { type WithModelLike, withModelRef } from '../models/model-like.js';
import { List, type Paging } from '../paging/list.js';
import type { CallOptions } from '../transport/call-options.js';
import type { Transport } from '../transport/transport.js';
import { Moments } from './moments.js';
import { type RunLike, runRef } from './run-like.js';

/** What to start a run from. */
export type StartRunInput = WithModelLike<StartTrainingRunInput>;

/** The run, and whether it was there before. */
export type StartedRun = TrainingRun & {
  /** Whether the run was there before: the same `externalId` or idempotency key. */
  readonly replayed: boolean;
};

/** How a run ended. */
export type RunEnd = Omit<FinishTrainingRunInput, 'run' | 'status'> & {
  /** How it ended. */
  readonly status: Exclude<TrainingRunStatus, 'RUNNING'>;
};

/** What became of the points. Those in `rejects` were not kept, each for its own reason; nothing is thrown for them. */
export type LoggedMetrics = Accepted<Logged['logTrainingMetrics'], never>;

/** Which runs to list, and in which order. */
export interface ListRunsQuery extends Paging {
  /** All when left out. */
  readonly filter?: WithModelLike<TrainingRunFilter> | undefined;
  /** Newest first when left out. */
  readonly order?: TrainingRunOrder | undefined;
}

/** `mg.runs`: trainings of models. A run is named by `{ id }`, by the job's own `{ externalId }`, or by the run itself. */
export class Runs {
  private readonly moments = new Moments();

  /** Made by the client. */
  constructor(private readonly transport: Transport) {}

  /**
   * Starts a run; with an `externalId` that exists, goes on with that run. Needs WRITER. Throws `ValidationError`,
   * `NotFoundError` (the model) or `ConflictError` (`IMMUTABLE`: a param or the model differs from what the run has).
   */
  async start(input: StartRunInput, options?: CallOptions): Promise<StartedRun> {
    const variables = { input: withModelRef(input) };
    const { trainingRun, replayed } = await this.transport.mutate(
      StartTrainingRun,
      variables,
      'trainingRun',
      options,
    );
    return { ...trainingRun, replayed };
  }

  /**
   * Adds points of metrics, at most 1,000 in a call, to a run that is RUNNING. A point without `at` gets the time of the
   * call by the clock of this machine, each a microsecond later than the one before. Needs WRITER. Good points are kept
   * and bad ones are in `rejects`. Throws `ValidationError`, `NotFoundError` or `ConflictError` (`READ_ONLY`).
   */
  async log(
    run: RunLike,
    points: readonly MetricPointInput[],
    options?: CallOptions,
  ): Promise<LoggedMetrics> {
    // Timed here and not by the server, so that a try whose answer was lost adds nothing when it is made again.
    const timed = points.map((point) => ({ ...point, at: point.at ?? this.moments.next() }));
    return this.add({ run: runRef(run), points: timed }, options);
  }

  /**
   * Adds params to a run that is RUNNING; one that it has with the same value is fine. Needs WRITER. Throws
   * `ValidationError`, `NotFoundError` or `ConflictError` (`IMMUTABLE` for another value, `READ_ONLY`).
   */
  async addParams(run: RunLike, params: object, options?: CallOptions): Promise<void> {
    await this.add({ run: runRef(run), points: [], params }, options);
  }

  /**
   * Ends a run, as SUCCEEDED unless told otherwise; the same end twice is the same as once. Needs WRITER. Throws
   * `ValidationError`, `NotFoundError` or `ConflictError` (`READ_ONLY` when it has ended otherwise).
   */
  async finish(
    run: RunLike,
    end: RunEnd = { status: 'SUCCEEDED' },
    options?: CallOptions,
  ): Promise<TrainingRun> {
    const variables = { input: { ...end, run: runRef(run) } };
    const { trainingRun } = await this.transport.mutate(FinishTrainingRun, variables, 'trainingRun', options);
    return trainingRun;
  }

  /** One run with the latest point of each metric; null when this project has no such run. */
  async get(run: RunLike, options?: CallOptions): Promise<TrainingRun | null> {
    return this.transport.query(GetTrainingRun, { ref: runRef(run) }, options);
  }

  /** The runs of the project, newest first unless ordered. */
  list({ after, filter, ...query }: ListRunsQuery = {}, options?: CallOptions): List<TrainingRun> {
    const variables = { ...query, filter: filter && withModelRef(filter) };
    return new List(
      (next) => this.transport.query(ListTrainingRuns, { ...variables, after: next }, options),
      after,
      options,
    );
  }

  /**
   * All points of one metric, by step, then time, then value, NaN last; none for a metric that the run does not have. The
   * server does not count them. Throws `NotFoundError` for a run that this project does not have.
   */
  metricHistory(
    run: RunLike,
    name: string,
    { after, ...paging }: Paging = {},
    options?: CallOptions,
  ): List<MetricPoint> {
    const variables = { ref: runRef(run), name, ...paging };
    return new List(
      async (next) => {
        const found = await this.transport.query(GetMetricHistory, { ...variables, after: next }, options);
        if (!found)
          throw notFound(
            `There is no training run "${variables.ref.id ?? variables.ref.externalId}" in this project.`,
            ['run'],
          );
        return found.metricHistory;
      },
      after,
      options,
    );
  }

  private add(input: LogTrainingMetricsInput, options?: CallOptions): Promise<LoggedMetrics> {
    return this.transport.mutate(LogTrainingMetrics, { input }, null, options);
  }
}
