/** What happened; see the SDL for what each means. */
export enum EventType {
  PROJECT_CREATED = 'PROJECT_CREATED',
  TOKEN_CREATED = 'TOKEN_CREATED',
  TOKEN_REVOKED = 'TOKEN_REVOKED',
  MODEL_REGISTERED = 'MODEL_REGISTERED',
  VERSION_REGISTERED = 'VERSION_REGISTERED',
  VERSION_STAGE_CHANGED = 'VERSION_STAGE_CHANGED',
}

/** The kinds of object that events are about. */
export enum SubjectKind {
  PROJECT = 'PROJECT',
  TOKEN = 'TOKEN',
  MODEL = 'MODEL',
  VERSION = 'VERSION',
}
