import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { duePartition, dueShardOf } from '../../../shared/infra/dynamo/keys.ts';
import type { Table } from '../../../shared/infra/dynamo/table.ts';
import { aContext } from '../../support/contexts.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';

let started: StartedTable;
let table: Table;

beforeAll(async () => {
  started = await startTable();
  table = started.table;
});
afterAll(() => started.stop());

const beanBar = aContext({ organizationId: 'org_beanbar' });
const teaHouse = aContext({ organizationId: 'org_teahouse' });

describe('the table', () => {
  it('ST-04 keeps the same key of two organizations apart', async () => {
    const key = { partition: '', sort: 'RULE#1' };
    await table.tenant(beanBar).put(key, { name: 'Bean Bar' });
    await table.tenant(teaHouse).put(key, { name: 'Tea House' });

    expect(await table.tenant(beanBar).get(key)).toEqual({ name: 'Bean Bar' });
    expect(await table.tenant(teaHouse).get(key)).toEqual({ name: 'Tea House' });
  });

  it('answers a failed condition as a conflict that carries the old item', async () => {
    const items = table.tenant(beanBar);
    const key = { partition: '', sort: 'ONCE' };
    await items.put(key, { by: 'first' }, { condition: { absent: 'pk' } });

    await expect(items.put(key, { by: 'second' }, { condition: { absent: 'pk' } })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'condition_failed',
      details: { item: { by: 'first' } },
    });
  });

  it('writes all of a transaction or nothing, and names the condition that failed', async () => {
    const items = table.tenant(beanBar);
    await items.put({ partition: 'T', sort: 'a' }, { count: 1 });

    await expect(
      items.transact([
        { put: { key: { partition: 'T', sort: 'b' }, item: { count: 1 } } },
        {
          update: {
            key: { partition: 'T', sort: 'a' },
            set: { count: 2 },
            condition: { equals: ['count', 7] },
          },
        },
      ]),
    ).rejects.toMatchObject({ code: 'transaction_condition_failed', details: { failed: [1] } });
    expect(await items.get({ partition: 'T', sort: 'b' })).toBeUndefined();
  });

  it('ST-03 pages through a list without losing or repeating an item, filtered or not', async () => {
    const items = table.tenant(beanBar);
    const sorts = Array.from({ length: 25 }, (_, index) => `ITEM#${String(index).padStart(2, '0')}`);
    for (const [index, sort] of sorts.entries()) {
      await items.put(
        { partition: 'LIST', sort },
        { summary: sort, even: index % 2 === 0 },
        { inbox: { partition: 'TIME', sort } },
      );
    }
    const walk = async (query: Parameters<typeof items.page>[0]) => {
      const seen: unknown[] = [];
      let cursor: string | undefined;
      do {
        const page = await items.page(query, { limit: 4, cursor });
        seen.push(...page.items.map((item) => item['summary']));
        cursor = page.cursor;
      } while (cursor);
      return seen;
    };

    expect(await walk({ partition: 'LIST', scope: 'list' })).toEqual(sorts);
    expect(await walk({ partition: 'TIME', index: 'inbox', newestFirst: true, scope: 'time' })).toEqual(
      sorts.toReversed(),
    );
    expect(await walk({ partition: 'LIST', scope: 'even', filter: { equals: ['even', true] } })).toEqual(
      sorts.filter((_, index) => index % 2 === 0),
    );
  });

  it('tells the keys of listed items as they are in the table, whatever list they are read from', async () => {
    const items = table.tenant(beanBar);
    for (const [sort, at] of [
      ['first', '2'],
      ['second', '1'],
    ] as const) {
      await items.put({ partition: 'KEYS', sort }, {}, { inbox: { partition: 'BY-TIME', sort: at } });
    }
    const byTime = { partition: 'BY-TIME', index: 'inbox' } as const;

    expect(await Array.fromAsync(items.keys({ partition: 'KEYS' }))).toEqual(['first', 'second']);
    expect(await Array.fromAsync(items.keys(byTime))).toEqual(['second', 'first']);
    expect(await items.page({ ...byTime, scope: 'by-time' }, { limit: 5 })).toMatchObject({
      keys: ['second', 'first'],
      sortKeys: ['1', '2'],
    });
  });

  it('ST-04 refuses a cursor of another organization, of another list, or one that was altered', async () => {
    const query = { partition: 'LIST', scope: 'list' };
    const { cursor } = await table.tenant(beanBar).page(query, { limit: 4 });
    const refused = { kind: 'invalid', code: 'invalid_cursor' };

    await expect(table.tenant(teaHouse).page(query, { limit: 4, cursor })).rejects.toMatchObject(refused);
    await expect(
      table.tenant(beanBar).page({ ...query, scope: 'other' }, { limit: 4, cursor }),
    ).rejects.toMatchObject(refused);
    await expect(
      table.tenant(beanBar).page(query, { limit: 4, cursor: `A${cursor?.slice(1)}x` }),
    ).rejects.toMatchObject(refused);
  });

  it('lists what is due, the earliest first, and forgets it once it is taken out of the index', async () => {
    const items = table.tenant(beanBar);
    const wait = (sort: string, wakeAt: string) =>
      items.put(
        { partition: 'WAIT', sort },
        { sort },
        { due: { kind: 'reply', ref: `org_beanbar#${sort}`, wakeAt } },
      );
    await wait('later', '2026-11-20T13:00:00.000Z');
    await wait('now', '2026-11-20T12:00:00.000Z');
    const dueNow = async () => {
      const refs: string[] = [];
      for (const sort of ['now', 'later']) {
        const partition = duePartition('reply', dueShardOf(`org_beanbar#${sort}`));
        for await (const entry of table.due(partition, '2026-11-20T12:30:00.000Z')) refs.push(entry.ref);
      }
      return [...new Set(refs)];
    };

    expect(await dueNow()).toEqual(['org_beanbar#now']);
    await items.update({ partition: 'WAIT', sort: 'now' }, { due: null });
    expect(await dueNow()).toEqual([]);
  });
});
