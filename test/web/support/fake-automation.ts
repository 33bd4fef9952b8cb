import {
  DropHeldReplies,
  GetAutomation,
  ListExecutions,
  PauseAutomation,
  SwitchDryRun,
} from '../../../shared/contract/api/automation.ts';
import { CreateTemplate, ListTemplates } from '../../../shared/contract/api/reply-texts.ts';
import {
  CreateRule,
  DeleteRule,
  DisableRule,
  EnableRule,
  ListRules,
  ReorderRules,
} from '../../../shared/contract/api/rules.ts';
import type { Execution } from '../../../shared/core/automation/execution.ts';
import type { Rule } from '../../../shared/core/automation/rule.ts';
import type { ReplyTemplate } from '../../../shared/core/automation/template.ts';
import { aRule } from '../../support/conversation-builders.ts';
import type { FakeJobs } from './fake-jobs.ts';
import { FakeProblem, type FakeRoute, fake } from './fake-route.ts';

const Now = '2026-11-20T10:00:00.000Z';

function someRules(): Rule[] {
  return [
    aRule({
      description: 'Kind words get kind words back.',
      conditions: [{ field: 'sentiment', operator: 'in', value: ['positive', 'gratitude'] }],
      action: {
        type: 'reply_fixed',
        texts: ['Thank you so much! ☕', 'That makes our day.', 'See you soon!'],
      },
    }),
    aRule({
      ruleId: 'rule_2',
      name: 'Opening hours',
      priority: 101,
      enabled: false,
      conditions: [
        { field: 'sentiment', operator: 'in', value: ['question'] },
        { field: 'keyword', operator: 'contains', value: ['open', 'hours', 'offen', 'aberto'] },
      ],
      action: { type: 'reply_template', templateIds: ['tpl_hours'] },
    }),
  ];
}

function anExecution(overrides: Partial<Execution>): Execution {
  return {
    executionId: 'exe_1',
    interactionId: 'int_answered',
    revision: 1,
    provider: 'facebook',
    accountId: 'acc_page',
    ruleId: 'rule_1',
    ruleName: 'Thank for praise',
    ruleRevision: 1,
    actionType: 'reply_fixed',
    shouldAutoReply: true,
    reason: 'posted',
    blockedBy: null,
    trace: [
      {
        ruleId: 'rule_1',
        name: 'Thank for praise',
        priority: 100,
        revision: 1,
        outcome: 'matched',
        unknown: ['followers'],
      },
    ],
    outcome: 'replied',
    preparedText: 'Obrigado, Inês! Até breve.',
    postedText: 'Obrigado, Inês! Até breve.',
    externalReplyId: 'r1',
    success: true,
    error: null,
    delaySeconds: 124,
    processingMilliseconds: 812,
    decidedAt: Now,
    completedAt: Now,
    ...overrides,
  };
}

const executions: readonly Execution[] = [
  anExecution({
    executionId: 'exe_2',
    interactionId: 'int_medical',
    ruleId: null,
    ruleName: null,
    outcome: 'blocked',
    reason: 'medical',
    blockedBy: 'safety:medical',
    preparedText: null,
    postedText: null,
    delaySeconds: null,
    success: false,
    trace: [],
  }),
  anExecution({}),
];

const hours: ReplyTemplate = {
  templateId: 'tpl_hours',
  name: 'Opening hours',
  text: 'Hello {author_name}! We are open every day from 8 to 19.',
  language: 'en',
  createdAt: Now,
  updatedAt: Now,
  version: 1,
};

export function fakeAutomation(jobs: FakeJobs): FakeRoute[] {
  const rules = someRules();
  const templates = [hours];
  let held = 12;
  let state = { pausedAt: null as string | null, dryRun: false };
  const find = (ruleId: string): Rule => {
    const rule = rules.find((one) => one.ruleId === ruleId);
    if (!rule) throw new FakeProblem(404, 'not_found', 'The rule was not found.');
    return rule;
  };
  const answer = () => ({
    ...state,
    pausedBy: null,
    enabledRules: rules.filter((rule) => rule.enabled).length,
    heldReplies: state.pausedAt === null ? null : { count: held, isComplete: true },
  });
  return [
    fake(ListRules, () => ({ items: rules.toSorted((one, other) => one.priority - other.priority) })),
    fake(CreateRule, ({ body }) => {
      const rule = aRule({ ...body, ruleId: `rule_${rules.length + 1}`, priority: 200 + rules.length });
      rules.push(rule);
      return rule;
    }),
    fake(EnableRule, ({ params }) => Object.assign(find(params.ruleId), { enabled: true })),
    fake(DisableRule, ({ params }) => Object.assign(find(params.ruleId), { enabled: false })),
    fake(DeleteRule, ({ params }) => {
      rules.splice(rules.indexOf(find(params.ruleId)), 1);
      return undefined;
    }),
    fake(ReorderRules, ({ body }) => ({
      items: body.ruleIds.map((ruleId, index) => Object.assign(find(ruleId), { priority: 100 + index })),
    })),
    fake(ListExecutions, ({ query }) => ({
      items: executions.filter(
        (one) =>
          (!query.interactionId || one.interactionId === query.interactionId) &&
          (!query.outcome || one.outcome === query.outcome) &&
          (!query.ruleId || one.ruleId === query.ruleId),
      ),
    })),
    fake(GetAutomation, answer),
    fake(PauseAutomation, ({ body }) => {
      state = { ...state, pausedAt: body.paused ? Now : null };
      return { ...answer(), releaseJobId: null };
    }),
    fake(DropHeldReplies, () => {
      const dropped = held;
      held = 0;
      return jobs.start('held_drop', { dropped });
    }),
    fake(SwitchDryRun, ({ body }) => {
      state = { ...state, dryRun: body.dryRun };
      return answer();
    }),
    fake(ListTemplates, () => ({ items: templates })),
    fake(CreateTemplate, ({ body }) => {
      const template = { ...hours, ...body, templateId: `tpl_${templates.length}` };
      templates.push(template);
      return template;
    }),
  ];
}
