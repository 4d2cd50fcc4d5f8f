const listening = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls `listener` when a signal that is not aborted yet is; gives what takes it away. One listener of the signal's own for
 * all: one signal for every call of a program is common, and Node warns of a leak at the eleventh listener.
 */
export function onAbort(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (!signal) return () => {};
  let listeners = listening.get(signal);
  if (!listeners) {
    const added = new Set<() => void>();
    listeners = added;
    listening.set(signal, added);
    signal.addEventListener('abort', () => callAll(added), { once: true });
  }
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function callAll(listeners: Set<() => void>): void {
  for (const listener of [...listeners]) listener();
  listeners.clear();
}
