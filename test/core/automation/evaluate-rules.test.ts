import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateRules } from '../../../shared/core/automation/evaluate-rules.ts';
import { aRule, findings, ruleFacts } from '../../support/conversation-builders.ts';

const unused = () => 0;
const author = (overrides: object) =>
  ruleFacts({ author: { name: 'Lena', followers: 100, verified: false, ...overrides } });

describe('the evaluation of rules', () => {
  it('AR-07 lets the first match by priority act, and traces what was considered', () => {
    const rules = [
      aRule({ ruleId: 'c', name: 'Third', priority: 300 }),
      aRule({ ruleId: 'b', name: 'Second', priority: 200 }),
      aRule({
        ruleId: 'a',
        name: 'First',
        priority: 100,
        conditions: [{ field: 'language', operator: 'equals', value: 'de' }],
      }),
    ];
    const { matched, passedOver, trace } = evaluateRules(rules, author({}), unused);
    expect(matched?.ruleId).toBe('b');
    expect(passedOver).toBeUndefined();
    expect(trace).toEqual([
      {
        ruleId: 'a',
        name: 'First',
        priority: 100,
        revision: 1,
        outcome: 'not_matched',
        failed: { part: 'condition', name: 'language equals', expected: 'de', actual: 'en' },
      },
      { ruleId: 'b', name: 'Second', priority: 200, revision: 1, outcome: 'matched' },
    ]);
  });

  it.each([
    ['kinds', { scope: { kinds: ['mention'] } }, ruleFacts()],
    ['providers', { scope: { providers: ['instagram'] } }, ruleFacts()],
    ['accountIds', { scope: { accountIds: ['acc_other'] } }, ruleFacts()],
    ['channelTypes', { scope: { channelTypes: ['business'] } }, ruleFacts()],
    ['campaignIds', { scope: { campaignIds: ['cam_1'] } }, ruleFacts()],
    ['minimumConfidence', {}, ruleFacts({ analysis: findings({ confidence: 79 }) })],
    ['maximumMessageLength', {}, ruleFacts({ text: 'x'.repeat(301) })],
    ['negativeSentiment', {}, ruleFacts({ analysis: findings({ sentiment: 'negative' }) })],
    ['frustration', {}, ruleFacts({ analysis: findings({ sentiment: 'frustration' }) })],
    ['verifiedAuthors', {}, author({ verified: true })],
    ['influencers', {}, author({ followers: 10_000 })],
  ])('AR-04 AR-05 AR-06 does not match because of %s', (name, rule, facts) => {
    const { matched, trace } = evaluateRules([aRule(rule)], facts, unused);
    expect(matched).toBeUndefined();
    expect(trace).toMatchObject([{ outcome: 'not_matched', failed: { name } }]);
  });

  it.each([
    ['a switched-off exclusion', { exclusions: { verifiedAuthors: false } }, author({ verified: true })],
    ['one follower less than the threshold', {}, author({ followers: 9_999 })],
    ['a message of exactly 300 characters', {}, ruleFacts({ text: 'x'.repeat(300) })],
    ['300 emoji, which people count as one character each', {}, ruleFacts({ text: '👩🏽‍🍳'.repeat(300) })],
    ['a campaign of its scope', { scope: { campaignIds: ['cam_1'] } }, ruleFacts({ campaignId: 'cam_1' })],
  ])('AR-04 AR-05 matches with %s', (_what, rule, facts) => {
    expect(evaluateRules([aRule(rule)], facts, unused).matched?.ruleId).toBe('rule_1');
  });

  it('AR-04 does not exclude for a follower count or badge that nobody knows, and says so', () => {
    const { trace } = evaluateRules([aRule()], ruleFacts(), unused);
    expect(trace).toMatchObject([{ outcome: 'matched', unknown: ['author.verified', 'author.followers'] }]);
  });

  it('AR-10 passes over a rule whose day is spent and tries the next one', () => {
    const rules = [aRule({ limits: { perDay: 2 } }), aRule({ ruleId: 'rule_2', priority: 200 })];
    const { matched, passedOver, trace } = evaluateRules(rules, author({}), (ruleId) =>
      ruleId === 'rule_1' ? 2 : 0,
    );
    expect([matched?.ruleId, passedOver?.ruleId]).toEqual(['rule_2', 'rule_1']);
    expect(trace[0]).toMatchObject({
      outcome: 'passed_over',
      failed: { part: 'limit', name: 'perDay', expected: 2, actual: 2 },
    });
  });

  it('AR-07 does not look at rules that are off', () => {
    expect(evaluateRules([aRule({ enabled: false })], ruleFacts(), unused)).toEqual({
      matched: undefined,
      passedOver: undefined,
      trace: [],
    });
  });

  it('AR-07 gives the same answer whatever order the rules come in', () => {
    const rules = [100, 200, 300, 300].map((priority, index) =>
      aRule({ ruleId: `rule_${index}`, priority, scope: index < 2 ? { providers: ['tiktok'] } : {} }),
    );
    const expected = evaluateRules(rules, ruleFacts(), unused);
    fc.assert(
      fc.property(fc.shuffledSubarray(rules, { minLength: rules.length }), (shuffled) => {
        expect(evaluateRules(shuffled, ruleFacts(), unused)).toEqual(expected);
      }),
    );
  });
});
