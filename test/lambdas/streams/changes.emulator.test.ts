import { marshall } from '@aws-sdk/util-dynamodb';
import type { Context, DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileActivity } from '../../../shared/core/activity/file-activity.ts';
import { activityStore } from '../../../shared/infra/dynamo/activity-store.ts';
import { interactionPut } from '../../../shared/infra/dynamo/interaction-row.ts';
import { changeConsumer } from '../../../shared/runtime/changes.ts';
import { aPublishedReply } from '../../support/changes.ts';
import { fixedClock } from '../../support/clock.ts';
import { aContext } from '../../support/contexts.ts';
import { anInteraction } from '../../support/conversation-builders.ts';
import { type StartedTable, startTable } from '../../support/start-table.ts';

const Now = '2026-11-20T12:00:02.000Z';
let started: StartedTable;
let deps: Parameters<typeof fileActivity>[0];

beforeAll(async () => {
  started = await startTable();
  deps = { activity: activityStore(started.table) };
  for (const organizationId of ['org_beanbar', 'org_milkbar', 'org_late'])
    await deps.activity.follow(aContext({ organizationId }), Now);
});
afterAll(() => started.stop());

const stored = (overrides: Parameters<typeof anInteraction>[0] = {}) =>
  interactionPut(aContext(), anInteraction(overrides)).item;
const comment = stored();
const answered = stored({ status: 'replied', reply: aPublishedReply });

function record(sequence: number, pk: string, before: unknown, after: unknown): DynamoDBRecord {
  return {
    eventID: `event${sequence}`,
    eventName: before ? 'MODIFY' : 'INSERT',
    dynamodb: {
      ApproximateCreationDateTime: 1_795_176_000 + sequence / 1_000,
      Keys: { pk: { S: pk }, sk: { S: 'int_1' } },
      SequenceNumber: String(sequence),
      ...(before !== undefined && { OldImage: marshall(before) }),
      ...(after !== undefined && { NewImage: marshall(after) }),
    } as DynamoDBRecord['dynamodb'],
  };
}

function consume(records: DynamoDBRecord[], work: typeof fileActivity = fileActivity) {
  const handler = changeConsumer((changes, now) => work(deps, changes, now), { clock: fixedClock(Now) });
  return handler({ Records: records }, { awsRequestId: 'r' } as Context);
}

const eventsOf = async (organizationId: string) => {
  const found = deps.activity.since(aContext({ organizationId }), '2026-11-20T11:00:00.000Z', Now);
  return (await Array.fromAsync(found)).map(({ type, id }) => [type, id]);
};

describe('the consumer of the stream', () => {
  it('RT-01 files an event for a change, and a replay of the batch changes nothing', async () => {
    const batch = [
      record(1, 'ORG#org_beanbar#INT#0', undefined, { ...comment, secret: 'never read' }),
      record(2, 'ORG#org_beanbar#INT#0', comment, answered),
    ];
    const answers = [await consume(batch), await consume(batch), await consume(batch.slice(1))];

    expect(answers).toEqual(Array(3).fill({ batchItemFailures: [] }));
    expect(await eventsOf('org_beanbar')).toEqual([
      ['interaction.created', '2026-11-20T12:00:00.001Z_event1'],
      ['reply.posted', '2026-11-20T12:00:00.002Z_event2'],
    ]);
    expect(await eventsOf('org_teahouse')).toEqual([]);
  });

  it('lets a record that cannot be read not hold up the others', async () => {
    const unreadable = record(3, 'ORG#org_milkbar#INT#0', undefined, { type: 'Interaction', broken: true });
    const readable = record(4, 'ORG#org_milkbar#INT#0', undefined, comment);

    expect(await consume([unreadable, readable])).toEqual({ batchItemFailures: [] });
    expect(await eventsOf('org_milkbar')).toEqual([
      ['interaction.created', '2026-11-20T12:00:00.004Z_event4'],
    ]);
  });

  it('asks for the whole batch again when recording fails', async () => {
    const failing = async () => {
      throw new Error('throttled');
    };

    expect(await consume([record(5, 'ORG#org_x#INT#0', undefined, comment)], failing)).toEqual({
      batchItemFailures: [{ itemIdentifier: '5' }],
    });
  });

  it('RT-02 files what arrives late under the present, where open streams still look', async () => {
    const late = { ...record(6, 'ORG#org_late#INT#0', undefined, comment) };
    const dynamodb = { ...late.dynamodb, ApproximateCreationDateTime: 1_795_175_900 };
    await consume([{ ...late, dynamodb }]);
    const recent = deps.activity.since(aContext({ organizationId: 'org_late' }), Now, Now);

    expect((await Array.fromAsync(recent)).map(({ at }) => at)).toEqual(['2026-11-20T11:58:20.000Z']);
  });
});
