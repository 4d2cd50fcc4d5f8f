import { nodeProcess } from '../platform.js';

/** What may hold items when the process ends. */
interface Holder {
  stats(): { readonly queued: number };
}

/**
 * Says at the end of a Node process how many items end with it unsent: nobody else can tell any more. One listener for all
 * queues, as Node warns of more than ten; it does not keep the process alive.
 */
class UnsentAtExit {
  private readonly holders = new Set<Holder>();
  private isListening = false;

  add(holder: Holder): void {
    this.holders.add(holder);
    if (this.isListening) return;
    this.isListening = true;
    nodeProcess()?.on('exit', () => this.tell());
  }

  delete(holder: Holder): void {
    this.holders.delete(holder);
  }

  private tell(): void {
    let lost = 0;
    for (const holder of this.holders) lost += holder.stats().queued;
    // A warning of the process would come too late to be printed.
    if (lost > 0)
      console.error(
        `ModelGraphWarning: ${lost} queued predictions and actuals were not sent before the process ended. Call predictions.close() before.`,
      );
  }
}

/** Of this process, as its end is. */
export const unsentAtExit = new UnsentAtExit();
