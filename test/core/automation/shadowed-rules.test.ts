import { describe, expect, it } from 'vitest';
import { shadowedRules } from '../../../shared/core/automation/backtest/shadowed-rules.ts';
import { aRule } from '../../support/conversation-builders.ts';

const keyword = (operator: string, value: string | string[]) => ({ field: 'keyword', operator, value });
const sentiment = (operator: string, value: string | string[]) => ({ field: 'sentiment', operator, value });
const topics = (operator: string, value: string | string[]) => ({ field: 'topics', operator, value });
const language = (operator: string, value: string | string[]) => ({ field: 'language', operator, value });

function isShadowed(narrow: Record<string, unknown>, wide: Record<string, unknown> = {}): boolean {
  const rules = [aRule({ ruleId: 'wide', ...wide }), aRule({ ruleId: 'narrow', ...narrow })];
  return shadowedRules(rules).get('narrow') === 'wide';
}

describe('rules that can never win', () => {
  it.each<[name: string, narrow: Record<string, unknown>, wide: Record<string, unknown>]>([
    ['the same rule again', {}, {}],
    ['more conditions', { conditions: [keyword('contains', 'coffee')] }, {}],
    [
      'a longer keyword',
      { conditions: [keyword('contains', 'coffee bar')] },
      { conditions: [keyword('contains', ['coffee', 'tea'])] },
    ],
    [
      'a whole text',
      { conditions: [keyword('equals', 'Good coffee')] },
      { conditions: [keyword('contains', 'coffee')] },
    ],
    [
      'fewer keywords',
      { conditions: [keyword('not_contains', ['a', 'b'])] },
      { conditions: [keyword('not_contains', 'a')] },
    ],
    [
      'a narrower sentiment',
      { conditions: [sentiment('equals', 'gratitude')] },
      { conditions: [{ field: 'polarity', operator: 'equals', value: 'positive' }] },
    ],
    [
      'one of the languages',
      { conditions: [language('equals', 'de')] },
      { conditions: [language('in', ['de', 'en'])] },
    ],
    [
      'one of the topics',
      { conditions: [topics('include', 'Milk')] },
      { conditions: [topics('include', ['milk', 'beans'])] },
    ],
    ['one platform', { scope: { providers: ['youtube'] } }, {}],
    ['more exclusions', {}, { exclusions: { verifiedAuthors: false, influencers: false } }],
    ['more certainty and shorter texts', { minimumConfidence: 90, maximumMessageLength: 100 }, {}],
    ['hours', { hours: { timeZone: 'UTC', monday: [{ from: '09:00', to: '17:00' }] } }, {}],
  ])('AR-17 are found: %s', (_name, narrow, wide) => {
    expect(isShadowed(narrow, wide)).toBe(true);
  });

  it.each<[name: string, narrow: Record<string, unknown>, wide: Record<string, unknown>]>([
    [
      'another keyword',
      { conditions: [keyword('contains', 'tea')] },
      { conditions: [keyword('contains', 'coffee')] },
    ],
    [
      'a shorter keyword',
      { conditions: [keyword('contains', 'coffee')] },
      { conditions: [keyword('contains', 'coffee bar')] },
    ],
    ['a wider sentiment', {}, { conditions: [sentiment('in', ['positive', 'gratitude'])] }],
    ['all platforms', {}, { scope: { providers: ['youtube'] } }],
    ['direct messages, too', { scope: { kinds: ['comment', 'direct_message'] } }, {}],
    ['fewer exclusions', { exclusions: { verifiedAuthors: false } }, {}],
    ['more followers', { exclusions: { influencerFollowers: 50_000 } }, {}],
    ['less certainty', { minimumConfidence: 50 }, {}],
    ['longer texts', { maximumMessageLength: 1_000 }, {}],
    ['other hours', {}, { hours: { timeZone: 'UTC', monday: [{ from: '09:00', to: '17:00' }] } }],
  ])('AR-17 are not those with %s', (_name, narrow, wide) => {
    expect(isShadowed(narrow, wide)).toBe(false);
  });

  it('AR-17 counts exclusions among what narrows a sentiment', () => {
    const narrow = {
      conditions: [{ field: 'polarity', operator: 'in', value: ['positive', 'negative'] }],
      exclusions: { negativeSentiment: true, frustration: true },
    };
    expect(isShadowed(narrow, { conditions: [sentiment('in', ['positive', 'gratitude'])] })).toBe(true);
  });
});
