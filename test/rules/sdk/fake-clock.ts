import type { Clock, Timer } from '../../../sdk/dist/cjs/queue/clock.js';

/** Time that passes when it is told to. */
export class FakeClock implements Clock {
  now = 0;
  private readonly timers = new Set<{ at: number; task: () => void; isHeld: boolean }>();

  after(ms: number, task: () => void): Timer {
    const timer = { at: this.now + ms, task, isHeld: false };
    this.timers.add(timer);
    return {
      cancel: () => void this.timers.delete(timer),
      hold: () => {
        timer.isHeld = true;
      },
      release: () => {
        timer.isHeld = false;
      },
    };
  }

  /** How many timers would keep a process alive. */
  get held(): number {
    return [...this.timers].filter(({ isHeld }) => isHeld).length;
  }

  /** Lets time pass, timer by timer, and everything that follows from each. */
  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    await settled();
    for (;;) {
      const next = [...this.timers].sort((a, b) => a.at - b.at)[0];
      if (!next || next.at > end) break;
      this.timers.delete(next);
      this.now = next.at;
      next.task();
      await settled();
    }
    this.now = end;
  }
}

/** After all promises that can settle have settled. */
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));
