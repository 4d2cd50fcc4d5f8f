import { isName, misnamed } from '../errors/misnamed.js';
import type { ModelRef } from '../generated/schema.js';

/** A model by its name, by `{ id }` or `{ name }`, or as an answer of the server. */
export type ModelLike = string | ModelRef | { readonly id: string; readonly name: string };

/** How the server wants a model to be named. */
export function modelRef(model: ModelLike): ModelRef {
  if (isName(model)) return { name: model };
  if (isName(model?.id)) return { id: model.id };
  if (isName(model?.name)) return { name: model.name };
  throw misnamed('A model is given by its name, by { id }, by { name } or as itself', model);
}

/** An input or a filter whose `model` may be given in any way. */
export type WithModelLike<T extends { readonly model?: unknown }> = Omit<T, 'model'> &
  (undefined extends T['model']
    ? {
        /** By its name, by `{ id }` or as an answer of the server; any when left out. */
        readonly model?: ModelLike | undefined;
      }
    : {
        /** By its name, by `{ id }` or as an answer of the server. */
        readonly model: ModelLike;
      });

/** The same as the server takes it. */
export function withModelRef<T extends { readonly model: ModelLike }>(
  given: T,
): Referred<T> & { readonly model: ModelRef };
export function withModelRef<T extends { readonly model?: ModelLike | undefined }>(given: T): Referred<T>;
export function withModelRef<T extends { readonly model?: ModelLike | undefined }>(given: T): Referred<T> {
  const { model, ...others } = given;
  return model === undefined ? others : { ...others, model: modelRef(model) };
}

type Referred<T> = Omit<T, 'model'> & { readonly model?: ModelRef };
