import { describe, expect, it } from 'vitest';
import { parseTenantRef, planWake, tenantRef } from '../../../shared/core/kernel/due.ts';
import { wakeDueItems } from '../../../shared/core/kernel/wake-due-items.ts';

const now = '2026-11-20T12:00:00.000Z';

describe('planWake', () => {
  it.each([
    ['now', '2026-11-20T12:00:00.000Z', { delaySeconds: 0, wakeAt: '2026-11-20T12:05:00.000Z' }],
    ['long ago', '2026-11-20T09:00:00.000Z', { delaySeconds: 0, wakeAt: '2026-11-20T12:05:00.000Z' }],
    ['in two minutes', '2026-11-20T12:02:00.000Z', { delaySeconds: 120, wakeAt: '2026-11-20T12:07:00.000Z' }],
    ['in 15 minutes', '2026-11-20T12:15:00.000Z', { delaySeconds: 900, wakeAt: '2026-11-20T12:20:00.000Z' }],
    [
      'in a fraction of a second',
      '2026-11-20T12:00:00.001Z',
      { delaySeconds: 1, wakeAt: '2026-11-20T12:05:00.001Z' },
    ],
  ])(
    'AR-09 lets the queue carry what is due %s, and the timer heal a lost message',
    (_when, nextAt, expected) => {
      expect(planWake(now, nextAt)).toEqual(expected);
    },
  );

  it('AR-10 leaves what is due in more than 15 minutes to the timer alone', () => {
    expect(planWake(now, '2026-11-20T12:15:01.000Z')).toEqual({ wakeAt: '2026-11-20T12:15:01.000Z' });
  });
});

describe('a reference to a tenant’s waiting item', () => {
  it('is read back as it was written, even where the id holds the separator', () => {
    expect(parseTenantRef(tenantRef('org_1', 'int#2'))).toEqual({ organizationId: 'org_1', id: 'int#2' });
  });
});

describe('the timer', () => {
  it('AR-09 sends what comes due within a minute with the delay that is left, ten messages at a time', async () => {
    const sent: unknown[][] = [];
    const due = Array.from({ length: 12 }, (_, index) => ({
      ref: `org_1#int_${index}`,
      wakeAt: index < 11 ? '2026-11-20T11:59:00.000Z' : '2026-11-20T12:00:42.000Z',
    }));
    const asked: unknown[] = [];
    const count = await wakeDueItems(
      {
        async *dueItems(kind, until) {
          asked.push({ kind, until });
          yield* due;
        },
        send: async (messages) => {
          sent.push([...messages]);
        },
      },
      'reply',
      (item) => item,
      now,
    );

    expect(count).toBe(12);
    expect(asked).toEqual([{ kind: 'reply', until: '2026-11-20T12:01:00.000Z' }]);
    expect(sent.map((batch) => batch.length)).toEqual([10, 2]);
    expect(sent[1]).toEqual([
      { body: { organizationId: 'org_1', id: 'int_10' }, delaySeconds: 0 },
      { body: { organizationId: 'org_1', id: 'int_11' }, delaySeconds: 42 },
    ]);
  });
});
