import type { Accepted } from '../errors/accepted.js';
import { GetPrediction, ListPredictions, LogPredictions, RecordActuals } from '../generated/documents.js';
import type {
  LogPredictions as Logged,
  Prediction,
  RecordActuals as Recorded,
} from '../generated/operations.js';
import type { ActualInput, PredictionFilter, PredictionInput, PredictionOrder } from '../generated/schema.js';
import { type ModelLike, modelRef } from '../models/model-like.js';
import { List, type Paging } from '../paging/list.js';
import { warn } from '../platform.js';
import { Queue } from '../queue/queue.js';
import type { FlushOptions, QueueOptions, QueueStats, Reject } from '../queue/queue-options.js';
import type { CallOptions } from '../transport/call-options.js';
import type { Transport } from '../transport/transport.js';
import { type VersionLike, versionRef } from '../versions/version-like.js';
import type { Queued, QueuedPrediction } from './queued.js';
import { QueuedSender } from './send-queued.js';
import { snapshot } from './snapshot.js';
import { uuid7 } from './uuid7.js';

/** One answer of a version. Without a `predictionId` it gets a UUID of version 7. */
export type NewPrediction = Omit<PredictionInput, 'predictionId'> & {
  /** 1 to 200 characters, unique in its version. */
  readonly predictionId?: string | undefined;
};

/** How predictions and actuals are queued, and who hears of those that will not arrive. */
export type PredictionQueueOptions = QueueOptions<Queued>;

/** What became of the answers, with their ids in the order given. Those in `rejects` were not kept; nothing is thrown for them. */
export type LoggedPredictions = Accepted<Logged['logPredictions'], never> & {
  /** The id of each answer, those that were made for it included. */
  readonly predictionIds: readonly string[];
};

/** What became of the actuals. Those in `rejects` were not kept; nothing is thrown for them. */
export type RecordedActuals = Accepted<Recorded['recordActuals'], never>;

/** Which predictions to list, and in which order. */
export interface ListPredictionsQuery extends Paging {
  /** All when left out. */
  readonly filter?: PredictionFilter | undefined;
  /** Newest first when left out. */
  readonly order?: PredictionOrder | undefined;
}

/**
 * `mg.predictions`: what versions answered and what really was the case.
 *
 * `log` and `recordActual` queue and return at once. The queue sends 100 items at a time, or what there is after 5 seconds,
 * in order; it tries again for as long as the server is away or something else answers in its place, holds 10,000 items
 * and drops new ones beyond that. What is dropped or refused is counted in `stats()` and told to `onDrop` and `onReject` of
 * the client's option `predictions`, what failed on the way to `onError`, or each once as a warning of the process where
 * there are none. Nothing keeps the process alive for the queue: call `close()` before its end.
 *
 * `logNow` and `recordActuals` send at once and answer with what became of each item.
 */
export class Predictions {
  private readonly queue: Queue<Queued>;

  /** Made by the client. */
  constructor(
    private readonly transport: Transport,
    options: PredictionQueueOptions = {},
  ) {
    const onDrop = once(
      (_: Queued, why: 'FULL' | 'CLOSED') => `${UNHEARD} dropped: the queue is ${why}.`,
      'onDrop',
    );
    const onReject = once(
      (_: Queued, why: Reject | Error) => `${UNHEARD} refused: ${why.message}`,
      'onReject',
    );
    const onError = once(
      (error: Error) => `Predictions or actuals could not be sent yet: ${error.message}`,
      'onError',
    );
    const listeners = {
      ...options,
      onDrop: options.onDrop ?? onDrop,
      onReject: options.onReject ?? onReject,
      onError: options.onError ?? ((error, willRetry) => willRetry && onError(error)),
    } satisfies PredictionQueueOptions;
    const sender = new QueuedSender(transport);
    this.queue = new Queue({ send: (batch) => sender.send(batch) }, listeners);
  }

