import { describe, expect, it } from 'vitest';
import { fanOutSyncs } from '../../../shared/core/accounts/fan-out-syncs.ts';
import { addSeconds } from '../../../shared/core/kernel/time.ts';

const now = '2026-11-20T12:00:00.000Z';

async function sentFor(items: { ref: string; wakeAt: string }[]) {
  const sends: { body: unknown; delaySeconds: number }[][] = [];
  const dueItems = async function* (_kind: string, until: string) {
    yield* items.filter(({ wakeAt }) => wakeAt <= until);
  };
  const count = await fanOutSyncs({ dueItems, send: async (batch) => void sends.push([...batch]) }, now);
  return { sends, count };
}

describe('fanOutSyncs', () => {
  it('CM-11 sends one message per account that comes due until the next fan-out, at its own time', async () => {
    const { sends } = await sentFor([
      { ref: 'org_1#acc_1', wakeAt: addSeconds(now, 300) },
      { ref: 'org_2#acc_2', wakeAt: addSeconds(now, 899.5) },
      { ref: 'org_3#acc_3', wakeAt: addSeconds(now, 1_000) },
    ]);
    expect(sends).toEqual([
      [
        { body: { organizationId: 'org_1', accountId: 'acc_1' }, delaySeconds: 300 },
        { body: { organizationId: 'org_2', accountId: 'acc_2' }, delaySeconds: 900 },
      ],
    ]);
  });

  it('CM-11 spreads overdue accounts over two minutes, each always at the same place', async () => {
    const overdue = Array.from({ length: 200 }, (_, index) => ({
      ref: `org_${index}#acc_${index}`,
      wakeAt: now,
    }));
    const { sends, count } = await sentFor(overdue);
    const delays = sends.flat().map(({ delaySeconds }) => delaySeconds);
    expect(count).toBe(200);
    expect(sends.every((batch) => batch.length <= 10)).toBe(true);
    expect(Math.max(...delays)).toBeLessThan(120);
    expect(new Set(delays).size).toBeGreaterThan(50);
    expect((await sentFor(overdue)).sends.flat().map(({ delaySeconds }) => delaySeconds)).toEqual(delays);
  });
});
