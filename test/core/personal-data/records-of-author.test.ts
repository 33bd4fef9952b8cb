import { expect, it } from 'vitest';
import type { StoredRecord, TenantRecords } from '../../../shared/core/personal-data/ports.ts';
import { recordsOfAuthor } from '../../../shared/core/personal-data/records-of-author.ts';
import { aContext } from '../../support/contexts.ts';

const author = { provider: 'facebook', authorExternalId: '4711' } as const;
const nothingKnown = { interactions: async () => new Map() };

const aRecord = (type: string, fields: Record<string, unknown>): StoredRecord => ({
  type,
  key: { partition: '', sort: type },
  fields,
});

async function found(
  records: StoredRecord[],
  items: Pick<TenantRecords, 'interactions'> = nothingKnown,
): Promise<unknown[]> {
  const theirs = await recordsOfAuthor(items, aContext(), records, author);
  return theirs.map(({ fields }) => fields);
}

it('ST-06 takes an id as a whole value or within JSON, never as a part of another id', async () => {
  const whole = { author: { externalId: '4711' } };
  const quoted = { body: JSON.stringify({ externalId: '4711' }) };
  const longer = { author: { externalId: '47110' }, body: JSON.stringify({ externalId: '14711' }) };
  const records = [whole, quoted, longer].map((fields) => aRecord('DeadLetter', fields));
  expect(await found(records)).toEqual([whole, quoted]);
});

it('ST-06 leaves a conversation with the same id on another platform alone', async () => {
  const here = { provider: 'facebook', participantId: '4711' };
  const elsewhere = { provider: 'instagram', participantId: '4711' };
  expect(await found([aRecord('Conversation', here), aRecord('Conversation', elsewhere)])).toEqual([here]);
});

it('ST-06 finds what names an erased interaction, which an earlier step has left the mark of', async () => {
  const erased = { interactions: async () => new Map([['int_1', 'erased' as const]]) };
  const records = ['int_1', 'int_2'].map((interactionId) => aRecord('Execution', { interactionId }));
  expect(await found(records, erased)).toEqual([{ interactionId: 'int_1' }]);
});

it('ST-06 looks for persons only where a type may name them', async () => {
  expect(await found([aRecord('Campaign', { name: '4711' }), aRecord('Rule', { name: 'int_1' })])).toEqual(
    [],
  );
});
