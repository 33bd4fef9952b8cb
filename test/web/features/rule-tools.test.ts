import { describe, expect, it } from 'vitest';
import { backtestOf } from '../../../web/src/features/automation/backtest-form.ts';
import { entriesOf, faultsIn } from '../../../web/src/features/automation/blocklist-form.ts';
import { emptyTest, testOf } from '../../../web/src/features/automation/tester-form.ts';
import { aRule } from '../../support/conversation-builders.ts';

describe('AR-16 a tried message', () => {
  it('says only what the person said about it', () => {
    expect(testOf({ ...emptyTest, message: ' Lovely! ' }, undefined)).toEqual({
      message: 'Lovely!',
      kind: 'comment',
      provider: 'facebook',
      authorName: 'Alex',
    });
  });

  it('brings the chosen rule as a draft, with what the form does not show', () => {
    const rule = aRule({ conditions: [{ field: 'language', operator: 'in', value: ['de'] }] });
    const test = testOf({ ...emptyTest, message: 'Hi', followers: '1200', isVerified: true }, rule);
    expect(test).toMatchObject({ authorFollowers: 1200, authorVerified: true });
    expect(test.draft).toMatchObject({ name: rule.name, conditions: rule.conditions });
  });
});

it('AR-17 a backtest takes the chosen rules in their order, whether they are on or off', () => {
  const rules = [aRule({ ruleId: 'a' }), aRule({ ruleId: 'b', enabled: false }), aRule({ ruleId: 'c' })];
  const now = Date.parse('2026-11-20T10:00:00.000Z');
  expect(backtestOf(rules, { ruleIds: ['c', 'b'], days: 7, now })).toEqual({
    rules: [{ ruleId: 'b' }, { ruleId: 'c' }],
    since: '2026-11-13T10:00:00.000Z',
    until: '2026-11-20T10:00:00.000Z',
  });
});

describe('AR-11 the blocklist', () => {
  it('has one entry per line that holds something', () => {
    expect(entriesOf(' boycott \n\n refund\n')).toEqual(['boycott', 'refund']);
  });

  it.each(['expressions.1', 'body.expressions.1'])('finds the faulty entry by %s', (path) => {
    const fields = { [path]: 'At character 1: missing ).', 'words.0': 'too short' };
    expect(faultsIn(fields, 'expressions', ['fine', '(scam'])).toEqual([
      { entry: '(scam', message: 'At character 1: missing ).' },
    ]);
  });
});
