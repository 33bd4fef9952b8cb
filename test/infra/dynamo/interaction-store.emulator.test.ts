import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSeconds } from '../../../shared/core/kernel/time.ts';
import { dueItems } from '../../../shared/infra/dynamo/due-index.ts';
import { interactionStore } from '../../../shared/infra/dynamo/interaction-store.ts';
import { aContext } from '../../support/contexts.ts';
import { anInteraction, aPendingReply, Noon } from '../../support/conversation-builders.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';

describe('the store of interactions', () => {
  let started: StartedTable;
  beforeAll(async () => {
    started = await startTable();
  });
  afterAll(() => started.stop());

  const waking = async () =>
    (await Array.fromAsync(dueItems(started.table, 'reply', addSeconds(Noon, 60)))).map(({ ref }) => ref);

  it('CM-11 gives back what was stored, field by field', async () => {
    const store = interactionStore(started.table);
    const interaction = anInteraction({ interactionId: 'int_whole' });
    expect(await store.create(aContext(), { interaction })).toBe(true);
    expect(await store.create(aContext(), { interaction })).toBe(false);
    expect(await store.find(aContext(), 'int_whole')).toEqual(interaction);
  });

  it('AR-12 refuses a change that was made from an older state', async () => {
    const store = interactionStore(started.table);
    const interaction = anInteraction({ interactionId: 'int_stale' });
    await store.create(aContext(), { interaction });
    const change = { interaction: { ...interaction, note: 'first', version: 2 } };
    expect(await store.save(aContext(), change)).toBe(true);
    expect(
      await store.save(aContext(), { interaction: { ...interaction, note: 'second', version: 2 } }),
    ).toBe(false);
    expect(await store.find(aContext(), 'int_stale')).toMatchObject({ note: 'first' });
  });

  it('AR-10 writes the reply and the limits of its rule together or not at all', async () => {
    const store = interactionStore(started.table);
    const interaction = anInteraction({ interactionId: 'int_limits' });
    await store.create(aContext(), { interaction });
    const usage = { ruleId: 'rule_1', slots: [], day: '2026-11-20', usedInDay: 1, version: 1 };
    const limits = { usage: { ...usage, version: 5 } };
    expect(await store.save(aContext(), { interaction: { ...interaction, version: 2 }, limits })).toBe(false);
    expect(await store.find(aContext(), 'int_limits')).toEqual(interaction);
  });

  it('AR-09 is in the due index while a reply waits, and only then', async () => {
    const store = interactionStore(started.table);
    const interaction = anInteraction({
      interactionId: 'int_due',
      status: 'reply_scheduled',
      pendingReply: aPendingReply(),
    });
    await store.create(aContext(), { interaction });
    expect(await waking()).toEqual(['org_beanbar#int_due']);
    await store.save(aContext(), {
      interaction: { ...interaction, status: 'manual', pendingReply: null, version: 2 },
    });
    expect(await waking()).toEqual([]);
  });
});
