import type { SaveBlocklistDeps } from '../../../shared/core/automation/blocklist.ts';
import type { ChangeRuleDeps } from '../../../shared/core/automation/change-rules.ts';
import type {
  BlocklistStore,
  ExecutionStore,
  RuleStore,
  TemplateStore,
} from '../../../shared/core/automation/ports.ts';
import type { StatisticsDeps } from '../../../shared/core/automation/rule-figures.ts';
import type { SwitchDeps } from '../../../shared/core/automation/switch-automation.ts';
import type { TestDeps } from '../../../shared/core/automation/test-rules.ts';
import type { NewId } from '../../../shared/core/kernel/ids.ts';
import { accounts } from '../../../shared/runtime/live/accounts.ts';
import { analysisModel } from '../../../shared/runtime/live/analysis-model.ts';
import { blocklists } from '../../../shared/runtime/live/blocklists.ts';
import { newId } from '../../../shared/runtime/live/clock.ts';
import { executions } from '../../../shared/runtime/live/executions.ts';
import { findRegexFault } from '../../../shared/runtime/live/find-regex-fault.ts';
import { interactions } from '../../../shared/runtime/live/interactions.ts';
import { jobWork } from '../../../shared/runtime/live/job-work.ts';
import { jobs } from '../../../shared/runtime/live/jobs.ts';
import { limits } from '../../../shared/runtime/live/limits.ts';
import { organizations } from '../../../shared/runtime/live/organizations.ts';
import { suggestionModel } from '../../../shared/runtime/live/reply-model.ts';
import { rollups } from '../../../shared/runtime/live/rollups.ts';
import { rules } from '../../../shared/runtime/live/rules.ts';
import { sendSlice } from '../../../shared/runtime/live/send-slice.ts';
import { templates } from '../../../shared/runtime/live/templates.ts';
import { webhooks } from '../../../shared/runtime/live/webhooks.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import { createRule } from './create-rule.ts';
import { createTemplate } from './create-template.ts';
import { deleteRule } from './delete-rule.ts';
import { deleteTemplate } from './delete-template.ts';
import { disableRule } from './disable-rule.ts';
import { dropHeldReplies } from './drop-held-replies.ts';
import { enableRule } from './enable-rule.ts';
import { getAutomation } from './get-automation.ts';
import { getBacktest } from './get-backtest.ts';
import { getBlocklist } from './get-blocklist.ts';
import { getRule } from './get-rule.ts';
import { listBacktestExamples } from './list-backtest-examples.ts';
import { listExecutions } from './list-executions.ts';
import { listRuleFigures } from './list-rule-figures.ts';
import { listRules } from './list-rules.ts';
import { listTemplates } from './list-templates.ts';
import { listUndoneReplies } from './list-undone-replies.ts';
import { pauseAutomation } from './pause-automation.ts';
import { reorderRules } from './reorder-rules.ts';
import { saveBlocklist } from './save-blocklist.ts';
import { startBacktest } from './start-backtest.ts';
import { switchDryRun } from './switch-dry-run.ts';
import { testRules } from './test-rules.ts';
import { undoRule } from './undo-rule.ts';
import { updateRule } from './update-rule.ts';
import { updateTemplate } from './update-template.ts';

type Deps = ChangeRuleDeps &
  SaveBlocklistDeps &
  SwitchDeps &
  StatisticsDeps &
  TestDeps & {
    blocklists: BlocklistStore;
    executions: ExecutionStore;
    newId: NewId;
    rules: RuleStore;
    templates: TemplateStore;
  };

export const createAutomationHandler = (deps: Deps, options?: Parameters<typeof resource>[1]) =>
  resource(
    [
      listRules(deps),
      createRule(deps),
      reorderRules(deps),
      testRules(deps),
      listRuleFigures(deps),
      getRule(deps),
      updateRule(deps),
      deleteRule(deps),
      enableRule(deps),
      disableRule(deps),
      undoRule(deps),
      listUndoneReplies(deps),
      listExecutions(deps),
      getAutomation(deps),
      pauseAutomation(deps),
      dropHeldReplies(deps),
      startBacktest(deps),
      getBacktest(deps),
      listBacktestExamples(deps),
      switchDryRun(deps),
      listTemplates(deps),
      createTemplate(deps),
      updateTemplate(deps),
      deleteTemplate(deps),
      getBlocklist(deps),
      saveBlocklist(deps),
    ],
    options,
  );

export const handler = createAutomationHandler({
  webhooks,
  accounts,
  blocklists,
  executions,
  findRegexFault,
  interactions,
  jobs,
  limits,
  model: analysisModel,
  newId,
  organizations,
  replyModel: suggestionModel,
  rollups,
  rules,
  sendSlice,
  templates,
  work: jobWork,
});
