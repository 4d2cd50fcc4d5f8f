'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.ModelTurns = void 0;
const service_error_1 = require('../contract/service-error');
/**
 * Lets few requests at a time work on one model. They serialise on its row lock anyway; without this, those that wait
 * for the lock would hold all connections of the pool, and nothing else would be answered.
 */
class ModelTurns {
  constructor(mostAtOnce = 4, mostWaiting = 1_000) {
    this.mostAtOnce = mostAtOnce;
    this.mostWaiting = mostWaiting;
    this.lines = new Map();
  }
  /** Runs `work` when it is its turn; first come, first served. Whoever has gone meanwhile loses its place. */
  async take(model, signal, work) {
    const line = this.lines.get(model) ?? { running: 0, waiting: [] };
    this.lines.set(model, line);
    if (line.running < this.mostAtOnce) line.running += 1;
    else await this.wait(line, signal);
    try {
      return await work();
    } finally {
      // Whoever is next takes over this place, so `running` stays.
      const next = line.waiting.shift();
      if (next) next();
      else if (--line.running === 0) this.lines.delete(model);
    }
  }
  wait(line, signal) {
    if (line.waiting.length >= this.mostWaiting) {
      throw new service_error_1.ServiceError(
        'UNAVAILABLE',
        `${this.mostWaiting} requests wait for this model already; try again.`,
        {
          retryAfterMs: 1_000,
        },
      );
    }
    return new Promise((resolve, reject) => {
      const leave = () => {
        const place = line.waiting.indexOf(enter);
        if (place >= 0) line.waiting.splice(place, 1);
        reject(
          new service_error_1.ServiceError(
            'DEADLINE_EXCEEDED',
            'The request ended before its turn; nothing was changed.',
          ),
        );
      };
      const enter = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      if (signal.aborted) return leave();
      signal.addEventListener('abort', leave, { once: true });
      line.waiting.push(enter);
    });
  }
}
exports.ModelTurns = ModelTurns;
//# sourceMappingURL=model-turns.js.map
