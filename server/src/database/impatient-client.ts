import { Stream } from 'node:stream';
import { Client } from 'pg';

/**
 * A connection whose statement was given up is no use any more: the statement still runs, and what comes after it waits behind
 * it. TypeORM would give such a connection back to its pool in the middle of a transaction, for the next request to commit.
 * So it is cut, and whoever has it learns that it is lost.
 */
export class ImpatientClient extends Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg's own overloads of `query` cannot be written twice
  override query(...args: any[]): any {
    // biome-ignore lint/suspicious/noExplicitAny: as above
    const result = (super.query as any)(...args);
    const cut = (error: Error): void => this.cutAfter(error);
    if (result instanceof Promise) result.catch(cut);
    // A COPY tells of its end as a stream does.
    else if (result instanceof Stream) result.on('error', cut);
    return result;
  }

  private cutAfter({ message }: Error): void {
    if (message !== 'Query read timeout') return;
    (this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }
}
