/** See the SDL for what each means. A file of its own, for those that need no GraphQL types. */
export enum FeatureKind {
  NUMBER = 'NUMBER',
  INTEGER = 'INTEGER',
  BOOLEAN = 'BOOLEAN',
  CATEGORY = 'CATEGORY',
  TEXT = 'TEXT',
}
