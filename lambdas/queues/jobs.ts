import { JobMessage } from '../../shared/contract/queues.ts';
import type { JobKind } from '../../shared/core/activity/job.ts';
import { type DoSlice, runSlice, type SliceDeps } from '../../shared/core/activity/run-slice.ts';
import { type BacktestDeps, continueBacktest } from '../../shared/core/automation/backtest/backtest.ts';
import { dropHeldReplies, releaseHeldReplies } from '../../shared/core/automation/held-replies.ts';
import type { ChangeDeps } from '../../shared/core/interactions/change-interaction.ts';
import type { WakeReply } from '../../shared/core/replies/ports.ts';
import { continueUndo, type UndoDeps } from '../../shared/core/replies/undo-rule.ts';
import { consumer, contextOf } from '../../shared/runtime/consumer.ts';
import { accounts } from '../../shared/runtime/live/accounts.ts';
import { blocklists } from '../../shared/runtime/live/blocklists.ts';
import { campaigns } from '../../shared/runtime/live/campaigns.ts';
import { clock } from '../../shared/runtime/live/clock.ts';
import { contents } from '../../shared/runtime/live/contents.ts';
import { executions } from '../../shared/runtime/live/executions.ts';
import { importDirectory } from '../../shared/runtime/live/import-directory.ts';
import { interactions } from '../../shared/runtime/live/interactions.ts';
import { jobWork } from '../../shared/runtime/live/job-work.ts';
import { jobs } from '../../shared/runtime/live/jobs.ts';
import { limits } from '../../shared/runtime/live/limits.ts';
import { organizations } from '../../shared/runtime/live/organizations.ts';
import { personalData } from '../../shared/runtime/live/personal-data.ts';
import { platformModeration } from '../../shared/runtime/live/platform-replies.ts';
import { rules } from '../../shared/runtime/live/rules.ts';
import { sendSlice } from '../../shared/runtime/live/send-slice.ts';
import { templates } from '../../shared/runtime/live/templates.ts';
import { wakeReply } from '../../shared/runtime/live/wake-reply.ts';

type Deps = SliceDeps &
  ChangeDeps &
  BacktestDeps &
  UndoDeps & {
    wakeReply: WakeReply;
    importDirectory: DoSlice;
    personalData: Partial<Record<JobKind, DoSlice>>;
  };

/** Long work, slice by slice: each message does one and asks for the next. */
export const createJobsQueueHandler = (deps: Deps) => {
  const doers = {
    backtest: continueBacktest(deps),
    directory_import: deps.importDirectory,
    held_drop: dropHeldReplies(deps),
    held_release: releaseHeldReplies(deps),
    rule_undo: continueUndo(deps),
    ...deps.personalData,
  };
  return consumer(JobMessage, (message) => runSlice(deps, contextOf(message), message, doers));
};

export const handler = createJobsQueueHandler({
  accounts,
  blocklists,
  campaigns,
  clock,
  contents,
  executions,
  importDirectory,
  interactions,
  jobs,
  limits,
  moderation: platformModeration,
  organizations,
  personalData,
  rules,
  sendSlice,
  templates,
  wakeReply,
  work: jobWork,
});
