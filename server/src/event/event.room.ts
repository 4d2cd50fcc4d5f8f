import type { Actor } from '../contract/actor';
import type { Database } from '../database/database';
import type { Consumer } from './consumer';
import { ConsumerRunner } from './consumer-runner';
import { Delivery } from './delivery';
import { Event } from './event.entity';
import { EventResolver } from './event.resolver';
import { Growth } from './growth';
import { forgetOldKeys } from './idempotency';
import { Sequencer } from './sequencer';

export const EVENT_ENTITIES = [Event];

/** Whom the log's own work is told to: the server's log and its metrics. */
export interface EventObserver {
  sequenced(events: number, lagMs: number): void;
  subscribers(count: number): void;
  parked(consumer: string): void;
  lag(consumer: string, events: number): void;
  wentWrong(error: unknown, what: string, about?: object): void;
}

interface EventRoomParts {
  readonly database: Database;
  readonly checkpointMs: number;
  readonly consumerRetryMs: number;
  readonly observer: EventObserver;
  /** Asked before each envelope. */
  readonly isStillAllowed: (actor: Actor) => boolean;
  /** Sees each event of a followed project in order, before any follower does. */
  readonly onRead: (event: Event) => void;
}

export type EventRoom = ReturnType<typeof eventRoom>;

export function eventRoom(parts: EventRoomParts) {
  const { database, observer } = parts;
  const { pools, dataSource, jobSource } = database;
  const sequencer = new Sequencer(
    pools.events,
    (error) => observer.wentWrong(error, 'events could not be sequenced; the next tick tries again'),
    (_, events, lagMs) => observer.sequenced(events, lagMs),
  );
  const committed = (projectId: string): void => sequencer.nudge(projectId);
  const growth = new Growth(database.listening, pools.events, (error, what) =>
    observer.wentWrong(error, what),
  );
  const delivery = new Delivery({
    tailPool: pools.events,
    replayPool: pools.replay,
    growth,
    sequence: committed,
    checkpointMs: parts.checkpointMs,
    isStillAllowed: parts.isStillAllowed,
    onRead: parts.onRead,
    onSubscribers: (count) => observer.subscribers(count),
    onError: (error, what) => observer.wentWrong(error, what),
  });
  let runner: ConsumerRunner | undefined;
  return {
    /** To be told of every commit that may have written events of a project. */
    committed,
    delivery,
    resolvers: [new EventResolver(dataSource, delivery)],
    forgets: { idempotencyKeys: forgetOldKeys },
    start(consumers: readonly Consumer[]): void {
      runner = new ConsumerRunner(jobSource, consumers, {
        firstDelayMs: parts.consumerRetryMs,
        committed,
        onError: (error, about) => observer.wentWrong(error, 'a consumer failed; it will try again', about),
        onParked: (consumer) => observer.parked(consumer),
        onLag: (consumer, events) => observer.lag(consumer, events),
      });
      const consuming = runner;
      growth.onGrowth((projectId, head) => consuming.grewTo(projectId, head));
      sequencer.start();
      growth.start();
      runner.start();
    },
    async stop(): Promise<void> {
      delivery.stop();
      await growth.stop();
      await runner?.stop();
      await sequencer.stop();
    },
  };
}
