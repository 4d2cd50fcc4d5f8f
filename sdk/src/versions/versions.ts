import { uploadAll } from '../artifact/collect.js';
import type { ArtifactLike } from '../artifact/given.js';
import { Transfer } from '../artifact/transfer.js';
import type { TransferOptions } from '../artifact/transfer-options.js';
import type { Accepted } from '../errors/accepted.js';
import {
  GetBaseline,
  GetVersion,
  GetVersionAt,
  ListArtifacts,
  ListBaselines,
  ListEvaluations,
  ListStageHistory,
  ListVersions,
  RegisterVersion,
  TransitionVersion,
  VersionEvents,
} from '../generated/documents.js';
import type {
  Baseline,
  ListedArtifact,
  ListedBaseline,
  ListedEvaluation,
  RegisterVersion as Registered,
  StageTransition,
  TransitionVersion as Transitioned,
  Version,
  VersionEvent,
  VersionSummary,
} from '../generated/operations.js';
import type {
  ModelTask,
  NewModelInput,
  RegisterVersionInput,
  Stage,
  TransitionVersionInput,
  VersionEventFilter,
} from '../generated/schema.js';
import { type ModelLike, modelRef, type WithModelLike, withModelRef } from '../models/model-like.js';
import { List, type Paging } from '../paging/list.js';
import { type RunLike, runRef } from '../runs/run-like.js';
import type { SubscribeOptions, Subscription } from '../subscription/subscription.js';
import type { CallOptions } from '../transport/call-options.js';
import type { Transport } from '../transport/transport.js';
import { type BaselineLike, baselineArtifact, baselineInput } from './baseline-rows.js';
import { type WithExpectedCurrent, withExpectedId } from './expected-current.js';
import { chosen, loadFiles, saveFiles } from './files.js';
import type {
  ListArtifactsQuery,
  ListBaselinesQuery,
  ListEvaluationsQuery,
  ListVersionsQuery,
} from './list-queries.js';
import type { DownloadedVersion, LoadedVersion } from './loaded-version.js';
import { missingVersion } from './missing.js';
import { type VersionLike, versionRef, type WithVersionLike } from './version-like.js';

/** What to register a version from. */
export type RegisterInput = Omit<
  RegisterVersionInput,
  'model' | 'createModel' | 'artifacts' | 'baseline' | 'trainingRun'
> & {
  /** Its model. */
  readonly model: ModelLike;
  /** Makes the model when its name is free: short for `createModel: { task }`. */
  readonly task?: ModelTask | undefined;
  /** Makes the model when its name is free. Without this and `task`, a model that does not exist is a `NotFoundError`. */
  readonly createModel?: NewModelInput | undefined;
  /** Its files: a file or folder of this machine, bytes, a stream, or a list of such with names. At most 1,000 in all. */
  readonly artifact?: ArtifactLike | readonly ArtifactLike[] | undefined;
  /** What its inputs and outputs look like, as rows or as an artifact with rows; needs a `signature`. */
  readonly baseline?: BaselineLike | undefined;
  /** The run it came from. A run without a model becomes one of this model; one of another model is refused. */
  readonly trainingRun?: RunLike | undefined;
};

/** The new version, and whether an earlier call with the same idempotency key had registered it. */
export type RegisteredVersion = Accepted<Registered['registerVersion'], 'version'>;

/** Where to move which version. */
export type TransitionInput = WithVersionLike<WithExpectedCurrent<TransitionVersionInput>>;

/** The moved version, and the one that had to leave PRODUCTION for it. */
export type TransitionedVersion = Accepted<Transitioned['transitionVersion'], 'version'>;

/** Which files to move, and how patiently. */
export interface DownloadOptions extends TransferOptions {
  /** Only these files, by their paths in the version. Default: all. A path that the version does not have is a `NotFoundError`. */
  readonly paths?: readonly string[] | undefined;
}

/** Which files to load, how much of them, and how patiently. */
export interface LoadOptions extends DownloadOptions {
  /** Most bytes to take into memory; more is a `ConfigurationError` before anything is loaded. Default 1 GiB. */
  readonly maxBytes?: number | undefined;
}

