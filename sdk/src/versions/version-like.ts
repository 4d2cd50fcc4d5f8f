import type { VersionPick, VersionRef } from '../generated/schema.js';
import { type ModelLike, modelRef } from '../models/model-like.js';

/**
 * A version by `{ id }`, as an answer of the server, or as one of a model: `{ model: 'churn', pick: { number: 3 } }`, where
 * no `pick` means the one in PRODUCTION.
 */
export type VersionLike =
  | { readonly id: string }
  | {
      /** Needed unless `pick` has an id. */
      readonly model?: ModelLike | undefined;
      /** Which of its versions; the one in PRODUCTION when left out. */
      readonly pick?: VersionPick | undefined;
    };

/** How the server wants a version to be named. */
export function versionRef(version: VersionLike): VersionRef {
  if ('id' in version) return { pick: { id: version.id } };
  const { model, pick } = version;
  return { ...(model !== undefined && { model: modelRef(model) }), ...(pick !== undefined && { pick }) };
}

/** An input or a filter whose `version` may be given in any way. */
export type WithVersionLike<T extends { readonly version?: unknown }> = Omit<T, 'version'> & {
  /** By `{ id }`, as an answer of the server, or as one of a model. */
  readonly version: VersionLike;
};
