import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../shared/core/kernel/digest.ts';
import { addSeconds, epochMilliseconds, type Instant } from '../../../shared/core/kernel/time.ts';
import {
  type AuthorCooldown,
  nextUtcMidnight,
  type RuleUsage,
  reserveSlot,
  returnSlot,
  type SlotRequest,
} from '../../../shared/core/replies/limits.ts';
import { Noon } from '../../support/conversation-builders.ts';

const unused: RuleUsage = { ruleId: 'rule_1', slots: [], day: '', usedInDay: 0, version: 0 };
const landsAfterSeconds = 60;

function request(overrides: Partial<SlotRequest> = {}): SlotRequest {
  const now = overrides.now ?? Noon;
  return {
    usage: unused,
    cooldown: undefined,
    limits: { perHour: 2, perDay: 3, authorCooldownMinutes: 60 },
    interactionId: 'int_1',
    authorKey: 'facebook:x',
    now,
    landsUntil: addSeconds(now, landsAfterSeconds),
    ...overrides,
  };
}

describe('the limits of a rule', () => {
  const author = sha256('facebook:x').slice(0, 10);

  it('AR-10 takes a slot of hour, day and cooldown, counted from when the post can have landed', () => {
    expect(reserveSlot(request())).toEqual({
      kind: 'reserved',
      reservation: { day: '2026-11-20', until: '2026-11-20T13:01:00.000Z' },
      usage: {
        ruleId: 'rule_1',
        slots: [{ interactionId: 'int_1', until: '2026-11-20T13:01:00.000Z', author }],
        day: '2026-11-20',
        usedInDay: 1,
        version: 1,
      },
      cooldown: undefined,
    });
  });

  const slot = (id: string, until: Instant) => ({ interactionId: id, until });

  it('AR-10 waits for the first slot of the hour to free', () => {
    const slots = [slot('a', '2026-11-20T12:30:00.000Z'), slot('b', '2026-11-20T12:40:00.000Z')];
    expect(reserveSlot(request({ usage: { ...unused, slots } }))).toEqual({
      kind: 'wait',
      limit: 'hourly',
      until: '2026-11-20T12:30:00.000Z',
    });
  });

  it('AR-10 waits for midnight when the day is spent, and the new day begins at 0', () => {
    const usage = { ...unused, day: '2026-11-20', usedInDay: 3 };
    expect(reserveSlot(request({ usage }))).toEqual({
      kind: 'wait',
      limit: 'daily',
      until: '2026-11-21T00:00:00.000Z',
    });
    expect(reserveSlot(request({ usage, now: '2026-11-21T00:00:00.000Z' }))).toMatchObject({
      usage: { usedInDay: 1 },
    });
  });

  it('AR-10 begins no attempt that could land on the other side of midnight', () => {
    expect(reserveSlot(request({ now: '2026-11-20T23:59:30.000Z' }))).toEqual({
      kind: 'wait',
      limit: 'midnight',
      until: '2026-11-21T00:00:00.000Z',
    });
  });

  it('AR-10 leaves the author alone for the cooldown, unless it is 0', () => {
    const usage = { ...unused, slots: [{ ...slot('int_0', '2026-11-20T12:40:00.000Z'), author }] };
    const until = '2026-11-20T12:10:00.000Z';
    const limits = { perHour: 2, perDay: 3, authorCooldownMinutes: 30 };
    expect(reserveSlot(request({ usage, limits }))).toEqual({ kind: 'wait', limit: 'cooldown', until });
    expect(reserveSlot(request({ usage, limits, authorKey: 'facebook:y' }))).toMatchObject({
      kind: 'reserved',
    });
    expect(reserveSlot(request({ usage, limits, authorKey: null }))).toMatchObject({ kind: 'reserved' });
    expect(reserveSlot(request({ usage, limits, now: until }))).toMatchObject({ kind: 'reserved' });
    const none = { ...limits, authorCooldownMinutes: 0 };
    expect(reserveSlot(request({ usage, limits: none }))).toMatchObject({ kind: 'reserved' });
  });

  it('AR-10 remembers a cooldown by itself where it is longer than a slot', () => {
    const limits = { perHour: 2, perDay: 3, authorCooldownMinutes: 90 };
    expect(reserveSlot(request({ limits }))).toMatchObject({
      cooldown: { interactionId: 'int_1', until: '2026-11-20T13:31:00.000Z', version: 1 },
    });
    const cooldown = { interactionId: 'int_0', until: '2026-11-20T12:20:00.000Z', version: 4 };
    expect(reserveSlot(request({ limits, cooldown }))).toEqual({
      kind: 'wait',
      limit: 'cooldown',
      until: cooldown.until,
    });
  });

  it('AR-10 gives a slot back exactly as it was taken', () => {
    const taken = reserveSlot(request());
    if (taken.kind !== 'reserved') throw new Error('The slot must be free.');
    expect(returnSlot(taken.usage, taken.reservation, 'int_1')).toEqual({
      ...unused,
      day: '2026-11-20',
      version: 2,
    });
  });

  it('AR-10 takes nothing from today when yesterday’s slot is returned', () => {
    const usage = { ...unused, day: '2026-11-21', usedInDay: 2, version: 7 };
    const reservation = { day: '2026-11-20', until: '2026-11-20T23:59:00.000Z' };
    expect(returnSlot(usage, reservation, 'int_1')).toMatchObject({ usedInDay: 2 });
  });

  it.each([20, 90])(
    'AR-10 I4 never lets more posts appear in an hour, a day or a cooldown of %s minutes than allowed',
    (minutes) => {
      const tries = fc.array(
        fc.record({
          waitSeconds: fc.integer({ min: 0, max: 2_000 }),
          author: fc.constantFrom('x', 'y', 'z'),
          landsAfter: fc.integer({ min: 0, max: landsAfterSeconds }),
        }),
        { maxLength: 120 },
      );
      const limits = { perHour: 3, perDay: 9, authorCooldownMinutes: minutes };
      fc.assert(
        fc.property(tries, (all) => {
          const landed = runAll(all, limits);
          for (const post of landed) {
            const within = (seconds: number) =>
              landed.filter(({ at }) => at > post.at - seconds * 1_000 && at <= post.at);
            expect(within(3_600).length).toBeLessThanOrEqual(limits.perHour);
            expect(within(minutes * 60).filter(({ author }) => author === post.author)).toHaveLength(1);
          }
          const days = Map.groupBy(landed, ({ at }) => Math.floor(at / 86_400_000));
          for (const day of days.values()) expect(day.length).toBeLessThanOrEqual(limits.perDay);
        }),
      );
    },
  );

  it.each([
    ['2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z'],
    ['2026-12-31T23:59:59.999Z', '2027-01-01T00:00:00.000Z'],
  ])('AR-10 knows that the UTC day of %s ends at %s', (instant, midnight) => {
    expect(nextUtcMidnight(instant)).toBe(midnight);
  });
});

interface Try {
  waitSeconds: number;
  author: string;
  landsAfter: number;
}

/** Posts whatever gets a slot; each post lands somewhere within its attempt. */
function runAll(all: readonly Try[], limits: SlotRequest['limits']): { at: number; author: string }[] {
  let usage = unused;
  let now: Instant = Noon;
  const cooldowns = new Map<string, AuthorCooldown>();
  const landed: { at: number; author: string }[] = [];
  for (const [index, { waitSeconds, author, landsAfter }] of all.entries()) {
    now = addSeconds(now, waitSeconds);
    const interactionId = `int_${index}`;
    const answer = reserveSlot(
      request({
        usage,
        cooldown: cooldowns.get(author),
        authorKey: author,
        limits,
        interactionId,
        now,
      }),
    );
    if (answer.kind === 'wait') continue;
    usage = answer.usage;
    if (answer.cooldown) cooldowns.set(author, answer.cooldown);
    landed.push({ at: epochMilliseconds(addSeconds(now, landsAfter)), author });
  }
  return landed;
}
