import type { EventObserver } from '../event/event.room';
import type { Log } from '../log';
import type { Metrics } from './metrics';

/** Tells the log and the metrics how the event log is kept. */
export const observeEvents = (metrics: Metrics, log: Log): EventObserver => ({
  sequenced: (events, lagMs) => {
    metrics.sequenced.inc(events);
    metrics.sequencerLag.set(lagMs / 1000);
  },
  subscribers: (count) => metrics.subscribers.set(count),
  parked: (consumer) => metrics.parked.inc({ consumer }),
  lag: (consumer, events) => metrics.consumerLag.set({ consumer }, events),
  wentWrong: (error, what, about) => log.warn({ error, ...about }, what),
});
