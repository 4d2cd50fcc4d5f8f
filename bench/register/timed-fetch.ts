import { quantile } from '../kit/statistics.js';

/** Notes how long the server took to answer each kind of request, to say where the time of a call goes. */
export class TimedFetch {
  private readonly times = new Map<string, number[]>();

  readonly fetch: typeof fetch = async (input, init) => {
    const begun = performance.now();
    const response = await fetch(input, init);
    const { pathname } = new URL(response.url);
    const kind = `${init?.method ?? 'GET'} ${pathname.split('/').slice(0, 3).join('/')}`;
    const known = this.times.get(kind) ?? [];
    known.push(performance.now() - begun);
    this.times.set(kind, known);
    return response;
  };

  /** The middle of each, in the order in which they came first. */
  say(): string {
    return [...this.times].map(([kind, times]) => `${kind} ${quantile(times, 0.5).toFixed(1)} ms`).join(', ');
  }
}
