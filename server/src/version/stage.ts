import { registerEnumType } from 'type-graphql';

/** In the order of the way into production; see the SDL for what each means. */
export enum Stage {
  DEVELOPMENT = 'DEVELOPMENT',
  STAGING = 'STAGING',
  SHADOW = 'SHADOW',
  CANARY = 'CANARY',
  PRODUCTION = 'PRODUCTION',
  DEPRECATED = 'DEPRECATED',
  ARCHIVED = 'ARCHIVED',
}
registerEnumType(Stage, { name: 'Stage' });

export enum StageGraph {
  STANDARD = 'STANDARD',
  STRICT = 'STRICT',
}
registerEnumType(StageGraph, { name: 'StageGraph' });

export enum StageTransitionKind {
  REGISTRATION = 'REGISTRATION',
  TRANSITION = 'TRANSITION',
  DEMOTION = 'DEMOTION',
  ROLLBACK = 'ROLLBACK',
}
registerEnumType(StageTransitionKind, { name: 'StageTransitionKind' });
