import { marshall } from '@aws-sdk/util-dynamodb';
import { expect, it } from 'vitest';
import { interactionPut } from '../../../shared/infra/dynamo/interaction-row.ts';
import { changeOf, StreamRecord } from '../../../shared/infra/dynamo/stream-record.ts';
import { aContext } from '../../support/contexts.ts';
import { anInteraction } from '../../support/conversation-builders.ts';

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

it('CM-19 reads a packed interaction from the event of a stream', () => {
  const interaction = anInteraction({ status: 'replied', text: 'Your flat white is wonderful!' });
  const { item } = interactionPut(aContext(), interaction);
  const change = changeOf(
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
  expect(change).toMatchObject({
    organizationId: 'org_beanbar',
    before: undefined,
    after: { type: 'Interaction', interactionId: interaction.interactionId, status: 'replied' },
  });
});
