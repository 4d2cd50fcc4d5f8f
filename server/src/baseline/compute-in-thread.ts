import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { BaselineTask, Outcome } from './compute-baseline';

/**
 * Computes a baseline in a thread of its own, so that the server answers others meanwhile. `open` gives the bytes from
 * their beginning; it is called here, at most twice. An abort ends the thread.
 */
export function computeInThread(
  open: () => Readable,
  task: BaselineTask,
  signal?: AbortSignal,
): Promise<Outcome> {
  signal?.throwIfAborted();
  const thread = new Worker(join(__dirname, 'baseline-thread.js'), { workerData: task });
  const opened: Readable[] = [];
  const answer = new Promise<Outcome>((resolve, reject) => {
    thread.on('message', (message: Outcome | { kind: 'OPEN' }) => {
      if (message.kind !== 'OPEN') return resolve(message);
      try {
        const stream = open();
        opened.push(stream);
        stream.once('error', (error) => {
          // The thread reads no further than it needs: the file is then given up, and the thread says why.
          if (error.name !== 'AbortError') reject(error);
        });
        const bytes = Readable.toWeb(stream);
        thread.postMessage({ bytes }, [bytes as never]);
      } catch (error) {
        reject(error);
      }
    });
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The thread of a baseline ended without an answer.')));
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return answer.finally(() => {
    for (const stream of opened) stream.destroy();
    return thread.terminate();
  });
}
