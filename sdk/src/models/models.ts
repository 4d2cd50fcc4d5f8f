import type { Accepted } from '../errors/accepted.js';
import {
  GetModel,
  ListModels,
  ModelEvents,
  RegisterModel,
  RollbackModel,
  VersionEvents,
} from '../generated/documents.js';
import type {
  Event,
  Model,
  RegisterModel as Registered,
  RollbackModel as RolledBack,
  VersionEvent,
} from '../generated/operations.js';
import type {
  ModelEventFilter,
  ModelFilter,
  ModelOrder,
  RegisterModelInput,
  RollbackModelInput,
  Stage,
} from '../generated/schema.js';
import { List, type Paging } from '../paging/list.js';
import type { SubscribeOptions, Subscription } from '../subscription/subscription.js';
import type { CallOptions } from '../transport/call-options.js';
import type { Transport } from '../transport/transport.js';
import { type WithExpectedCurrent, withExpectedId } from '../versions/expected-current.js';
import { type ModelLike, modelRef, type WithModelLike, withModelRef } from './model-like.js';

/** Which models to list, and in which order. */
export interface ListModelsQuery extends Paging {
  /** All when left out. */
  readonly filter?: ModelFilter | undefined;
  /** Newest first when left out. */
  readonly order?: ModelOrder | undefined;
}

/** The new model, and whether an earlier call with the same idempotency key had registered it. */
export type RegisteredModel = Accepted<Registered['registerModel'], 'model'>;

/** What is thought to be in PRODUCTION, and why to go back. */
export type RollbackInput = WithExpectedCurrent<Omit<RollbackModelInput, 'model'>>;

/** The model, the version that is in PRODUCTION again, and the one that left PRODUCTION for it. */
export type RolledBackModel = Accepted<RolledBack['rollbackModel'], 'model' | 'restored'>;

/** Which events of models to hear of, and from where on. */
export interface SubscribeToModels extends SubscribeOptions {
  /** Those of every model when left out. */
  readonly filter?: WithModelLike<ModelEventFilter> | undefined;
}

/** What to hear of a model's versions, and from where on. */
export interface WatchModel extends SubscribeOptions {
  /** Only what enters this stage, or one of these; all when left out. */
  readonly stage?: Stage | readonly Stage[] | undefined;
}

/** `mg.models`: the things to be predicted. */
export class Models {
  /** Made by the client. */
  constructor(private readonly transport: Transport) {}

  /** Registers a model. Needs WRITER. Throws `ConflictError` (`NAME_TAKEN` with `existingId`) or `ValidationError`. */
  register(input: RegisterModelInput, options?: CallOptions): Promise<RegisteredModel> {
    return this.transport.mutate(RegisterModel, { input }, 'model', options);
  }

  /** One model, by its name or by `{ id }`; null when this project has no such model. */
  async get(model: ModelLike, options?: CallOptions): Promise<Model | null> {
    return this.transport.query(GetModel, { ref: modelRef(model) }, options);
  }

  /** The models of the project, newest first unless ordered. */
  list({ after, ...query }: ListModelsQuery = {}, options?: CallOptions): List<Model> {
    return new List(
      (next) => this.transport.query(ListModels, { ...query, after: next }, options),
      after,
      options,
    );
  }

  /**
   * Puts the version back into PRODUCTION that was there before the present one; called again, the one before that. Needs
   * APPROVER. Throws `NotFoundError` or `ConflictError` (`UNEXPECTED_STATE`: nothing to go back to, or another incumbent
   * than `expectedCurrent`).
   */
  async rollback(
    model: ModelLike,
    input: RollbackInput = {},
    options?: CallOptions,
  ): Promise<RolledBackModel> {
    const given = { ...withExpectedId(input), model: modelRef(model) };
    return this.transport.mutate<RolledBack, { input: RollbackModelInput }, 'model' | 'restored'>(
      RollbackModel,
      { input: given },
      'model',
      options,
    );
  }

  /**
   * The registrations and moves of a model's versions, from now on or after a cursor: `watch('churn', { stage:
   * 'PRODUCTION' })` tells a serving program when to load another version. Throws `NOT_FOUND` for a model that is not there.
   */
  watch(model: ModelLike, { stage, ...options }: WatchModel = {}): Subscription<VersionEvent> {
    const stages = typeof stage === 'string' ? [stage] : stage;
    const filter = { model: modelRef(model), ...(stages && { stage: stages }) };
    return this.transport.subscribe(VersionEvents, { filter }, options);
  }

  /** The events of models and of everything below them (versions, rules, alerts), from now on or after a cursor. */
  subscribe({ filter, ...options }: SubscribeToModels = {}): Subscription<Event> {
    return this.transport.subscribe(ModelEvents, { filter: filter && withModelRef(filter) }, options);
  }
}
