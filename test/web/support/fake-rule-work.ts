import { GetAutomationAnalytics } from '../../../shared/contract/api/analytics.ts';
import { ListRuleFigures, ListUndoneReplies, UndoRule } from '../../../shared/contract/api/rules.ts';
import type { FakeJobs } from './fake-jobs.ts';
import { type FakeRoute, fake } from './fake-route.ts';

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
