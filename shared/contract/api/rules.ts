import * as z from 'zod';
import { Provider } from '../../core/accounts/social-account.ts';
import { Job } from '../../core/activity/job.ts';
import { Analysis, Sentiment } from '../../core/analysis/analysis.ts';
import { RuleTrace } from '../../core/automation/decision.ts';
import { Rule, RuleDraft } from '../../core/automation/rule.ts';
import { ScreenResult } from '../../core/automation/screens/screen-result.ts';
import { InteractionKind } from '../../core/interactions/captured-interaction.ts';
import { GateResult } from '../../core/replies/gate/gate-result.ts';
import { UndoneFinding } from '../../core/replies/undo-rule.ts';
import { endpoint } from '../endpoint.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { RuleFigures } from './rule-figures.ts';

const resource = 'automation';
const RuleParams = z.object({ ruleId: z.string() });
const read = { role: 'viewer', scope: 'automation:read' } as const;
const write = { role: 'admin', scope: 'automation:write' } as const;

export const ListRules = endpoint({
  id: 'listRules',
  method: 'GET',
  path: '/v1/rules',
  resource,
  access: read,
  summary: 'All rules by priority',
  status: 200,
  response: z.object({ items: z.array(Rule) }),
});

export const CreateRule = endpoint({
  id: 'createRule',
  method: 'POST',
  path: '/v1/rules',
  resource,
  access: write,
  summary: 'Create a rule; it is off until it is enabled',
  body: RuleDraft,
  status: 201,
  response: Rule,
  idempotent: true,
});

export const ReorderRules = endpoint({
  id: 'reorderRules',
  method: 'PUT',
  path: '/v1/rules/order',
  resource,
  access: write,
  summary: 'Set the order of all enabled rules at once',
  body: z.strictObject({ ruleIds: z.array(z.string()).max(90) }),
  status: 200,
  response: z.object({ items: z.array(Rule) }),
});

export const TestRules = endpoint({
  id: 'testRules',
  method: 'POST',
  path: '/v1/rules/test',
  resource,
  // It asks the model, which costs money.
  access: { role: 'agent', scope: 'automation:write' },
  summary: 'What would happen to a message; nothing is stored or posted',
  description:
    'With `draft`, only that rule is tried, as if it were enabled. Without `sentiment`, the model is asked.',
  body: z.strictObject({
    message: z.string().min(1).max(8_000),
    kind: InteractionKind.default('comment'),
    provider: Provider.default('facebook'),
    accountId: z.string().optional(),
    sentiment: Sentiment.optional(),
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .optional(),
    authorName: z.string().min(1).max(100).default('Alex'),
    authorFollowers: z.int().min(0).optional(),
    authorVerified: z.boolean().optional(),
    draft: RuleDraft.optional(),
  }),
  status: 200,
  response: z.object({
    wouldReply: z.boolean(),
    ruleId: z.string().nullable(),
    ruleName: z.string().nullable(),
    reason: z.string(),
    blockedBy: z.string().nullable(),
    detail: z.string().nullable(),
    reply: z.string().nullable(),
    /** The webhook that would be told instead of a reply. */
    webhookId: z.string().nullable().default(null),
    warnings: z.array(z.string()),
    analysis: Analysis.nullable(),
    screen: ScreenResult,
    trace: z.array(RuleTrace),
    /** Of a text that the model wrote. */
    gate: GateResult.nullable(),
  }),
});

export const ListRuleFigures = endpoint({
  id: 'listRuleFigures',
  method: 'GET',
  path: '/v1/rules/figures',
  resource,
  access: read,
  summary: 'How every rule did in the last 30 days, the busiest first',
  status: 200,
  response: z.object({ items: z.array(RuleFigures) }),
});

export const GetRule = endpoint({
  id: 'getRule',
  method: 'GET',
  path: '/v1/rules/{ruleId}',
  resource,
  access: read,
  summary: 'One rule',
  params: RuleParams,
  status: 200,
  response: Rule,
});

export const UpdateRule = endpoint({
  id: 'updateRule',
  method: 'PUT',
  path: '/v1/rules/{ruleId}',
  resource,
  access: write,
  summary: 'Replace a rule; what is left out takes its default, the priority stays',
  description: 'Replies that wait for a rule whose behaviour changes go to the manual queue.',
  params: RuleParams,
  body: RuleDraft,
  status: 200,
  response: Rule,
});

export const DeleteRule = endpoint({
  id: 'deleteRule',
  method: 'DELETE',
  path: '/v1/rules/{ruleId}',
  resource,
  access: write,
  summary: 'Delete a rule; its waiting replies go to the manual queue',
  params: RuleParams,
  status: 204,
});

export const EnableRule = endpoint({
  id: 'enableRule',
  method: 'POST',
  path: '/v1/rules/{ruleId}/enable',
  resource,
  access: write,
  summary: 'Switch a rule on',
  params: RuleParams,
  status: 200,
  response: Rule,
});

export const DisableRule = endpoint({
  id: 'disableRule',
  method: 'POST',
  path: '/v1/rules/{ruleId}/disable',
  resource,
  access: write,
  summary: 'Switch a rule off; its waiting replies go to the manual queue',
  params: RuleParams,
  status: 200,
  response: Rule,
});

export const UndoRule = endpoint({
  id: 'undoRule',
  method: 'POST',
  path: '/v1/rules/{ruleId}/undo',
  resource,
  access: write,
  summary: 'Delete what a rule posted since a time',
  description:
    'In a job, whose result is `{deleted, notDeleted}`. What was answered goes to the manual queue, and automation never answers it again. The rule stays as it is: disable it first. Rules that are deleted can be undone, too.',
  params: RuleParams,
  body: z.strictObject({ since: z.iso.datetime().describe('At most 30 days ago') }),
  status: 202,
  response: Job,
  idempotent: true,
});

export const ListUndoneReplies = endpoint({
  id: 'listUndoneReplies',
  method: 'GET',
  path: '/v1/rules/{ruleId}/undo/{jobId}',
  resource,
  access: read,
  summary: 'What an undo deleted, or could not delete and why',
  params: RuleParams.extend({ jobId: z.string() }),
  query: PageQuery.extend({ list: z.enum(['deleted', 'not_deleted']).default('not_deleted') }),
  status: 200,
  response: pageOf(UndoneFinding),
});

export const rulesEndpoints = [
  ListRules,
  CreateRule,
  ReorderRules,
  TestRules,
  ListRuleFigures,
  GetRule,
  UpdateRule,
  DeleteRule,
  EnableRule,
  DisableRule,
  UndoRule,
  ListUndoneReplies,
];
