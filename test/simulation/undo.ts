import { ProviderError } from '../../shared/core/accounts/provider-error.ts';
import type { Job } from '../../shared/core/activity/job.ts';
import { systemContext } from '../../shared/core/kernel/tenant-context.ts';
import { continueUndo, type UndoDeps, UndoneFinding } from '../../shared/core/replies/undo-rule.ts';
import { portsFor } from './functions.ts';
import { accountIdOf } from './organization-facts.ts';
import type { Process } from './process.ts';
import { OrganizationA } from './scenario.ts';
import type { World } from './world.ts';

const JobSeconds = 120;

const UndoJob: Job = {
  jobId: 'job_undo',
  kind: 'rule_undo',
  status: 'running',
  parts: 1,
  doneParts: 0,
  result: null,
  createdAt: '2026-11-20T00:00:00.000Z',
  createdBy: 'mem_ana',
  finishedAt: null,
};

/** A member has everything deleted that the first rule has posted. */
export function undoFirstRule(world: World): void {
  const context = systemContext(OrganizationA);
  const ruleId = world.scenario.rules[0]?.ruleId ?? '';
  const state = { ruleId, since: world.scenario.start, undoneBy: 'mem_ana', deleted: 0, notDeleted: 0 };
  world.processes.start(
    { kind: 'jobs', organizationId: OrganizationA, lifetimeSeconds: JobSeconds },
    async (process) => {
      const { result, findings = [] } = await continueUndo(depsOf(world, process))(context, UndoJob, state);
      for (const { list, found } of findings)
        if (list === 'deleted') world.ledger.undone.add(UndoneFinding.parse(found).externalReplyId);
      return result;
    },
  );
}

function depsOf(world: World, process: Process): UndoDeps {
  return {
    ...portsFor(world, process),
    executions: {
      page: (context, { ruleId, outcome }) =>
        world.callOf(process, context, 'executions', 'read', () => {
          const accountId = accountIdOf(context.organizationId);
          const items = world.table.executions.filter(
            (one) => one.ruleId === ruleId && one.outcome === outcome && one.accountId === accountId,
          );
          return { items: items.toReversed() };
        }),
    },
    moderation: {
      removeReply: async (context, _account, { externalId }) => {
        const isRemoved = await world.callOf(process, context, 'removeReply', 'write', () =>
          world.platform.remove(externalId),
        );
        if (!isRemoved) throw new ProviderError('gone', 'The reply is gone.');
      },
    },
  };
}
