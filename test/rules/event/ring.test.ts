import fc from 'fast-check';
import { Event } from '../../../server/src/event/event.entity';
import { Ring } from '../../../server/src/event/ring';

const event = (position: number, reason = ''): Event => Object.assign(new Event(), { position, reason });

test('it holds the latest events within both bounds, consecutive, and nothing else', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 40, max: 400 }),
      fc.array(fc.record({ gap: fc.boolean(), length: fc.integer({ min: 0, max: 120 }) }), { maxLength: 40 }),
      (events, bytes, pushes) => {
        const ring = new Ring({ events, bytes });
        let all: Event[] = [];
        let position = 0;
        for (const { gap, length } of pushes) {
          if (gap) all = [];
          position += gap ? 2 : 1;
          all.push(event(position, 'x'.repeat(length)));
          ring.push(all.at(-1)!);
          const held = all.filter((one) => ring.at(one.position) === one);
          expect(held).toEqual(all.slice(all.length - held.length));
          expect(ring.size).toBe(held.length);
          expect(held.length).toBeLessThanOrEqual(events);
          const size = held.reduce((sum, one) => sum + JSON.stringify(one).length, 0);
          expect(size).toBeLessThanOrEqual(bytes);
          // It gave up no more than it had to.
          const next = all.at(all.length - held.length - 1);
          if (next && held.length < events && held.length < all.length)
            expect(size + JSON.stringify(next).length).toBeGreaterThan(bytes);
        }
      },
    ),
  ));
