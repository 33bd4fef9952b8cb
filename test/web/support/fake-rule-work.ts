import { GetAutomationAnalytics } from '../../../shared/contract/api/analytics.ts';
import { GetBlocklist, SaveBlocklist } from '../../../shared/contract/api/reply-texts.ts';
import {
  ListRuleFigures,
  ListUndoneReplies,
  TestRules,
  UndoRule,
} from '../../../shared/contract/api/rules.ts';
import { anAnalysis } from '../../support/conversation-builders.ts';
import type { FakeJobs } from './fake-jobs.ts';
import { FakeProblem, type FakeRoute, fake } from './fake-route.ts';

const Now = '2026-11-20T10:00:00.000Z';

const praise = {
  ruleId: 'rule_1',
  name: 'Thank for praise',
  fired: 120,
  succeeded: 118,
  failed: 2,
  successShare: 118 / 120,
  today: 7,
  lastFiredAt: Now,
};

const figures = {
  processed: 480,
  autoReplied: 118,
  autoRepliedShare: 118 / 480,
  blocked: { medical: 9, escalation: 14, blocklist: 3, limit: 6, other: 1 },
  failed: 1,
  unconfirmed: 1,
  cancelled: 4,
  webhooksSent: 0,
  dryRun: 0,
  averageProcessingSeconds: 1.4,
};

/** What is known of rules, and the long work that is done with them. */
export function fakeRuleWork(jobs: FakeJobs): FakeRoute[] {
  let blocklist = {
    words: ['boycott'],
    expressions: ['re+fund'],
    updatedAt: Now as string | null,
    version: 3,
  };
  return [
    fake(ListRuleFigures, () => ({ items: [praise] })),
    fake(GetAutomationAnalytics, ({ query: { from, to } }) => ({
      period: { from, to, timeZone: 'UTC' },
      figures,
      previous: { period: { from, to, timeZone: 'UTC' }, figures: { ...figures, processed: 390 } },
      days: [
        { day: '2026-11-19', processed: 14, autoReplied: 5 },
        { day: '2026-11-20', processed: 22, autoReplied: 7 },
      ],
      rules: [praise],
    })),
    fake(TestRules, ({ body: { message, draft } }) => ({
      wouldReply: true,
      ruleId: 'rule_1',
      ruleName: draft?.name ?? praise.name,
      reason: 'rule_matched',
      blockedBy: null,
      detail: null,
      reply: 'Thank you so much! ☕',
      webhookId: null,
      warnings: ['Dry run is on: nothing is posted.'],
      analysis: anAnalysis({ sentiment: 'gratitude', topics: [message.slice(0, 9)] }),
      screen: { medical: false, escalation: false, matched: [] },
      trace: [
        { ruleId: 'rule_1', name: praise.name, priority: 100, revision: 1, outcome: 'matched' as const },
      ],
      gate: null,
    })),
    fake(GetBlocklist, () => blocklist),
    fake(SaveBlocklist, ({ body: { words, expressions = [] } }) => {
      const faulty = expressions.findIndex(
        (expression) => expression.includes('(') && !expression.includes(')'),
      );
      if (faulty >= 0) {
        const errors = [{ path: `expressions.${faulty}`, message: 'At character 1: missing ).' }];
        throw new FakeProblem(400, 'invalid_expression', 'An expression is faulty.', errors);
      }
      blocklist = { words, expressions, updatedAt: Now, version: blocklist.version + 1 };
      return blocklist;
    }),
    fake(UndoRule, () => jobs.start('rule_undo', { deleted: 3, notDeleted: 1 })),
    fake(ListUndoneReplies, () => ({
      items: [
        {
          interactionId: 'int_answered',
          externalReplyId: 'r1',
          text: 'Obrigado, Inês! Até breve.',
          repliedAt: Now,
          reason: 'not_allowed',
          detail: null,
        },
      ],
    })),
  ];
}