  /**
   * Queues an answer, or several, and returns at once with the id of each. `occurredAt` is the time of the call unless
   * given. Name the version by id, as `production()` and `load()` gave it: any other name is looked up only when the batch
   * is sent, perhaps after a promotion. Sending needs WRITER.
   */
  log(version: VersionLike, prediction: NewPrediction): string;
  log(version: VersionLike, predictions: readonly NewPrediction[]): string[];
  log(version: VersionLike, given: NewPrediction | readonly NewPrediction[]): string | string[] {
    const ref = versionRef(version);
    if (isList(given)) return given.map((prediction) => this.log(version, prediction));
    const prediction = { ...identified(given), occurredAt: given.occurredAt ?? new Date().toISOString() };
    this.queue.add(snapshot({ version: ref, prediction }) as QueuedPrediction);
    return prediction.predictionId;
  }

  /**
   * Queues what really was the case for one prediction of a model, and returns at once. `actualAt` is the time of the call
   * unless given. Sending needs WRITER.
   */
  recordActual(model: ModelLike, actual: ActualInput): void {
    const timed = { ...actual, actualAt: actual.actualAt ?? new Date().toISOString() };
    this.queue.add(snapshot({ model: modelRef(model), actual: timed }));
  }

  /**
   * Sends 1 to 5,000 answers, 8 MiB in all, at once. Needs WRITER. Good ones are kept, the same again is a duplicate
   * without effect. Throws `ValidationError` or `NotFoundError` (the version).
   */
  async logNow(
    version: VersionLike,
    predictions: readonly NewPrediction[],
    options?: CallOptions,
  ): Promise<LoggedPredictions> {
    const given = predictions.map(identified);
    const input = { version: versionRef(version), predictions: given };
    const logged = await this.transport.ingest(LogPredictions, { input }, options);
    return { ...logged, predictionIds: given.map(({ predictionId }) => predictionId) };
  }

  /**
   * Sends what really was the case for 1 to 5,000 predictions of a model, 8 MiB in all, at once: every version that logged
   * such a prediction gets it. They may come late, twice, corrected (with a higher `revision`), or before their prediction.
   * Needs WRITER. Throws `ValidationError` or `NotFoundError` (the model).
   */
  async recordActuals(
    model: ModelLike,
    actuals: readonly ActualInput[],
    options?: CallOptions,
  ): Promise<RecordedActuals> {
    return this.transport.ingest(RecordActuals, { input: { model: modelRef(model), actuals } }, options);
  }

  /**
   * Sends what is queued without waiting for full batches; resolves when everything queued before was sent, or refused for
   * good. While the server is away that lasts: give `timeoutMs` (`TimeoutError`) or a `signal`, whose reason is thrown; the
   * items then stay queued.
   */
  flush(options?: FlushOptions): Promise<void> {
    return this.queue.flush(options);
  }

  /** Queues nothing more, and flushes. To be called before the program ends. */
  close(options?: FlushOptions): Promise<void> {
    return this.queue.close(options);
  }

  /** What the queue did since the client was made. */
  stats(): QueueStats {
    return this.queue.stats();
  }

  /** One prediction of a version; null when there is none. */
  async get(version: VersionLike, predictionId: string, options?: CallOptions): Promise<Prediction | null> {
    const ref = { version: versionRef(version), predictionId };
    return this.transport.query(GetPrediction, { ref }, options);
  }

  /** The predictions of a version, the last taken in first unless ordered; none for a version that is not there. The server does not count them. */
  list(
    version: VersionLike,
    { after, ...query }: ListPredictionsQuery = {},
    options?: CallOptions,
  ): List<Prediction> {
    const variables = { version: versionRef(version), ...query };
    return new List(
      (next) => this.transport.query(ListPredictions, { ...variables, after: next }, options),
      after,
      options,
    );
  }
}

const isList = (given: NewPrediction | readonly NewPrediction[]): given is readonly NewPrediction[] =>
  Array.isArray(given);

const identified = (given: NewPrediction): PredictionInput => ({
  ...given,
  predictionId: given.predictionId ?? uuid7(),
});

const UNHEARD = 'A prediction or actual was';

function once<Given extends unknown[]>(
  text: (...given: Given) => string,
  option: string,
): (...given: Given) => void {
  let isTold = false;
  return (...given) => {
    if (!isTold)
      warn(
        `${text(...given)} This is said once: listen with the option predictions.${option}, or look at stats().`,
      );
    isTold = true;
  };
}
