'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.computeInThread = computeInThread;
const node_path_1 = require('node:path');
const node_stream_1 = require('node:stream');
const node_worker_threads_1 = require('node:worker_threads');
/**
 * Computes a baseline in a thread of its own, so that the server answers others meanwhile. `open` gives the bytes from
 * their beginning; it is called here, at most twice. An abort ends the thread.
 */
function computeInThread(open, task, signal) {
  signal?.throwIfAborted();
  const thread = new node_worker_threads_1.Worker((0, node_path_1.join)(__dirname, 'baseline-thread.js'), {
    workerData: task,
  });
  const opened = [];
  const answer = new Promise((resolve, reject) => {
    thread.on('message', (message) => {
      if (message.kind !== 'OPEN') return resolve(message);
      const stream = open();
      opened.push(stream);
      const bytes = node_stream_1.Readable.toWeb(stream);
      thread.postMessage({ bytes }, [bytes]);
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
//# sourceMappingURL=compute-in-thread.js.map
