import type { Accepted } from '../errors/accepted.js';
import { GetModel, ListModels, RegisterModel } from '../generated/documents.js';
import type { Model, RegisterModel as Registered } from '../generated/operations.js';
import type { ModelFilter, ModelOrder, RegisterModelInput } from '../generated/schema.js';
import { List, type Paging } from '../paging/list.js';
import type { CallOptions } from '../transport/call-options.js';
import type { Transport } from '../transport/transport.js';
import { type ModelLike, modelRef } from './model-like.js';

/** Which models to list, and in which order. */
export interface ListModelsQuery extends Paging {
  /** All when left out. */
  readonly filter?: ModelFilter | undefined;
  /** Newest first when left out. */
  readonly order?: ModelOrder | undefined;
}

/** The new model, and whether an earlier call with the same idempotency key had registered it. */
export type RegisteredModel = Accepted<Registered['registerModel'], 'model'>;

/** `mg.models`: the things to be predicted. */
export class Models {
  /** Made by the client. */
  constructor(private readonly transport: Transport) {}

  /** Registers a model. Needs WRITER. Throws `ConflictError` (`NAME_TAKEN` with `existingId`) or `ValidationError`. */
  register(input: RegisterModelInput, options?: CallOptions): Promise<RegisteredModel> {
    return this.transport.mutate(RegisterModel, { input }, 'model', options);
  }

  /** One model, by its name or by `{ id }`; null when this project has no such model. */
  get(model: ModelLike, options?: CallOptions): Promise<Model | null> {
    return this.transport.query(GetModel, { ref: modelRef(model) }, options);
  }

  /** The models of the project, newest first unless ordered. */
  list({ after, ...query }: ListModelsQuery = {}, options?: CallOptions): List<Model> {
    return new List((next) => this.transport.query(ListModels, { ...query, after: next }, options), after);
  }
}
