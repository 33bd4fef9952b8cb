import { marshall } from '@aws-sdk/util-dynamodb';
import { expect, it } from 'vitest';
import { sentToWebhook } from '../../../shared/core/replies/transitions.ts';
import { webhookEventsOf } from '../../../shared/core/webhooks/events-of-change.ts';
import { executionWrite } from '../../../shared/infra/dynamo/execution-store.ts';
import { interactionPut } from '../../../shared/infra/dynamo/interaction-row.ts';
import { changeOf, StreamRecord } from '../../../shared/infra/dynamo/stream-record.ts';
import { aContext } from '../../support/contexts.ts';
import { anInteraction, aPendingReply, Noon } from '../../support/conversation-builders.ts';

/** As JSON carries it into a function: bytes are base64 there. */
function throughJson(item: Record<string, unknown>): unknown {
  const attributes = Object.entries(marshall(item, { removeUndefinedValues: true }));
  return Object.fromEntries(
    attributes.map(([name, value]) => [
      name,
      value.B ? { B: Buffer.from(value.B).toString('base64') } : value,
    ]),
  );
}

/** A new item of a tenant, as the stream tells of it. */
function created(item: Record<string, unknown>) {
  return changeOf(
    StreamRecord.parse({
      eventID: 'event_1',
      dynamodb: {
        ApproximateCreationDateTime: 1_795_176_000,
        Keys: { pk: { S: 'ORG#org_beanbar#INT#0' } },
        SequenceNumber: '111',
        NewImage: throughJson(item),
      },
    }),
  );
}

it('CM-19 reads a packed interaction from the event of a stream', () => {
  const interaction = anInteraction({ status: 'replied', text: 'Your flat white is wonderful!' });
  expect(created(interactionPut(aContext(), interaction).item)).toMatchObject({
    organizationId: 'org_beanbar',
    before: undefined,
    after: { type: 'Interaction', interactionId: interaction.interactionId, status: 'replied' },
  });
});

it('AR-08 reads from a packed execution which webhook its rule tells', () => {
  const interaction = anInteraction();
  const pending = aPendingReply();
  const { executions = [] } = sentToWebhook(interaction, pending, 'whk_1', Noon);
  const [execution] = executions;
  if (!execution) throw new Error('Nothing was recorded.');
  const write = executionWrite(execution);
  const change = 'put' in write ? created(write.put.item) : undefined;

  expect(change?.after).toMatchObject({ type: 'Execution', outcome: 'webhook_sent', webhookId: 'whk_1' });
  expect(change && webhookEventsOf(change)).toMatchObject([
    { webhookId: 'whk_1', event: { type: 'automation.executed', data: { outcome: 'webhook_sent' } } },
  ]);
});