/** Which events of versions to hear of, and from where on. */
export interface SubscribeToVersions extends SubscribeOptions {
  /** All when left out. */
  readonly filter?: WithModelLike<VersionEventFilter> | undefined;
}

const GIB = 1024 ** 3;

/**
 * `mg.versions`: models as they were registered. A version is named by `{ id }`, by the version itself, or as one of a model:
 * `{ model: 'churn', pick: { number: 3 } }`, where no `pick` means the one in PRODUCTION.
 */
export class Versions {
  /** Made by the client. */
  constructor(private readonly transport: Transport) {}

  /**
   * Hashes and uploads the files, then registers the version: all of it or nothing. Bytes that the server has already are
   * not sent, and what was uploaded before a failure need not be sent again by a later call. Files and streams are never in
   * memory as a whole (in browsers they are, to be hashed); at most four are under way at once, each with 32 MiB at most. Needs
   * WRITER, for the stage PRODUCTION APPROVER. Throws `ValidationError`, `NotFoundError` (the model or run), `ConflictError`,
   * or `ArtifactMismatchError` for a file that changed meanwhile.
   */
  async register(input: RegisterInput, options?: TransferOptions): Promise<RegisteredVersion> {
    const { model, task, createModel = task && { task }, artifact = [], baseline, ...rest } = input;
    const { trainingRun, ...others } = rest;
    const transfer = new Transfer(this.transport, options);
    try {
      const files = [artifact].flat() as readonly ArtifactLike[];
      const rows = baseline ? baselineArtifact(baseline) : [];
      const given: RegisterVersionInput = {
        ...others,
        model: modelRef(model),
        createModel,
        artifacts: await uploadAll(transfer, [...files, ...rows]),
        baseline: baseline && baselineInput(baseline),
        trainingRun: trainingRun && runRef(trainingRun),
      };
      return await this.transport.mutate(RegisterVersion, { input: given }, 'version', transfer.call);
    } finally {
      transfer.end();
    }
  }

  /** One version with all that was registered of it; null when this project has no such version. */
  async get(version: VersionLike, options?: CallOptions): Promise<Version | null> {
    return this.transport.query(GetVersion, { ref: versionRef(version) }, options);
  }

  /** The version of a model that is in PRODUCTION; null when there is none, or no such model. */
  production(model: ModelLike, options?: CallOptions): Promise<Version | null> {
    return this.get({ model }, options);
  }

  /**
   * The version of a model that stood in a stage (PRODUCTION unless given) at a time, the last to have entered where there
   * were several; null when none did, or when there is no such model.
   */
  async versionAt(
    model: ModelLike,
    { at, stage = 'PRODUCTION' }: { readonly at: Date | string; readonly stage?: Stage | undefined },
    options?: CallOptions,
  ): Promise<Version | null> {
    const found = await this.transport.query(GetVersionAt, { model: modelRef(model), at, stage }, options);
    return found?.versionAt ?? null;
  }

  /**
   * The versions of the project, newest first unless ordered. Summaries: without files, hyperparameters, evaluations,
   * signature, feature importance, baseline, training run and metadata, which `get` gives.
   */
  list({ after, filter, ...query }: ListVersionsQuery = {}, options?: CallOptions): List<VersionSummary> {
    const variables = { ...query, filter: filter && withModelRef(filter) };
    return new List(
      (next) => this.transport.query(ListVersions, { ...variables, after: next }, options),
      after,
      options,
    );
  }

  /** The evaluations of versions, newest first unless ordered: how the versions of a model did on one dataset. */
  listEvaluations(
    { after, filter, ...query }: ListEvaluationsQuery = {},
    options?: CallOptions,
  ): List<ListedEvaluation> {
    const variables = { ...query, filter: filter && withModelRef(filter) };
    return new List(
      (next) => this.transport.query(ListEvaluations, { ...variables, after: next }, options),
      after,
      options,
    );
  }

