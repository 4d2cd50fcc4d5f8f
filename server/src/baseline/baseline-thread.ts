import { once } from 'node:events';
import type { ReadableStream } from 'node:stream/web';
import { parentPort, workerData } from 'node:worker_threads';
import { type BaselineTask, computeBaseline } from './compute-baseline';

/** The thread of `compute-in-thread.ts`: asks for the bytes as often as it reads them, then says what came of it. */
const port = parentPort!;

const open = async (): Promise<ReadableStream<Uint8Array>> => {
  port.postMessage({ kind: 'OPEN' });
  const [{ bytes }] = (await once(port, 'message')) as [{ bytes: ReadableStream<Uint8Array> }];
  return bytes;
};

void computeBaseline(open, workerData as BaselineTask).then((outcome) => {
  port.postMessage(outcome);
  port.close();
});
