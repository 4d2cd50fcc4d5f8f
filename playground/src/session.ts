/** The token of this tab, and whether the server refused it. */
interface SessionState {
  readonly token: string | null;
  readonly refused: boolean;
}

const storageKey = 'modelgraph.token';

/**
 * The token in what a person pasted: the bare token, a header's `Bearer mg_...`, or the whole address that the server
 * printed. Null for anything that cannot be sent as a header.
 */
export const tokenIn = (pasted: string): string | null => {
  const text = pasted.trim();
  const fragment = text.indexOf('#');
  const token =
    fragment < 0
      ? text.replace(/^Bearer\s+/i, '')
      : new URLSearchParams(text.slice(fragment + 1)).get('token');
  return token && /^[\x21-\x7e]{1,4096}$/.test(token) ? token : null;
};

/**
 * Holds the token in sessionStorage (gone with the tab, not shared between tabs), and in memory where the browser
 * forbids that. It is never written anywhere else.
 */
class Session {
  private state: SessionState = { token: this.stored(), refused: false };
  private readonly listeners = new Set<() => void>();

  readonly current = (): SessionState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Moves `#token=...` from the address bar, and from the tab's history, into the session. */
  takeFromAddress(): void {
    if (!new URLSearchParams(location.hash.slice(1)).has('token')) return;
    const token = tokenIn(location.hash);
    history.replaceState(history.state, '', location.pathname + location.search);
    if (token) this.use(token);
  }

  use(token: string): void {
    this.store(token);
    this.change({ token, refused: false });
  }

  forget(): void {
    this.store(null);
    this.change({ token: null, refused: false });
  }

  /** The server answered UNAUTHENTICATED to a request that carried `token`; late answers to an older one say nothing. */
  refuse(token: string): void {
    if (token === this.state.token && !this.state.refused) this.change({ token, refused: true });
  }

  private change(state: SessionState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }

  private stored(): string | null {
    try {
      return sessionStorage.getItem(storageKey);
    } catch {
      return null;
    }
  }

  private store(token: string | null): void {
    try {
      if (token) sessionStorage.setItem(storageKey, token);
      else sessionStorage.removeItem(storageKey);
    } catch {
      // Storage is forbidden: the token lives until the page is closed.
    }
  }
}

export const session = new Session();
