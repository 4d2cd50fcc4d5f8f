import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute } from 'graphql';
import type { Actor } from '../contract/actor';
import { Request } from '../contract/request';
import type { Log } from '../log';
import { Failures, published } from './failures';
import type { Metrics } from './metrics';
import type { Share } from './shared-answers';

interface OperationSettings {
  readonly actor: Actor;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly onEnd: (operation: Operation) => void;
}

// Others may share an answer: it does not end with the one who asked first.
const NEVER_ABORTED = new AbortController().signal;

/** One subscription of one client, from its message to its end. */
export class Operation {
  private readonly began = performance.now();
  private readonly controller = new AbortController();
  private isEstablished = false;
  private isOver = false;
  private sent = 0;
  /** As the log and the metrics show it; unknown until its document was read. */
  name: string | undefined;

  constructor(
    readonly requestId: string,
    private readonly settings: OperationSettings,
  ) {}

  /**
   * The answers, from the moment the first is asked for. `return` ends it at any time, also while an answer is awaited,
   * which an async generator alone would not.
   */
  answers(args: ExecutionArgs, share: Share): AsyncIterableIterator<ExecutionResult> {
    const answers = this.run(args, share);
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
  private async *run(args: ExecutionArgs, share: Share): AsyncGenerator<ExecutionResult, undefined> {
    try {
      const contextValue = this.request(this.controller.signal);
      const source = await createSourceEventStream({ ...args, contextValue });
      if (!(Symbol.asyncIterator in source)) throw new Failures(source.errors ?? []);
      this.established('ok');
      for await (const rootValue of source) {
        const answer = await share.answer(rootValue, async () =>
          execute({ ...args, rootValue, contextValue: this.request(NEVER_ABORTED) }),
        );
        if (answer.errors) throw new Failures(answer.errors);
        this.sent += 1;
        yield answer;
      }
      this.end('ok');
    } catch (error) {
      throw this.fail(error);
    }
  }

  /** What resolvers see. A new one for each answer: what a request remembers must not live as long as a subscription. */
  private request(signal: AbortSignal): Request {
    return new Request(this.requestId, this.settings.actor, signal);
  }

  /** Ends it with what was thrown, and gives that as the client may see it. */
  fail(thrown: unknown): Failures {
    const errors = published(thrown, this.requestId, this.settings.log);
    const outcome = String(errors[0]?.extensions.code);
    this.established(outcome);
    this.end(outcome);
    return new Failures(errors);
  }

  /** Frees everything that it holds. The outcome is `ok`, the code of the error, or how its socket ended. */
  end(outcome: string): void {
    if (this.isOver) return;
    this.isOver = true;
    this.controller.abort();
    this.settings.onEnd(this);
    if (this.isEstablished)
      this.settings.log.info({ ...this.line(outcome), sent: this.sent }, 'subscription ended');
  }

  private established(outcome: string): void {
    if (this.isEstablished || this.isOver) return;
    const { log, metrics } = this.settings;
    this.isEstablished = outcome === 'ok';
    const seconds = (performance.now() - this.began) / 1000;
    metrics.operations.observe(
      { kind: 'subscription', operation: metrics.operationLabel(this.name), outcome },
      seconds,
    );
    log.info(this.line(outcome), 'operation');
  }

  private line(outcome: string): Record<string, unknown> {
    const { actor } = this.settings;
    return {
      requestId: this.requestId,
      actor: actor.subject,
      project: actor.projectId,
      kind: 'subscription',
      operation: this.name,
      outcome,
      ms: Math.round((performance.now() - this.began) * 100) / 100,
    };
  }
}
