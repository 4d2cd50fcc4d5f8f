import { GetJob, ListJobs } from '../generated/documents.js';
import type { Job } from '../generated/operations.js';
import type { JobFilter, JobOrder } from '../generated/schema.js';
import { List, type Paging } from '../paging/list.js';
import type { CallOptions } from '../transport/call-options.js';
import type { Transport } from '../transport/transport.js';

/** Which jobs to list, and in which order. */
export interface ListJobsQuery extends Paging {
  /** All when left out. */
  readonly filter?: JobFilter | undefined;
  /** Newest first when left out. */
  readonly order?: JobOrder | undefined;
}

/** `mg.jobs`: long work of the project, and the upkeep of the server. Everything here needs ADMIN. */
export class Jobs {
  /** Made by the client. */
  constructor(private readonly transport: Transport) {}

  /** One job; null when there is none that this project may see. */
  get(id: string, options?: CallOptions): Promise<Job | null> {
    return this.transport.query(GetJob, { id }, options);
  }

  /** The jobs of the project and of the server's upkeep, newest first unless ordered. The server does not count them. */
  list({ after, ...query }: ListJobsQuery = {}, options?: CallOptions): List<Job> {
    return new List(
      (next) => this.transport.query(ListJobs, { ...query, after: next }, options),
      after,
      options,
    );
  }
}
