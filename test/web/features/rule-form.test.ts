import { describe, expect, it } from 'vitest';
import { RuleDraft } from '../../../shared/core/automation/rule.ts';
import { draftOf, formOf } from '../../../web/src/features/automation/rule-form.ts';
import { aRule } from '../../support/conversation-builders.ts';

const rule = aRule({
  enabled: true,
  priority: 107,
  scope: { providers: ['instagram'] },
  conditions: [
    { field: 'language', operator: 'equals', value: 'de' },
    { field: 'sentiment', operator: 'equals', value: 'question' },
    { field: 'keyword', operator: 'contains', value: 'offen' },
  ],
  exclusions: { influencerFollowers: 5_000, verifiedAuthors: false },
  action: { type: 'reply_fixed', texts: ['Ja!', 'Täglich ab 8.'], includeSignature: false },
  limits: { perHour: 3, perDay: 20, authorCooldownMinutes: 5 },
  delaySeconds: 45,
});

describe('AR-05 the rule form', () => {
  it('begins a new rule as one that the API accepts, switched off', () => {
    const draft = draftOf({ ...formOf(undefined), name: 'Thank for praise', texts: 'Thank you!' }, undefined);
    expect(RuleDraft.parse(draft)).toMatchObject({
      enabled: false,
      conditions: [{ field: 'sentiment', operator: 'in', value: ['positive', 'gratitude'] }],
      action: { type: 'reply_fixed', texts: ['Thank you!'], includeSignature: true },
      delaySeconds: 120,
    });
  });

  it('keeps everything of a rule that it does not show', () => {
    const { ruleId, revision, createdAt, createdBy, updatedAt, version, ...draft } = rule;
    expect(RuleDraft.parse(draftOf(formOf(rule), rule))).toEqual({
      ...draft,
      conditions: [
        { field: 'sentiment', operator: 'in', value: ['question'] },
        { field: 'keyword', operator: 'contains', value: ['offen'] },
        { field: 'language', operator: 'equals', value: 'de' },
      ],
    });
  });

  it('drops the conditions that a person emptied', () => {
    const draft = draftOf({ ...formOf(rule), sentiments: [], keywords: ' , ' }, rule);
    expect(draft.conditions).toEqual([{ field: 'language', operator: 'equals', value: 'de' }]);
  });

  it('AR-21 takes each paragraph as a text of its own', () => {
    const draft = draftOf({ ...formOf(rule), texts: 'One.\nStill one.\n\n\nTwo.' }, rule);
    expect(draft.action).toMatchObject({ texts: ['One.\nStill one.', 'Two.'] });
  });

  it.each([
    { type: 'reply_ai', tone: 'professional', instructions: 'We sell coffee.', includeSignature: false },
    {
      type: 'reply_template_ai',
      templateId: 'tpl_1',
      tone: 'empathetic',
      instructions: '',
      includeSignature: true,
    },
    { type: 'send_webhook', webhookId: 'wh_1' },
  ] as const)('AR-08 keeps what a rule does: $type', (action) => {
    const acting = aRule({ action });
    expect(RuleDraft.parse(draftOf(formOf(acting), acting)).action).toEqual(action);
  });

  it('AR-20 keeps the active hours of a rule, also those that it cannot show', () => {
    const timeZone = 'Europe/Lisbon';
    const day = { from: '08:00', to: '12:00' };
    for (const monday of [[day], [day, { from: '14:00', to: '18:00' }]]) {
      const timed = aRule({ hours: { timeZone, monday } });
      expect(RuleDraft.parse(draftOf(formOf(timed), timed)).hours).toEqual(timed.hours);
    }
  });
});
