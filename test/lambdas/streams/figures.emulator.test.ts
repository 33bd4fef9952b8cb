import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '../../../shared/core/activity/change.ts';
import { countChanges } from '../../../shared/core/activity/count-changes.ts';
import type { ObservedInteraction } from '../../../shared/core/activity/observed-item.ts';
import { addMilliseconds, MillisecondsPerMinute } from '../../../shared/core/kernel/time.ts';
import { dayIn } from '../../../shared/core/kernel/zoned-time.ts';
import { periodFigures } from '../../../shared/core/reports/figures.ts';
import { boundsOf } from '../../../shared/core/reports/report-period.ts';
import { rollupStore } from '../../../shared/infra/dynamo/rollup-store.ts';
import { anObservedInteraction, aPublishedReply } from '../../support/changes.ts';
import { aContext } from '../../support/contexts.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';

const Now = '2026-11-20T12:00:00.000Z';
const period = { from: '2026-11-17', to: '2026-11-19', timeZone: 'Asia/Kathmandu' };
let started: StartedTable;
let deps: Parameters<typeof countChanges>[0];

beforeAll(async () => {
  started = await startTable();
  deps = { rollups: rollupStore(started.table) };
});
afterAll(() => started.stop());

/** What may become of a comment; `null` erases it. */
const states = fc.oneof(
  fc.record({
    status: fc.constantFrom('new', 'manual', 'reply_scheduled', 'closed', 'deleted'),
    sentiment: fc.constantFrom('positive', 'gratitude', 'question', 'negative', null),
    isAnswered: fc.boolean(),
  }),
  fc.constant(null),
);
const writes = fc.array(fc.tuple(fc.integer({ min: 0, max: 11 }), states), { minLength: 1, maxLength: 60 });
/** Where batches begin and how many records each repeats of the one before. */
const batches = fc.array(
  fc.record({ length: fc.integer({ min: 1, max: 9 }), repeated: fc.integer({ min: 0, max: 6 }) }),
  {
    minLength: 60,
    maxLength: 60,
  },
);

type State = { status: string; sentiment: string | null; isAnswered: boolean } | null;

function itemOf(index: number, state: State): ObservedInteraction | undefined {
  if (!state) return undefined;
  return anObservedInteraction({
    interactionId: `int_${index}`,
    accountId: `acc_${index % 2}`,
    contentId: `con_${index % 3}`,
    isFromOwner: index === 11,
    commentedAt: addMilliseconds('2026-11-16T06:07:00.000Z', index * 433 * MillisecondsPerMinute),
    status: state.status as ObservedInteraction['status'],
    analysis:
      state.sentiment === null ? null : { sentiment: state.sentiment as 'positive', topics: ['milk'] },
    reply: state.isAnswered ? aPublishedReply : null,
  });
}

function changesOf(organizationId: string, all: [number, State][]) {
  const items = new Map<number, ObservedInteraction>();
  const changes = all.flatMap(([index, state], position): Change[] => {
    const before = items.get(index);
    const after = itemOf(index, state);
    if (after) items.set(index, after);
    else items.delete(index);
    const sequenceNumber = String(position + 1);
    const identity = { organizationId, eventId: `e${position}`, source: 'INT#0', sequenceNumber, at: Now };
    return before || after ? [{ ...identity, before, after }] : [];
  });
  return { changes, items: [...items.values()] };
}

/** The figures, counted one by one over what is stored in the end. */
function countedOneByOne(items: readonly ObservedInteraction[]) {
  const counted = items.filter(({ commentedAt, status, isFromOwner }) => {
    const day = dayIn(period.timeZone, commentedAt);
    return day >= period.from && day <= period.to && status !== 'deleted' && !isFromOwner;
  });
  const among = (sentiments: readonly (string | undefined)[]) =>
    counted.filter(({ analysis }) => sentiments.includes(analysis?.sentiment)).length;
  const answered = counted.filter(({ reply }) => reply !== null).length;
  return {
    interactions: counted.length,
    positive: among(['positive', 'gratitude']),
    neutral: among(['question']),
    negative: among(['negative']),
    unknown: among([undefined]),
    answered,
    answeredShare: counted.length > 0 ? answered / counted.length : null,
    waiting: counted.filter(({ reply, status }) => !reply && status === 'manual').length,
    clippings: 0,
  };
}

describe('the figures behind a report', () => {
  it('CM-19 equal those counted one by one, whatever happens to comments and however often batches overlap', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(writes, batches, async (all, cuts) => {
        run += 1;
        const context = aContext({ organizationId: `org_${run}` });
        const { changes, items } = changesOf(context.organizationId, all as [number, State][]);
        for (let start = 0, cut = 0; start < changes.length; cut += 1) {
          const { length = 1, repeated = 0 } = cuts[cut] ?? {};
          await countChanges(deps, changes.slice(Math.max(0, start - repeated), start + length));
          start += length;
        }
        const { from, until } = boundsOf(period);
        const buckets = await Array.fromAsync(deps.rollups.between(context, from, until));

        expect(periodFigures(period, buckets).figures).toMatchObject(countedOneByOne(items));
      }),
      { numRuns: 25 },
    );
  });
});
