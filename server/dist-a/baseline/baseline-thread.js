'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
const node_events_1 = require('node:events');
const node_worker_threads_1 = require('node:worker_threads');
const compute_baseline_1 = require('./compute-baseline');
/** The thread of `compute-in-thread.ts`: asks for the bytes as often as it reads them, then says what came of it. */
const port = node_worker_threads_1.parentPort;
const open = async () => {
  port.postMessage({ kind: 'OPEN' });
  const [{ bytes }] = await (0, node_events_1.once)(port, 'message');
  return bytes;
};
void (0, compute_baseline_1.computeBaseline)(open, node_worker_threads_1.workerData).then((outcome) => {
  port.postMessage(outcome);
  port.close();
});
//# sourceMappingURL=baseline-thread.js.map
