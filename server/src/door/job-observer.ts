import type { JobObserver } from '../job/running-job';
import type { Log } from '../log';
import type { Metrics } from './metrics';

/** Tells the log and the metrics how the jobs of this server go. */
export const observeJobs = (metrics: Metrics, log: Log): JobObserver => ({
  began: ({ kind }) => metrics.jobsRunning.inc({ kind }),
  ended: ({ id, kind, projectId, attempts }, outcome, ms) => {
    metrics.jobsRunning.dec({ kind });
    metrics.jobs.observe({ kind, outcome }, ms / 1000);
    const line = { job: id, kind, project: projectId, attempt: attempts, outcome, ms: Math.round(ms) };
    if (outcome === 'succeeded') log.debug(line, 'job');
    else log.info(line, 'job');
  },
  gaveUp: ({ id, kind, projectId, attempts }) => {
    metrics.jobs.observe({ kind, outcome: 'failed' }, 0);
    log.warn({ job: id, kind, project: projectId, attempts }, 'a job was given up: its servers were lost');
  },
  wentWrong: (lease, error) =>
    log.warn({ job: lease?.id, kind: lease?.kind, attempt: lease?.attempts, error }, 'a job went wrong'),
});
