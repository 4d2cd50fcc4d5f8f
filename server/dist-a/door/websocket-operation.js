'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Operation = void 0;
const graphql_1 = require('graphql');
const request_1 = require('../contract/request');
const failures_1 = require('./failures');
/** One subscription of one client, from its message to its end. */
class Operation {
  constructor(requestId, settings) {
    this.requestId = requestId;
    this.settings = settings;
    this.began = performance.now();
    this.controller = new AbortController();
    this.isEstablished = false;
    this.isOver = false;
    this.sent = 0;
  }
  /** What resolvers see. A new one for each answer: what a request remembers must not live as long as a subscription. */
  request() {
    return new request_1.Request(this.requestId, this.settings.actor, this.controller.signal);
  }
  /**
   * The answers, from the moment the first is asked for. `return` ends it at any time, also while an answer is awaited,
   * which an async generator alone would not.
   */
  answers(args) {
    const answers = this.run(args);
    return {
      next: () => answers.next(),
      return: async () => {
        this.end('ok');
        return { done: true, value: undefined };
      },
      throw: (error) => answers.throw(error),
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
  /** Every error ends it, also one in a nullable field: else the client would go on behind an event that it never saw. */
  async *run(args) {
    try {
      const source = await (0, graphql_1.createSourceEventStream)({ ...args, contextValue: this.request() });
      if (!(Symbol.asyncIterator in source)) throw new failures_1.Failures(source.errors ?? []);
      this.established('ok');
      for await (const rootValue of source) {
        const answer = await (0, graphql_1.execute)({ ...args, rootValue, contextValue: this.request() });
        if (answer.errors) throw new failures_1.Failures(answer.errors);
        this.sent += 1;
        yield answer;
      }
      this.end('ok');
    } catch (error) {
      throw this.fail(error);
    }
  }
  /** Ends it with what was thrown, and gives that as the client may see it. */
  fail(thrown) {
    const errors = (0, failures_1.published)(thrown, this.requestId, this.settings.log);
    const outcome = String(errors[0]?.extensions.code);
    this.established(outcome);
    this.end(outcome);
    return new failures_1.Failures(errors);
  }
  /** Frees everything that it holds. The outcome is `ok`, the code of the error, or how its socket ended. */
  end(outcome) {
    if (this.isOver) return;
    this.isOver = true;
    this.controller.abort();
    this.settings.onEnd(this);
    if (this.isEstablished)
      this.settings.log.info({ ...this.line(outcome), sent: this.sent }, 'subscription ended');
  }
  established(outcome) {
    if (this.isEstablished || this.isOver) return;
    const { log, metrics, name } = this.settings;
    this.isEstablished = outcome === 'ok';
    const seconds = (performance.now() - this.began) / 1000;
    metrics.operations.observe(
      { kind: 'subscription', operation: metrics.operationLabel(name), outcome },
      seconds,
    );
    log.info(this.line(outcome), 'operation');
  }
  line(outcome) {
    const { actor, name } = this.settings;
    return {
      requestId: this.requestId,
      actor: actor.subject,
      project: actor.projectId,
      kind: 'subscription',
      operation: name,
      outcome,
      ms: Math.round((performance.now() - this.began) * 100) / 100,
    };
  }
}
exports.Operation = Operation;
//# sourceMappingURL=websocket-operation.js.map
