import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Pools } from '../database/pools';

/** What `/metrics` shows. One instance per server, handed to whoever measures. */
export class Metrics {
  readonly registry = new Registry();

  readonly operations = new Histogram({
    name: 'modelgraph_operation_duration_seconds',
    help: 'GraphQL operations by kind, name and outcome (ok, or the code of the first error).',
    labelNames: ['kind', 'operation', 'outcome'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  readonly sequenced = new Counter({
    name: 'modelgraph_events_sequenced_total',
    help: 'Events that this server gave their position.',
    registers: [this.registry],
  });

  readonly sequencerLag = new Gauge({
    name: 'modelgraph_sequencer_lag_seconds',
    help: 'Age of the oldest event of the last batch when this server gave it its position.',
    registers: [this.registry],
  });

  readonly consumerLag = new Gauge({
    name: 'modelgraph_consumer_lag_events',
    help: 'Events that an internal consumer has yet to look at, over all projects.',
    labelNames: ['consumer'] as const,
    registers: [this.registry],
  });

  readonly parked = new Counter({
    name: 'modelgraph_events_parked_total',
    help: 'Events that a consumer on this server gave up after ten failures.',
    labelNames: ['consumer'] as const,
    registers: [this.registry],
  });

  readonly jobs = new Histogram({
    name: 'modelgraph_job_duration_seconds',
    help: 'Attempts at jobs by kind and outcome: succeeded, retried, failed (given up), lost (to another server), released (the server stopped).',
    labelNames: ['kind', 'outcome'] as const,
    buckets: [0.01, 0.1, 1, 10, 60, 600, 3600],
    registers: [this.registry],
  });

  readonly jobsRunning = new Gauge({
    name: 'modelgraph_jobs_running',
    help: 'Jobs that this server is working on, by kind.',
    labelNames: ['kind'] as const,
    registers: [this.registry],
  });

  readonly subscribers = new Gauge({
    name: 'modelgraph_subscribers',
    help: 'Subscriptions that are open on this server.',
    registers: [this.registry],
  });

  readonly sockets = new Gauge({
    name: 'modelgraph_websockets',
    help: 'Websockets that are open on this server.',
    registers: [this.registry],
  });

  constructor(pools: Pools) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: 'modelgraph_pool_connections',
      help: 'Database connections by pool and state; `waiting` counts requests that wait for one.',
      labelNames: ['pool', 'state'] as const,
      registers: [this.registry],
      collect() {
        for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
          this.set({ pool, state: 'busy' }, totalCount - idleCount);
          this.set({ pool, state: 'idle' }, idleCount);
          this.set({ pool, state: 'waiting' }, waitingCount);
        }
      },
    });
  }

  private readonly names = new Set<string>();

  /** An operation's name, as it is shown, as a label; past 200 different ones the rest share one, so that nobody fills the memory. */
  operationLabel(name: string | undefined): string {
    if (!name) return '(anonymous)';
    if (this.names.has(name)) return name;
    if (this.names.size >= 200) return '(other)';
    this.names.add(name);
    return name;
  }
}
