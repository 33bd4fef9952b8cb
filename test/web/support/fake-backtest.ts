import { GetBacktest, ListBacktestExamples, StartBacktest } from '../../../shared/contract/api/backtests.ts';
import { EmptyTally } from '../../../shared/core/automation/backtest/backtest-state.ts';
import type { FakeJobs } from './fake-jobs.ts';
import { type FakeRoute, fake } from './fake-route.ts';

const Now = '2026-11-20T10:00:00.000Z';

/** A backtest of two rules, of which the second never has its turn. */
export function fakeBacktest(jobs: FakeJobs): FakeRoute[] {
  return [
    fake(StartBacktest, () => jobs.start('backtest', {})),
    fake(GetBacktest, ({ params }) => ({
      job: jobs.find(params.jobId),
      result: {
        since: '2026-10-21T10:00:00.000Z',
        until: Now,
        totals: {
          ...EmptyTally,
          interactions: 480,
          answered: 131,
          answeredInFact: 118,
          newlyAnswered: 15,
          noLongerAnswered: 2,
          unchanged: 463,
          blocked: { 'safety:medical': 9 },
          blockedMatches: 4,
          limited: { limit_daily: 3 },
        },
        rules: [
          { ruleId: 'rule_1', name: 'Thank for praise', matched: 140, answered: 131, takenBy: {} },
          { ruleId: 'rule_2', name: 'Opening hours', matched: 6, answered: 0, takenBy: { rule_1: 6 } },
        ],
        neverWins: [
          { ruleId: 'rule_2', name: 'Opening hours', why: 'always_taken' as const, byRuleId: 'rule_1' },
        ],
      },
    })),
    fake(ListBacktestExamples, ({ query }) => ({
      items:
        query.list === 'newly_answered'
          ? [
              {
                interactionId: 'int_praise',
                commentedAt: Now,
                authorName: 'Lena Hartmann',
                preview: 'Best flat white in town.',
                inFact: { by: 'nobody' as const },
                ending: 'answered' as const,
                by: null,
                ruleId: 'rule_1',
                ruleName: 'Thank for praise',
                reply: 'Thank you so much! ☕',
              },
            ]
          : [],
    })),
  ];
}
