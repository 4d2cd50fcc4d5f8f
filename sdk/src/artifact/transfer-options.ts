import type { CallOptions } from '../transport/call-options.js';

/**
 * What calls that move files take. Files may take long, so the 10 seconds of other calls do not bound them: `stallMs` finds
 * out when nothing moves any more, and `timeoutMs`, where given, bounds the whole.
 */
export interface TransferOptions extends CallOptions {
  /**
   * Bounds the whole call in milliseconds: hashing, all files, and the registration. Default: no bound; the GraphQL
   * requests of the call are then bounded by the `timeoutMs` of the client.
   */
  readonly timeoutMs?: number | undefined;
  /**
   * A request is given up and tried again when nothing moved for so many milliseconds: when an upload of at most 16 MiB
   * was not answered, or no byte of a download came. Default 60,000; `Infinity` for never. An upload goes on with what had arrived by then.
   */
  readonly stallMs?: number | undefined;
  /** How often in a row to try again without getting any further; 0 for never. Default: that of the client, 3. */
  readonly maxRetries?: number | undefined;
}
