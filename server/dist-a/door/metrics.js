'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.Metrics = void 0;
const prom_client_1 = require('prom-client');
/** What `/metrics` shows. One instance per server, handed to whoever measures. */
class Metrics {
  constructor(pools) {
    this.registry = new prom_client_1.Registry();
    this.operations = new prom_client_1.Histogram({
      name: 'modelgraph_operation_duration_seconds',
      help: 'GraphQL operations by kind, name and outcome (ok, or the code of the first error).',
      labelNames: ['kind', 'operation', 'outcome'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [this.registry],
    });
    this.sequenced = new prom_client_1.Counter({
      name: 'modelgraph_events_sequenced_total',
      help: 'Events that this server gave their position.',
      registers: [this.registry],
    });
    this.sequencerLag = new prom_client_1.Gauge({
      name: 'modelgraph_sequencer_lag_seconds',
      help: 'Age of the oldest event of the last batch when this server gave it its position.',
      registers: [this.registry],
    });
    this.jobs = new prom_client_1.Histogram({
      name: 'modelgraph_job_duration_seconds',
      help: 'Attempts at jobs by kind and outcome: succeeded, retried, failed (given up), lost (to another server), released (the server stopped).',
      labelNames: ['kind', 'outcome'],
      buckets: [0.01, 0.1, 1, 10, 60, 600, 3600],
      registers: [this.registry],
    });
    this.jobsRunning = new prom_client_1.Gauge({
      name: 'modelgraph_jobs_running',
      help: 'Jobs that this server is working on, by kind.',
      labelNames: ['kind'],
      registers: [this.registry],
    });
    this.subscribers = new prom_client_1.Gauge({
      name: 'modelgraph_subscribers',
      help: 'Subscriptions that are open on this server.',
      registers: [this.registry],
    });
    this.sockets = new prom_client_1.Gauge({
      name: 'modelgraph_websockets',
      help: 'Websockets that are open on this server.',
      registers: [this.registry],
    });
    this.names = new Set();
    (0, prom_client_1.collectDefaultMetrics)({ register: this.registry });
    new prom_client_1.Gauge({
      name: 'modelgraph_pool_connections',
      help: 'Database connections by pool and state; `waiting` counts requests that wait for one.',
      labelNames: ['pool', 'state'],
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
  /** A client's operation name as a label; past 200 different ones the rest share one, so that nobody fills the memory. */
  operationLabel(name) {
    if (!name) return '(anonymous)';
    if (this.names.has(name)) return name;
    if (this.names.size >= 200) return '(other)';
    this.names.add(name);
    return name;
  }
}
exports.Metrics = Metrics;
//# sourceMappingURL=metrics.js.map
