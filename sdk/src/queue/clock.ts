/** What the queue knows of time; tests bring their own. */
export interface Clock {
  /** Runs `task` after `ms` milliseconds. Does not keep the process alive unless `hold` is called. */
  after(ms: number, task: () => void): Timer;
}

export interface Timer {
  cancel(): void;
  /** From now on the timer keeps the process alive. */
  hold(): void;
  /** From now on it does not. */
  release(): void;
}

/** The timers of the platform. Node's are told not to keep the process alive; browsers have no such notion. */
export const systemClock: Clock = {
  after(ms, task) {
    const timer = setTimeout(task, ms) as ReturnType<typeof setTimeout> & Partial<NodeJS.Timeout>;
    timer.unref?.();
    return {
      cancel: () => clearTimeout(timer),
      hold: () => void timer.ref?.(),
      release: () => void timer.unref?.(),
    };
  },
};
