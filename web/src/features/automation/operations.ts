import type * as analytics from '../../../../shared/contract/api/analytics.ts';
import type * as automation from '../../../../shared/contract/api/automation.ts';
import type * as backtests from '../../../../shared/contract/api/backtests.ts';
import type * as replyTexts from '../../../../shared/contract/api/reply-texts.ts';
import type * as rules from '../../../../shared/contract/api/rules.ts';
import { type Answer, type Arguments, operation } from '../../lib/operation.ts';

export type Rule = Answer<typeof rules.GetRule>;
export type RuleDraft = Arguments<typeof rules.CreateRule>['body'];
export type Condition = Rule['conditions'][number];
export type Execution = Answer<typeof automation.ListExecutions>['items'][number];
export type ExecutionOutcome = Execution['outcome'];
export type AutomationState = Answer<typeof automation.GetAutomation>;
export type Figures = Answer<typeof analytics.GetAutomationAnalytics>;
export type RuleFigures = Answer<typeof rules.ListRuleFigures>['items'][number];
export type TestMessage = Arguments<typeof rules.TestRules>['body'];
export type TestResult = Answer<typeof rules.TestRules>;
export type Blocklist = Answer<typeof replyTexts.GetBlocklist>;
export type BacktestRequest = Arguments<typeof backtests.StartBacktest>['body'];
export type BacktestOutcome = NonNullable<Answer<typeof backtests.GetBacktest>['result']>;
export type Example = Answer<typeof backtests.ListBacktestExamples>['items'][number];
export type TemplateDraft = Arguments<typeof replyTexts.CreateTemplate>['body'];

export const ListRules = operation<typeof rules.ListRules>('GET', '/v1/rules', false);
export const CreateRule = operation<typeof rules.CreateRule>('POST', '/v1/rules', true);
export const UpdateRule = operation<typeof rules.UpdateRule>('PUT', '/v1/rules/{ruleId}', false);
export const DeleteRule = operation<typeof rules.DeleteRule>('DELETE', '/v1/rules/{ruleId}', false);
export const EnableRule = operation<typeof rules.EnableRule>('POST', '/v1/rules/{ruleId}/enable', false);
export const DisableRule = operation<typeof rules.DisableRule>('POST', '/v1/rules/{ruleId}/disable', false);
export const ReorderRules = operation<typeof rules.ReorderRules>('PUT', '/v1/rules/order', false);
export const ListExecutions = operation<typeof automation.ListExecutions>('GET', '/v1/executions', false);
export const GetAutomation = operation<typeof automation.GetAutomation>('GET', '/v1/automation', false);
export const PauseAutomation = operation<typeof automation.PauseAutomation>(
  'PUT',
  '/v1/automation/pause',
  false,
);
export const SwitchDryRun = operation<typeof automation.SwitchDryRun>('PUT', '/v1/automation/dry-run', false);
export const CreateTemplate = operation<typeof replyTexts.CreateTemplate>('POST', '/v1/templates', true);
export const UpdateTemplate = operation<typeof replyTexts.UpdateTemplate>(
  'PUT',
  '/v1/templates/{templateId}',
  false,
);
export const DeleteTemplate = operation<typeof replyTexts.DeleteTemplate>(
  'DELETE',
  '/v1/templates/{templateId}',
  false,
);
export const DropHeldReplies = operation<typeof automation.DropHeldReplies>(
  'POST',
  '/v1/automation/held-replies/drop',
  true,
);
export const GetFigures = operation<typeof analytics.GetAutomationAnalytics>(
  'GET',
  '/v1/analytics/automation',
  false,
);
export const ListRuleFigures = operation<typeof rules.ListRuleFigures>('GET', '/v1/rules/figures', false);
export const UndoRule = operation<typeof rules.UndoRule>('POST', '/v1/rules/{ruleId}/undo', true);
export const ListUndone = operation<typeof rules.ListUndoneReplies>(
  'GET',
  '/v1/rules/{ruleId}/undo/{jobId}',
  false,
);
export const TestRules = operation<typeof rules.TestRules>('POST', '/v1/rules/test', false);
export const GetBlocklist = operation<typeof replyTexts.GetBlocklist>('GET', '/v1/blocklist', false);
export const SaveBlocklist = operation<typeof replyTexts.SaveBlocklist>('PUT', '/v1/blocklist', false);
export const StartBacktest = operation<typeof backtests.StartBacktest>(
  'POST',
  '/v1/automation/backtests',
  true,
);
export const GetBacktest = operation<typeof backtests.GetBacktest>(
  'GET',
  '/v1/automation/backtests/{jobId}',
  false,
);
export const ListExamples = operation<typeof backtests.ListBacktestExamples>(
  'GET',
  '/v1/automation/backtests/{jobId}/examples',
  false,
);

export const ExampleLists = [
  'newly_answered',
  'no_longer_answered',
  'taken_from_another_rule',
  'blocked_by_safety',
  'limited',
] as const;
export type ExampleList = (typeof ExampleLists)[number];
