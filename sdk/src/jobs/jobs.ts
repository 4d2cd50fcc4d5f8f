import { GetJob, ListJobs } from '../generated/documents.js';
import type { Job } from '../generated/operations.js';
import type { JobFilter } from '../generated/schema.js';
import { List, type Paging } from '../paging/list.js';
import type { CallOptions } from '../transport/call-options.js';
import type { Transport } from '../transport/transport.js';

/** Which jobs to list. */
export interface ListJobsQuery extends Paging {
  /** All when left out. */
  readonly filter?: JobFilter | undefined;
}

/** `mg.jobs`: long and recurring work of the project, and the server's upkeep. Everything here needs ADMIN. */
export class Jobs {
  /** Made by the client. */
  constructor(private readonly transport: Transport) {}

  /** One job, by its id; null when there is none such. */
  get(id: string, options?: CallOptions): Promise<Job | null> {
    return this.transport.query(GetJob, { id }, options);
  }

  /** The jobs of the project and of the server's upkeep, newest first. */
  list({ after, ...query }: ListJobsQuery = {}, options?: CallOptions): List<Job> {
    return new List((next) => this.transport.query(ListJobs, { ...query, after: next }, options), after);
  }
}
