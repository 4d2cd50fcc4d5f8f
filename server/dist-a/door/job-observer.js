'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.observeJobs = void 0;
/** Tells the log and the metrics how the jobs of this server go. */
const observeJobs = (metrics, log) => ({
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
exports.observeJobs = observeJobs;
//# sourceMappingURL=job-observer.js.map
