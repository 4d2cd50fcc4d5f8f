import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ServiceError } from '../contract/service-error';
import type { Findings } from './compose';
import type { Material } from './material';

const MOST_WAITING = 32;
const LONGEST_MS = 8_000;

interface Task {
  readonly id: number;
  readonly material: Material;
  readonly resolve: (findings: Findings) => void;
  readonly reject: (error: unknown) => void;
}

type Answer = { id: number; findings: Findings } | { id: number; error: unknown };

/**
 * Composes reports one at a time in a thread of their own, begun with the first. A report that takes too long is refused
 * and its thread ended: how long the laws take depends on the counts, and nobody else is to wait for it.
 */
export class ReportComposer {
  private readonly waiting: Task[] = [];
  private current: Task | null = null;
  private timer: NodeJS.Timeout | undefined;
  private thread: Worker | null = null;
  private made = 0;
  private isClosed = false;

  compose(material: Material): Promise<Findings> {
    if (this.isClosed || this.waiting.length >= MOST_WAITING) {
      throw new ServiceError('UNAVAILABLE', 'Too many reports are being made just now; try again.', {
        retryAfterMs: 1_000,
      });
    }
    return new Promise((resolve, reject) => {
      this.made += 1;
      this.waiting.push({ id: this.made, material, resolve, reject });
      this.next();
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    const stopping = new ServiceError('UNAVAILABLE', 'The server is stopping; try again.', {
      retryAfterMs: 1_000,
    });
    for (const task of [this.current, ...this.waiting.splice(0)]) task?.reject(stopping);
    await this.thread?.terminate();
  }

  private next(): void {
    if (this.current || this.isClosed) return;
    const task = this.waiting.shift();
    if (!task) return;
    this.current = task;
    this.timer = setTimeout(() => this.tooLong(), LONGEST_MS);
    this.thread ??= this.begin();
    this.thread.postMessage({ id: task.id, material: task.material });
  }

  private begin(): Worker {
    const thread = new Worker(join(__dirname, 'report-thread.js'));
    // It must not keep the process alive.
    thread.unref();
    thread.on('message', (answer: Answer) => {
      if (answer.id !== this.current?.id) return;
      const { resolve, reject } = this.current;
      this.settled();
      if ('findings' in answer) resolve(answer.findings);
      else reject(answer.error);
    });
    thread.on('error', (error) => this.lost(thread, error));
    thread.on('exit', () => this.lost(thread, new Error('The thread that composes reports has ended.')));
    return thread;
  }

  private tooLong(): void {
    const thread = this.thread;
    if (!thread) return;
    this.lost(
      thread,
      new ServiceError(
        'TOO_COMPLEX',
        `The report would take longer than ${LONGEST_MS} ms to compute; ask for a shorter window.`,
      ),
    );
    void thread.terminate();
  }

  private lost(thread: Worker, error: unknown): void {
    if (thread !== this.thread) return;
    this.thread = null;
    const task = this.current;
    this.settled();
    task?.reject(error);
  }

  private settled(): void {
    clearTimeout(this.timer);
    this.current = null;
    this.next();
  }
}
