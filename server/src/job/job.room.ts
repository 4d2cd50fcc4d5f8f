import { hostname } from 'node:os';
import { newId } from '../contract/id';
import type { Database } from '../database/database';
import { type Forget, forgetExpired, forgetOldJobs } from './forget-expired';
import { Job, JobKind } from './job.entity';
import { JobResolver } from './job.resolver';
import { JobQueue } from './job-queue';
import type { JobType } from './job-type';
import type { JobObserver } from './running-job';
import { JobWorker } from './worker';

export const JOB_ENTITIES = [Job];

interface JobRoomParts {
  readonly database: Database;
  readonly leaseMs: number;
  readonly retryMs: number;
  readonly observer: JobObserver;
}

/** How the rooms above do the jobs of their kinds. */
type JobTypes = Readonly<Record<Exclude<JobKind, JobKind.FORGET_EXPIRED>, JobType>>;

export function jobRoom({ database: { pools, dataSource }, leaseMs, retryMs, observer }: JobRoomParts) {
  const queue = new JobQueue();
  let worker: JobWorker | undefined;
  return {
    queue,
    resolvers: [new JobResolver(dataSource)],
    start(types: JobTypes, forgets: Readonly<Record<string, Forget>>): void {
      worker = new JobWorker(
        { ...types, [JobKind.FORGET_EXPIRED]: forgetExpired({ ...forgets, jobs: forgetOldJobs }) },
        queue,
        pools,
        { owner: `${hostname()}:${process.pid}:${newId()}`, leaseMs, firstRetryMs: retryMs },
        observer,
      );
      worker.start();
    },
    stop: async (): Promise<void> => worker?.stop(),
  };
}