  /**
   * The files of versions, newest first unless ordered; by `sha256` those with the same bytes. The server does not count
   * them.
   */
  listArtifacts({ after, ...query }: ListArtifactsQuery = {}, options?: CallOptions): List<ListedArtifact> {
    return new List(
      (next) => this.transport.query(ListArtifacts, { ...query, after: next }, options),
      after,
      options,
    );
  }

  /** The baselines of versions, newest first unless ordered. The server does not count them. */
  listBaselines({ after, ...query }: ListBaselinesQuery = {}, options?: CallOptions): List<ListedBaseline> {
    return new List(
      (next) => this.transport.query(ListBaselines, { ...query, after: next }, options),
      after,
      options,
    );
  }

  /** Its moves, newest first. The server does not count them. Throws `NotFoundError` for a version that is not there. */
  stageHistory(
    version: VersionLike,
    { after, ...paging }: Paging = {},
    options?: CallOptions,
  ): List<StageTransition> {
    const ref = versionRef(version);
    return new List(
      async (next) => {
        const found = await this.transport.query(ListStageHistory, { ref, ...paging, after: next }, options);
        if (!found) throw missingVersion(version);
        return found.stageHistory;
      },
      after,
      options,
    );
  }

  /** Its baseline with bins and counts; null when it has none. Throws `NotFoundError` for a version that is not there. */
  async baseline(version: VersionLike, options?: CallOptions): Promise<Baseline | null> {
    const found = await this.transport.query(GetBaseline, { ref: versionRef(version) }, options);
    if (!found) throw missingVersion(version);
    return found.baseline;
  }

  /**
   * Moves a version to another stage; into PRODUCTION it demotes the incumbent in the same step. Needs WRITER, for
   * PRODUCTION APPROVER, for `force` ADMIN. Throws `StageTransitionError` (with `allowed`), `ConflictError`
   * (`UNEXPECTED_STATE`: another incumbent than `expectedCurrent`), `NotFoundError` or `ValidationError`.
   */
  async transition(input: TransitionInput, options?: CallOptions): Promise<TransitionedVersion> {
    const given = { ...withExpectedId(input), version: versionRef(input.version) };
    return this.transport.mutate(TransitionVersion, { input: given }, 'version', options);
  }

  /**
   * Downloads a version's files into memory and verifies size and SHA-256 of each before any is given out. Goes on where
   * it was interrupted. Throws `ArtifactMismatchError`, `ArtifactLostError`, or `NotFoundError` for a version that is not
   * there.
   */
  load(version: VersionLike, options: LoadOptions = {}): Promise<LoadedVersion> {
    const { maxBytes = GIB, ...others } = options;
    return this.moving(version, others, (...given) => loadFiles(...given, maxBytes));
  }

  /**
   * Downloads a version's files below a folder (Node only), which is made where it is missing. Each appears once its size
   * and SHA-256 are verified, never in part; those that are there already are not loaded again. Goes on where it was
   * interrupted, also by a later call. Throws `ArtifactMismatchError`, `ArtifactLostError`, `NotFoundError` for a version
   * that is not there, or the error of the file system.
   */
  download(version: VersionLike, folder: string, options: DownloadOptions = {}): Promise<DownloadedVersion> {
    return this.moving(version, options, (...given) => saveFiles(...given, folder));
  }

  /** What happens to versions, registrations and moves, from now on or after a cursor. */
  subscribe({ filter, ...options }: SubscribeToVersions = {}): Subscription<VersionEvent> {
    return this.transport.subscribe(VersionEvents, { filter: filter && withModelRef(filter) }, options);
  }

  private async moving<Moved>(
    which: VersionLike,
    { paths, ...options }: DownloadOptions,
    move: (transfer: Transfer, version: Version, artifacts: Version['artifacts']) => Promise<Moved>,
  ): Promise<Moved> {
    const transfer = new Transfer(this.transport, options);
    try {
      const version = await this.get(which, transfer.call);
      if (!version) throw missingVersion(which);
      return await move(transfer, version, chosen(version, paths));
    } finally {
      transfer.end();
    }
  }
}
