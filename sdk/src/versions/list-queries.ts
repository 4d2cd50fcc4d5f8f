import type {
  ArtifactFilter,
  ArtifactOrder,
  BaselineFilter,
  BaselineOrder,
  EvaluationFilter,
  EvaluationOrder,
  VersionFilter,
  VersionOrder,
} from '../generated/schema.js';
import type { WithModelLike } from '../models/model-like.js';
import type { Paging } from '../paging/list.js';

/** Which versions to list, and in which order. */
export interface ListVersionsQuery extends Paging {
  /** All when left out. */
  readonly filter?: WithModelLike<VersionFilter> | undefined;
  /** Newest first when left out. */
  readonly order?: VersionOrder | undefined;
}

/** Which evaluations to list, and in which order. */
export interface ListEvaluationsQuery extends Paging {
  /** All when left out. */
  readonly filter?: WithModelLike<EvaluationFilter> | undefined;
  /** Newest first when left out. */
  readonly order?: EvaluationOrder | undefined;
}

/** Which artifacts to list, and in which order. */
export interface ListArtifactsQuery extends Paging {
  /** All when left out. */
  readonly filter?: ArtifactFilter | undefined;
  /** Newest first when left out. */
  readonly order?: ArtifactOrder | undefined;
}

/** Which baselines to list, and in which order. */
export interface ListBaselinesQuery extends Paging {
  /** All when left out. */
  readonly filter?: BaselineFilter | undefined;
  /** Newest first when left out. */
  readonly order?: BaselineOrder | undefined;
}
