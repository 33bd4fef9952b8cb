import { describe, expect, it } from 'vitest';
import type { ActivityEvent, ActivityLog } from '../../../shared/core/activity/activity-event.ts';
import { frameOf } from '../../../shared/core/activity/event-stream.ts';
import { followActivity } from '../../../shared/core/activity/follow-activity.ts';
import { pollActivity } from '../../../shared/core/activity/poll-activity.ts';
import { addSeconds, type Instant } from '../../../shared/core/kernel/time.ts';
import { fixedClock } from '../../support/clock.ts';
import { aContext } from '../../support/contexts.ts';

const Start = '2026-11-20T12:00:00.000Z';

function anEvent(at: Instant, name: string): ActivityEvent {
  const data = { interactionId: name, accountId: 'acc_page', status: 'new' };
  return { type: 'interaction.created', id: `${at}_${name}`, at, data };
}

/** A log in memory whose entries become visible at a time of their own. */
function aLog(
  entries: { filedAt: Instant; visibleAt?: Instant; event: ActivityEvent }[],
  filedSince = '2026-11-20T00:00:00.000Z',
): ActivityLog {
  return {
    follow: async () => filedSince,
    append: async (_context, filedAt, events) => {
      entries.push(...events.map((event) => ({ filedAt, event })));
    },
    async *since(_context, from, now) {
      for (const { filedAt, visibleAt = filedAt, event } of entries) {
        if (filedAt >= from && visibleAt <= now) yield event;
      }
    },
  };
}

async function follow(log: ActivityLog, seconds: number, lastEventId?: string): Promise<string[]> {
  const clock = fixedClock(Start);
  const wait = async (milliseconds: number) => void clock.advance({ seconds: milliseconds / 1_000 });
  const followed: string[] = [];
  const following = { lastEventId, endsAt: addSeconds(Start, seconds) };
  for await (const item of followActivity({ activity: log, clock, wait }, aContext(), following)) {
    followed.push(item.kind === 'event' ? item.event.id.split('_').slice(1).join('_') : item.kind);
  }
  return followed;
}

describe('following the activity', () => {
  it('RT-01 sends each event once, though every look overlaps the one before', async () => {
    const at = addSeconds(Start, 3);
    const log = aLog([
      { filedAt: at, event: anEvent(at, 'one') },
      { filedAt: at, event: anEvent(at, 'two') },
    ]);

    expect(await follow(log, 14)).toEqual(['one', 'two']);
  });

  it('RT-01 sends an event that becomes visible after a younger one', async () => {
    const [early, late] = [addSeconds(Start, 2), addSeconds(Start, 5)];
    const log = aLog([
      { filedAt: early, visibleAt: addSeconds(Start, 12), event: anEvent(early, 'slow') },
      { filedAt: late, event: anEvent(late, 'fast') },
    ]);

    expect(await follow(log, 14)).toEqual(['fast', 'slow']);
  });

  it('RT-01 begins with the present and leaves the past to the lists', async () => {
    const before = addSeconds(Start, -2);

    expect(await follow(aLog([{ filedAt: before, event: anEvent(before, 'old') }]), 10)).toEqual([]);
  });

  it('RT-01 resumes after the last event of an hour ago without a gap', async () => {
    const seen = anEvent(addSeconds(Start, -3_600), 'seen');
    const missed = anEvent(addSeconds(Start, -1_800), 'missed');
    const log = aLog([
      { filedAt: seen.at, event: seen },
      { filedAt: missed.at, event: missed },
    ]);

    expect(await follow(log, 10, seen.id)).toEqual(['missed']);
  });

  it('RT-01 tells a client that was away for longer, or gives an unknown id, to start afresh', async () => {
    const old = anEvent(addSeconds(Start, -3 * 3_600), 'old');
    const log = aLog([{ filedAt: old.at, event: old }]);

    expect(await follow(log, 10, old.id)).toEqual(['reset']);
    expect(await follow(log, 10, 'made up')).toEqual(['reset']);
    expect(await follow(log, 10, '9999-12-31T23:59:59.999Z_made up')).toEqual(['reset']);
  });

  it('RT-01 beats its heart when nothing has happened for 15 seconds', async () => {
    expect(await follow(aLog([]), 40)).toEqual(['heartbeat', 'heartbeat']);
  });

  it('RT-01 writes frames that carry the id, and comments that carry nothing', () => {
    const event = anEvent(Start, 'one');

    expect(frameOf({ kind: 'event', event })).toBe(`id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`);
    expect(frameOf({ kind: 'heartbeat' })).toBe(': heartbeat\n\n');
  });
});

describe('polling the activity', () => {
  it('RT-02 hands out a position first and then what happened since', async () => {
    const event = anEvent(addSeconds(Start, 5), 'one');
    const log = aLog([{ filedAt: event.at, event }]);
    const first = await pollActivity(log, aContext(), undefined, Start);
    const second = await pollActivity(log, aContext(), first.position, addSeconds(Start, 60));

    expect(first).toEqual({ items: [], position: Start, isTruncated: false });
    expect(second).toEqual({ items: [event], position: addSeconds(Start, 60), isTruncated: false });
  });

  it('RT-02 refuses a position that nobody handed out', async () => {
    await expect(pollActivity(aLog([]), aContext(), 'yesterday', Start)).rejects.toMatchObject({
      code: 'invalid_since',
    });
  });
});
