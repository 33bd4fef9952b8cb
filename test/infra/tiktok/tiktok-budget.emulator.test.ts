import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isProviderError } from '../../../shared/core/accounts/provider-error.ts';
import { callLedgerStore } from '../../../shared/infra/dynamo/call-ledger-store.ts';
import { tiktokBudget } from '../../../shared/infra/tiktok/tiktok-budget.ts';
import { fixedClock } from '../../support/clock.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';

describe('the budget of calls to TikTok', () => {
  let database: StartedTable;
  beforeAll(async () => {
    database = await startTable();
  });
  afterAll(() => database.stop());

  function aBudget(name: string) {
    const clock = fixedClock('2026-11-20T12:00:20.000Z');
    return { clock, budget: tiktokBudget(callLedgerStore(database.table, name), clock) };
  }

  /** How many of some calls at once are let through, and how long the others are told to wait. */
  async function outcomes(calls: Promise<void>[]) {
    const settled = await Promise.allSettled(calls);
    const waits = settled.flatMap((one) =>
      one.status === 'rejected' && isProviderError(one.reason, 'throttled')
        ? [one.reason.retryAfterSeconds]
        : [],
    );
    return { through: settled.length - waits.length, waits: [...new Set(waits)] };
  }
  const read = (businessId: string, path = '/business/comment/list/') => ({
    businessId,
    path,
    isReading: true,
  });

  it('CM-06 holds at once for an account and endpoint, until the next minute', async () => {
    const { budget, clock } = aBudget('one');
    const calls = Array.from({ length: 50 }, () => budget.spend(read('a')));
    expect(await outcomes(calls)).toEqual({ through: 30, waits: [40] });
    expect(await outcomes([budget.spend(read('b')), budget.spend(read('a', '/business/get/'))])).toEqual({
      through: 2,
      waits: [],
    });
    clock.advance({ seconds: 40 });
    expect(await outcomes([budget.spend(read('a'))])).toEqual({ through: 1, waits: [] });
  });

  it('CM-06 leaves replies room where reading has none left', async () => {
    const { budget } = aBudget('two');
    await outcomes(Array.from({ length: 30 }, () => budget.spend(read('a'))));
    const writes = Array.from({ length: 12 }, () => budget.spend({ ...read('a'), isReading: false }));
    expect(await outcomes(writes)).toEqual({ through: 10, waits: [40] });
  });

  it('CM-06 counts the calls of all accounts for the app', async () => {
    const { budget } = aBudget('three');
    const calls = Array.from({ length: 600 }, (_, index) => budget.spend(read(`account_${index % 60}`)));
    expect((await outcomes(calls)).through).toBe(500);
  });
});
