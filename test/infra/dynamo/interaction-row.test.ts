import { describe, expect, it } from 'vitest';
import { hashOfText } from '../../../shared/core/interactions/interaction.ts';
import { sha256 } from '../../../shared/core/kernel/digest.ts';
import { interactionPut, knownOf } from '../../../shared/infra/dynamo/interaction-row.ts';
import { PackingDictionary } from '../../../shared/infra/dynamo/packing-dictionary.ts';
import { aContext } from '../../support/contexts.ts';
import { anInteraction, aPendingReply } from '../../support/conversation-builders.ts';

const rowOf = (overrides: Parameters<typeof anInteraction>[0] = {}) =>
  interactionPut(aContext(), anInteraction(overrides)).item;

describe('the row of an interaction', () => {
  it('CM-11 gives back every field, whatever the length of its text', () => {
    for (const text of [
      '',
      'Schön! 👩‍👩‍👧',
      'x'.repeat(199),
      `${'👍'.repeat(200)}!`,
      'Wörter '.repeat(900),
    ]) {
      const interaction = anInteraction({
        text,
        textHash: hashOfText(text),
        tags: ['vip'],
        isRead: true,
        status: 'reply_scheduled',
        pendingReply: aPendingReply(),
      });
      expect(knownOf(interactionPut(aContext(), interaction).item)).toEqual(interaction);
    }
  });

  it('gives back fields that say the same as the text', () => {
    for (const text of [
      'person_1',
      '2026-11-20T12:00:00.000Z',
      '~1',
      '~~',
      '2026-02-30T12:00:00.000Z',
      'coffee',
      '',
    ]) {
      const interaction = anInteraction({ text, textHash: hashOfText(text), note: text });
      expect(knownOf(interactionPut(aContext(), interaction).item)).toEqual(interaction);
    }
  });

  it('tells its id by its key, and an id that does not follow from the platform by itself', () => {
    const { item } = interactionPut(aContext(), anInteraction());
    expect(JSON.stringify(item)).not.toContain(anInteraction().interactionId);
    const imported = anInteraction({ interactionId: 'int_imported' });
    expect(knownOf(interactionPut(aContext(), imported).item)).toEqual(imported);
  });

  it('refuses bytes that were packed with another dictionary', () => {
    expect(() => knownOf({ ...rowOf(), packed: Buffer.of(1, 1, 2, 3) })).toThrow('dictionary');
  });

  it('is packed with a dictionary that never changes', () => {
    expect(sha256(PackingDictionary)).toBe(
      '456ee758263b44d9e7e950232d463805c822d031627a7b5ec36511067dc97a03',
    );
  });
});
