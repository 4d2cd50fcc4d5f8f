/** What every call of the SDK takes as its last argument. */
export interface CallOptions {
  /** Ends the call; it throws the reason of the signal. What was sent may still be carried out. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Bounds the whole call in milliseconds: reading the token, all tries, the waits between them and reading the answer.
   * For a list each page is a call. Default: that of the client, 10,000.
   */
  readonly timeoutMs?: number | undefined;
  /** How often to try again after a failure that may pass; 0 for never. Default: that of the client, 3. */
  readonly maxRetries?: number | undefined;
  /**
   * Makes a create mutation harmless to repeat within 24 hours, also from another process. 1 to 200 characters. When left
   * out each call makes its own and uses it for all of its tries. Calls that need no key ignore it.
   */
  readonly idempotencyKey?: string | undefined;
}
