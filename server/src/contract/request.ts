import type { Actor } from './actor';

/**
 * One request through either door, as resolvers see it. `memo` gives each room a place for what lives as long as the
 * request, its DataLoaders above all, without this file knowing the rooms.
 */
export class Request {
  private readonly kept = new Map<unknown, unknown>();

  constructor(
    readonly requestId: string,
    readonly actor: Actor,
    /** Aborted when the client has gone or the deadline has passed. */
    readonly signal: AbortSignal,
    /** The root fields that the door lets through; null for all. */
    readonly only: ReadonlySet<string> | null = null,
  ) {}

  /** What `make` made the first time it was asked for under `key`. */
  memo<T>(key: unknown, make: () => T): T {
    if (!this.kept.has(key)) this.kept.set(key, make());
    return this.kept.get(key) as T;
  }
}
