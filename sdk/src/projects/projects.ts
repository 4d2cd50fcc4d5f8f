import type { Accepted } from '../errors/accepted.js';
import { CreateProject, GetProject, ListProjects } from '../generated/documents.js';
import type { CreateProject as Created, Project } from '../generated/operations.js';
import type { CreateProjectInput, ProjectFilter, ProjectOrder, ProjectRef } from '../generated/schema.js';
import { List, type Paging } from '../paging/list.js';
import type { CallOptions } from '../transport/call-options.js';
import type { Transport } from '../transport/transport.js';

/** The new project, and whether an earlier call with the same idempotency key had made it. */
export type CreatedProject = Accepted<Created['createProject'], 'project'>;

/** Which projects to list, and in which order. */
export interface ListProjectsQuery extends Paging {
  /** All when left out. */
  readonly filter?: ProjectFilter | undefined;
  /** Newest first when left out. */
  readonly order?: ProjectOrder | undefined;
}

/** `mg.projects`: the tenants of the server. */
export class Projects {
  /** Made by the client. */
  constructor(private readonly transport: Transport) {}

  /** Makes a project. Needs OPERATOR. Throws `ConflictError` (`NAME_TAKEN` with `existingId`) or `ValidationError`. */
  create(input: CreateProjectInput, options?: CallOptions): Promise<CreatedProject> {
    return this.transport.mutate(CreateProject, { input }, 'project', options);
  }

  /** One project, by its name or by `{ id }`; null when there is none that this token may see. */
  get(ref: string | ProjectRef, options?: CallOptions): Promise<Project | null> {
    return this.transport.query(GetProject, { ref: typeof ref === 'string' ? { name: ref } : ref }, options);
  }

  /** The projects of the server, newest first unless ordered. Needs OPERATOR. */
  list({ after, ...query }: ListProjectsQuery = {}, options?: CallOptions): List<Project> {
    return new List(
      (next) => this.transport.query(ListProjects, { ...query, after: next }, options),
      after,
      options,
    );
  }
}
