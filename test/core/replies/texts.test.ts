import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseText } from '../../../shared/core/replies/choose-text.ts';
import { textToPost } from '../../../shared/core/replies/pending-reply.ts';
import { renderTemplate, unknownVariables } from '../../../shared/core/replies/render-template.ts';
import { dueAtOf, latestSendAtOf } from '../../../shared/core/replies/reply-times.ts';
import { Noon } from '../../support/conversation-builders.ts';

describe('the text of a reply', () => {
  it('CM-18 fills in the variables', () => {
    const values = { author_name: 'Lena', content_title: 'Autumn menu', campaign_name: 'Harvest' };
    expect(renderTemplate('Hi {author_name}, about { content_title } of {campaign_name}!', values)).toEqual({
      kind: 'text',
      text: 'Hi Lena, about Autumn menu of Harvest!',
    });
  });

  it.each([null, '', '  ', '\u200b'])(
    'CM-18 blocks the reply when a variable has no value: %j',
    (author_name) => {
      expect(renderTemplate('Hi {author_name}', { author_name })).toEqual({
        kind: 'missing',
        variables: ['author_name'],
      });
    },
  );

  it('CM-18 does not read the value of a variable as a template, and keeps it on one line', () => {
    const author_name = 'Eve\n{campaign_name}';
    expect(renderTemplate('Hi {author_name}!', { author_name, campaign_name: 'Secret' })).toEqual({
      kind: 'text',
      text: 'Hi Eve campaign_name!',
    });
  });

  it.each([
    ['Hi {author_name}', []],
    ['Hi {name}, {author_name}, {name}', ['name']],
    ['An empty {} pair', ['']],
  ])('CM-18 finds unknown variables in %j', (text, unknown) => {
    expect(unknownVariables(text)).toEqual(unknown);
  });

  it('CM-18 puts the signature on a line of its own', () => {
    expect([
      textToPost({ text: 'Thank you!', signature: '' }),
      textToPost({ text: 'Thank you!', signature: 'Your Bean Bar' }),
    ]).toEqual(['Thank you!', 'Thank you!\nYour Bean Bar']);
  });

  it('AR-21 chooses the same text for the same interaction, and spreads interactions over all texts', () => {
    const texts = ['one', 'two', 'three'];
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(chooseText(texts, id, 1)).toBe(chooseText([...texts], id, 1));
      }),
    );
    const chosen = Array.from({ length: 60 }, (_, index) => chooseText(texts, `int_${index}`, 1));
    expect(new Set(chosen)).toEqual(new Set(texts));
  });
});

describe('the time of a reply', () => {
  it.each([
    [10, '2026-11-20T12:00:30.000Z'],
    [120, '2026-11-20T12:02:00.000Z'],
  ])('AR-09 a delay of %i s is due at %s, never earlier than 30 s after capture', (delaySeconds, dueAt) => {
    expect(dueAtOf(Noon, delaySeconds)).toBe(dueAt);
  });

  it('AR-10 ends 24 hours after capture, for a direct message with the platform’s window', () => {
    const of = { capturedAt: Noon, commentedAt: '2026-11-20T02:00:00.000Z' };
    expect([
      latestSendAtOf({ ...of, kind: 'comment' }),
      latestSendAtOf({ ...of, kind: 'direct_message' }),
    ]).toEqual(['2026-11-21T12:00:00.000Z', '2026-11-21T02:00:00.000Z']);
  });
});
