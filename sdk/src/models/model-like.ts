import type { ModelRef } from '../generated/schema.js';

/** A model by its name, by `{ id }` or `{ name }`, or as an answer of the server. */
export type ModelLike = string | ModelRef | { readonly id: string; readonly name: string };

/** How the server wants a model to be named. */
export function modelRef(model: ModelLike): ModelRef {
  if (typeof model === 'string') return { name: model };
  return model.id === undefined ? { name: model.name } : { id: model.id };
}

/** An input or a filter whose `model` may be given in any way. */
export type WithModelLike<T extends { readonly model?: unknown }> = Omit<T, 'model'> & {
  /** By name, by `{ id }` or `{ name }`, or as an answer of the server. */
  readonly model?: ModelLike | undefined;
};

/** The same as the server takes it. */
export const withModelRef = <T extends { readonly model?: ModelLike | undefined }>(
  given: T,
): Omit<T, 'model'> & { readonly model?: ModelRef } => {
  const { model, ...others } = given;
  return model === undefined ? others : { ...others, model: modelRef(model) };
};
