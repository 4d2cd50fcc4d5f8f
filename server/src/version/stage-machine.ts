import { Stage, StageGraph } from './stage';

const { DEVELOPMENT, STAGING, SHADOW, CANARY, PRODUCTION, DEPRECATED, ARCHIVED } = Stage;

type Edges = Readonly<Record<Stage, readonly Stage[]>>;

interface Machine {
  readonly edges: Edges;
  /** Where the incumbent goes when another version takes PRODUCTION. */
  readonly demoteTo: Stage;
}

/** A stage graph is data: it selects edges among the stages and names where incumbents go. */
const MACHINES: Readonly<Record<StageGraph, Machine>> = {
  [StageGraph.STANDARD]: {
    edges: {
      [DEVELOPMENT]: [STAGING, SHADOW, CANARY, PRODUCTION, DEPRECATED, ARCHIVED],
      [STAGING]: [DEVELOPMENT, SHADOW, CANARY, PRODUCTION, DEPRECATED, ARCHIVED],
      [SHADOW]: [DEVELOPMENT, STAGING, CANARY, PRODUCTION, DEPRECATED, ARCHIVED],
      [CANARY]: [DEVELOPMENT, STAGING, PRODUCTION, DEPRECATED, ARCHIVED],
      [PRODUCTION]: [STAGING, DEPRECATED, ARCHIVED],
      [DEPRECATED]: [STAGING, PRODUCTION, ARCHIVED],
      [ARCHIVED]: [DEVELOPMENT, DEPRECATED],
    },
    demoteTo: DEPRECATED,
  },
  [StageGraph.STRICT]: {
    edges: {
      [DEVELOPMENT]: [STAGING, DEPRECATED, ARCHIVED],
      [STAGING]: [DEVELOPMENT, SHADOW, DEPRECATED, ARCHIVED],
      [SHADOW]: [STAGING, CANARY, DEPRECATED, ARCHIVED],
      [CANARY]: [SHADOW, PRODUCTION, DEPRECATED, ARCHIVED],
      [PRODUCTION]: [DEPRECATED],
      [DEPRECATED]: [STAGING, ARCHIVED],
      [ARCHIVED]: [DEVELOPMENT, DEPRECATED],
    },
    demoteTo: DEPRECATED,
  },
};

/** Where a version may go from a stage. */
export const allowedFrom = (graph: StageGraph, from: Stage): readonly Stage[] => MACHINES[graph].edges[from];

export const mayMove = (graph: StageGraph, from: Stage, to: Stage): boolean =>
  allowedFrom(graph, from).includes(to);

export const demotionTarget = (graph: StageGraph): Stage => MACHINES[graph].demoteTo;
