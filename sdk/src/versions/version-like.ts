import { isName, misnamed } from '../errors/misnamed.js';
import type { VersionPick, VersionRef } from '../generated/schema.js';
import { type ModelLike, modelRef } from '../models/model-like.js';

/**
 * A version by `{ id }`, as an answer of the server, or as one of a model: `{ model: 'churn', pick: { number: 3 } }`, where
 * no `pick` means the one in PRODUCTION.
 */
export type VersionLike =
  | {
      /** Its id. */
      readonly id: string;
    }
  | {
      /** Whose version. */
      readonly model: ModelLike;
      /** Which of its versions; the one in PRODUCTION when left out. */
      readonly pick?: VersionPick | undefined;
    }
  | {
      /** Needed unless `pick` has an id. */
      readonly model?: ModelLike | undefined;
      /** Which version. */
      readonly pick: VersionPick;
    };

interface Loose {
  readonly id?: unknown;
  readonly model?: ModelLike | undefined;
  readonly pick?: VersionPick | undefined;
}

const HOW =
  "A version is given by { id }, as itself, or as one of a model: { model: 'churn' } or { model: 'churn', pick: { number: 3 } }";

/** How the server wants a version to be named. */
export function versionRef(version: VersionLike): VersionRef {
  const { id, model, pick } = (typeof version === 'object' ? (version ?? {}) : {}) as Loose;
  if (isName(id)) return { pick: { id } };
  if (model === undefined && pick === undefined) throw misnamed(HOW, version);
  return { ...(model !== undefined && { model: modelRef(model) }), ...(pick !== undefined && { pick }) };
}

/** An input or a filter whose `version` may be given in any way. */
export type WithVersionLike<T extends { readonly version?: unknown }> = Omit<T, 'version'> & {
  /** By `{ id }`, as an answer of the server, or as one of a model. */
  readonly version: VersionLike;
};
