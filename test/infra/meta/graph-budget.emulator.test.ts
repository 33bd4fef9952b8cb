import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spentCallsStore } from '../../../shared/infra/dynamo/spent-calls-store.ts';
import { graphBudget } from '../../../shared/infra/meta/graph-budget.ts';
import { fixedClock } from '../../support/clock.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';

describe('the budget that Graph gives an account', () => {
  let database: StartedTable;
  beforeAll(async () => {
    database = await startTable();
  });
  afterAll(() => database.stop());

  const clock = fixedClock('2026-11-20T12:10:00.000Z');
  /** A function of its own, which knows what is stored alone. */
  const aFunction = () => graphBudget(spentCallsStore(database.table, 'meta'), clock);
  const refusal = (token: string) =>
    aFunction()
      .admit(token)
      .then(
        () => null,
        (error) => [error.failure, error.retryAfterSeconds],
      );

  it('CM-06 is 200 calls an hour over all functions until Graph has told its own figures', async () => {
    const [one, other] = [aFunction(), aFunction()];
    for (let call = 0; call < 100; call += 1) await Promise.all([one.admit('a'), other.admit('a')]);
    expect(await refusal('a')).toEqual(['throttled', 50 * 60]);
    expect(await refusal('b')).toBeNull();
    clock.advance({ seconds: 50 * 60 });
    expect(await refusal('a')).toBeNull();
  });

  it('CM-06 is as large as Graph says from then on', async () => {
    await aFunction().noteUsage('c', { percent: 12, minutesToRegainAccess: 0 });
    const one = aFunction();
    for (let call = 0; call < 201; call += 1) await one.admit('c');
    expect(await refusal('c')).toBeNull();
  });

  it.each([
    ['nearly everything is spent', { percent: 96, minutesToRegainAccess: 0 }, 600],
    ['Graph says when there is more', { percent: 100, minutesToRegainAccess: 7 }, 420],
  ])('CM-06 lets every function wait when %s', async (name, usage, seconds) => {
    await aFunction().noteUsage(name, usage);
    expect(await refusal(name)).toEqual(['throttled', seconds]);
    clock.advance({ seconds });
    expect(await refusal(name)).toBeNull();
  });

  it('CM-06 is waited for as long as a refused call says, or an hour', async () => {
    await aFunction().noteThrottle('d', undefined);
    expect(await refusal('d')).toEqual(['throttled', 3_600]);
    await aFunction().noteThrottle('e', 60);
    expect(await refusal('e')).toEqual(['throttled', 60]);
  });
});
