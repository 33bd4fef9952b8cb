import { describe, expect, it } from 'vitest';
import { Condition, conditionHolds } from '../../../shared/core/automation/condition.ts';
import type { RuleFacts } from '../../../shared/core/automation/rule-facts.ts';
import { findings, ruleFacts } from '../../support/conversation-builders.ts';

const said = (text: string) => ruleFacts({ text });
const found = (overrides: Parameters<typeof findings>[0]) => ruleFacts({ analysis: findings(overrides) });
const by = (name: string) => ruleFacts({ author: { name, followers: null, verified: null } });

const cases: [field: string, operator: string, value: unknown, holds: RuleFacts, fails: RuleFacts][] = [
  ['keyword', 'contains', 'open', said('When do you OPEN?'), said('Lovely!')],
  ['keyword', 'contains', ['price', 'cost'], said('What does it cost?'), said('Lovely!')],
  ['keyword', 'contains', 'straße', said('In der HAUPTSTRASSE?'), said('Am Platz')],
  ['keyword', 'contains', "what's", said('What’s new?'), said('What is new?')],
  ['keyword', 'contains', 'café', said('Cafe\u0301 am Eck'), said('Cafeteria')],
  ['keyword', 'not_contains', ['price', 'cost'], said('Lovely!'), said('The price?')],
  ['keyword', 'equals', ['thanks', 'danke'], said('  Danke '), said('Danke schön')],
  ['sentiment', 'equals', 'question', found({ sentiment: 'question' }), found({ sentiment: 'neutral' })],
  [
    'sentiment',
    'in',
    ['positive', 'gratitude'],
    found({ sentiment: 'gratitude' }),
    found({ sentiment: 'question' }),
  ],
  ['polarity', 'equals', 'positive', found({ sentiment: 'gratitude' }), found({ sentiment: 'question' })],
  [
    'polarity',
    'in',
    ['neutral', 'negative'],
    found({ sentiment: 'frustration' }),
    found({ sentiment: 'positive' }),
  ],
  ['author_name', 'contains', 'ana', by('Ana Paula'), by('Lena')],
  ['author_name', 'equals', 'ana paula', by('Ana Paula'), by('Ana')],
  ['topics', 'include', ['price', 'coffee'], found({ topics: ['Coffee'] }), found({ topics: ['cake'] })],
  ['topics', 'exclude', 'price', found({ topics: [] }), found({ topics: ['price', 'cake'] })],
  ['language', 'equals', 'de', found({ language: 'de' }), found({ language: 'en' })],
  ['language', 'in', ['de', 'pt'], found({ language: 'pt' }), found({ language: 'en' })],
];

describe('the conditions of a rule', () => {
  it.each(cases)('AR-06 %s %s %j', (field, operator, value, holds, fails) => {
    const condition = Condition.parse({ field, operator, value });
    expect([conditionHolds(condition, holds), conditionHolds(condition, fails)]).toEqual([true, false]);
  });
});
