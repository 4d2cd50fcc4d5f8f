import type { PageInfo } from '../generated/operations.js';
import type { CallOptions } from '../transport/call-options.js';

/** A page of a list, as the server answers it. */
interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
  readonly totalCount?: number;
}

/** How much of a list to read, and from where. */
export interface Paging {
  /** Rows of a page, 1 to 100. Default 50. */
  readonly first?: number | undefined;
  /** The `pageInfo.endCursor` to go on from, with the same filter and order; left out for the first page. */
  readonly after?: string | undefined;
}

/** One page of a list. */
export class Page<Node> {
  /** The rows. */
  readonly nodes: readonly Node[];
  /** Where the page stands in the list. */
  readonly pageInfo: PageInfo;
  /** How many rows the whole list has; undefined for lists that the server does not count. */
  readonly totalCount: number | undefined;

  /** Made by `list()`. */
  constructor(
    { nodes, pageInfo, totalCount }: Connection<Node>,
    private readonly read: (after: string) => Promise<Page<Node>>,
  ) {
    this.nodes = nodes;
    this.pageInfo = pageInfo;
    this.totalCount = totalCount;
  }

  /** Asks for the page after this one; null when this is the last. */
  async nextPage(): Promise<Page<Node> | null> {
    const { hasNextPage, endCursor } = this.pageInfo;
    return hasNextPage && endCursor !== null ? this.read(endCursor) : null;
  }
}

/**
 * A list that nothing has been asked for yet. `await` gives its first page, as a promise of it would; `for await` gives its
 * items one by one and asks for further pages as they are needed. Both ask for the first page once.
 */
export class List<Node> implements Promise<Page<Node>>, AsyncIterable<Node> {
  /** For whoever prints it. */
  readonly [Symbol.toStringTag] = 'List';
  private firstPage: Promise<Page<Node>> | undefined;

  /** Made by `list()`; `ask` asks for the page after a cursor. */
  constructor(
    private readonly ask: (after: string | undefined) => Promise<Connection<Node>>,
    private readonly start: string | undefined,
    private readonly options: CallOptions = {},
  ) {}

  /** For `await`: asks for the first page, unless that was done before. */
  // biome-ignore lint/suspicious/noThenProperty: a list is meant to be awaited
  then<Found = Page<Node>, Failed = never>(
    found?: ((page: Page<Node>) => Found | PromiseLike<Found>) | null,
    failed?: ((error: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Found | Failed> {
    this.firstPage ??= this.read(this.start);
    return this.firstPage.then(found, failed);
  }

  /** Asks for the first page like `then`; `failed` is told why there is none. */
  catch<Failed = never>(
    failed?: ((error: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Page<Node> | Failed> {
    return this.then(null, failed);
  }

  /** Asks for the first page like `then`; `settled` is called when it is there or has failed. */
  finally(settled?: (() => void) | null): Promise<Page<Node>> {
    return this.then().finally(settled);
  }

  /** For `for await`: the items. None after the signal of the call was aborted, whose reason is thrown. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Node, void, undefined> {
    for (let page: Page<Node> | null = await this; page; page = await page.nextPage()) {
      for (const node of page.nodes) {
        this.options.signal?.throwIfAborted();
        yield node;
      }
    }
  }

  private async read(after: string | undefined): Promise<Page<Node>> {
    return new Page(await this.ask(after), (next) => this.read(next));
  }
}
