import { describe, expect, it } from 'vitest';
import { assertRuleIsSound } from '../../../shared/core/automation/check-rule.ts';
import { RuleDraft } from '../../../shared/core/automation/rule.ts';
import { aDraft } from '../../support/conversation-builders.ts';

const least = { name: 'Thank for praise', action: { type: 'reply_fixed', texts: ['Thank you!'] } };

describe('a rule as a person writes it', () => {
  it('AR-05 is off, cautious and limited unless told otherwise', () => {
    expect(RuleDraft.parse(least)).toEqual({
      name: 'Thank for praise',
      description: '',
      enabled: false,
      scope: {
        providers: [],
        accountIds: [],
        channelTypes: [],
        campaignIds: [],
        kinds: ['comment', 'reply'],
      },
      conditions: [],
      minimumConfidence: 80,
      maximumMessageLength: 300,
      exclusions: {
        negativeSentiment: true,
        frustration: true,
        verifiedAuthors: true,
        influencers: true,
        influencerFollowers: 10_000,
        medicalQuestions: true,
        escalations: true,
      },
      action: { type: 'reply_fixed', texts: ['Thank you!'], includeSignature: true },
      limits: { perHour: 10, perDay: 50, authorCooldownMinutes: 60 },
      hours: null,
      delaySeconds: 120,
    });
  });

  it.each([
    ['a name of two letters', { name: 'ab' }],
    ['a delay below 30 seconds', { delaySeconds: 29 }],
    ['a delay above an hour', { delaySeconds: 3_601 }],
    ['a day limit of 0', { limits: { perDay: 0 } }],
    ['a day limit above 1,000', { limits: { perDay: 1_001 } }],
    ['no text', { action: { type: 'reply_fixed', texts: [] } }],
    ['an unknown condition', { conditions: [{ field: 'mood', operator: 'equals', value: 'good' }] }],
    [
      'an operator that the field lacks',
      { conditions: [{ field: 'sentiment', operator: 'contains', value: 'x' }] },
    ],
    ['an unknown sentiment', { conditions: [{ field: 'sentiment', operator: 'equals', value: 'angry' }] }],
    ['a field that does not exist', { color: 'red' }],
  ])('AR-05 refuses %s', (_what, overrides) => {
    expect(RuleDraft.safeParse({ ...least, ...overrides }).success).toBe(false);
  });

  it.each(['medicalQuestions', 'escalations'])('AR-04 refuses to switch %s off', (name) => {
    expect(() => assertRuleIsSound(aDraft({ exclusions: { [name]: false } }))).toThrow(
      expect.objectContaining({ kind: 'invalid', code: 'safety_locked' }),
    );
  });

  const sentiment = (operator: string, value: unknown) => ({ field: 'sentiment', operator, value });
  const polarity = (value: string) => ({ field: 'polarity', operator: 'equals', value });

  it.each([
    ['the excluded sentiment', { conditions: [sentiment('equals', 'negative')] }],
    ['only excluded sentiments', { conditions: [sentiment('in', ['negative', 'frustration'])] }],
    ['the excluded polarity', { conditions: [polarity('negative')] }],
    ['two sentiments at once', { conditions: [sentiment('equals', 'question'), polarity('positive')] }],
  ])('AR-05 refuses a rule that asks for %s', (_what, overrides) => {
    expect(() => assertRuleIsSound(aDraft(overrides))).toThrow(
      expect.objectContaining({ kind: 'invalid', code: 'rule_can_never_match' }),
    );
  });

  it('AR-05 takes a rule for frustration that does not exclude it', () => {
    const draft = aDraft({ conditions: [polarity('negative')], exclusions: { frustration: false } });
    expect(() => assertRuleIsSound(draft)).not.toThrow();
  });

  it('CM-18 refuses a text with an unknown variable, naming it', () => {
    const draft = aDraft({ action: { type: 'reply_fixed', texts: ['Hi {author_name}', 'Hi {first_name}'] } });
    expect(() => assertRuleIsSound(draft)).toThrow(
      expect.objectContaining({ code: 'unknown_variable', details: { unknown: ['first_name'] } }),
    );
  });
});
