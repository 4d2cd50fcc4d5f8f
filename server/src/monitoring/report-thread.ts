import { parentPort } from 'node:worker_threads';
import { compose } from './compose';
import type { Material } from './material';

/** The thread that composes reports: exact laws and simulations take longer than the event loop may be held up. */
parentPort?.on('message', ({ id, material }: { id: number; material: Material }) => {
  try {
    parentPort?.postMessage({ id, findings: compose(material) });
  } catch (error) {
    parentPort?.postMessage({ id, error });
  }
});
