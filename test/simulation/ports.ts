import type { ModelAnswer } from '../../shared/core/analysis/ports.ts';
import type { Execution } from '../../shared/core/automation/execution.ts';
import type { AccountReader } from '../../shared/core/automation/load-settings.ts';
import type { Interaction } from '../../shared/core/interactions/interaction.ts';
import { summaryOf } from '../../shared/core/interactions/interaction-summary.ts';
import type { InteractionStore } from '../../shared/core/interactions/ports.ts';
import type { IntakeDeps } from '../../shared/core/interactions/take-in.ts';
import type { TenantContext } from '../../shared/core/kernel/tenant-context.ts';
import type { LimitStore } from '../../shared/core/replies/ports.ts';
import type { ReplyDeps } from '../../shared/core/replies/work-on-reply.ts';
import { findings } from '../support/conversation-builders.ts';
import { checkGivenUp, Unfit } from './check-post.ts';
import { observeTold } from './observe-told.ts';
import { platformPort } from './platform-port.ts';
import type { Process } from './process.ts';
import { cooldownKey } from './table.ts';
import type { World } from './world.ts';

/** Everything that the code under test knows of the outside. */
export type Ports = ReplyDeps & IntakeDeps;

const Words = [
  'Thank you, that makes our day!',
  'How kind of you, thank you!',
  'We love to read that, thank you!',
] as const;

/** As in production. */
export const QuietSeconds = 600;

const notInThisSimulation = () => Promise.reject(new Error('The simulation does not need this.'));

/** The outside as one process sees it; every call goes through the world, which decides how it goes. */
export function portsOf(world: World, process: Process): Ports {
  return {
    clock: world.scheduler,
    newId: (prefix) => {
      const id = world.newId(prefix);
      if (prefix === 'lease') process.leaseToken = id;
      return id;
    },
    quietSeconds: QuietSeconds,
    ...storePorts(world, process),
    ...settingPorts(world, process),
    platform: platformPort(world, process),
    model: {
      ask: (texts) =>
        world.call({ process, label: 'model.ask', isWrite: false }, () => {
          if (world.outage('model_broken')) return { kind: 'answer', input: { comments: 'none' } };
          if (world.outage('model_down')) return { kind: 'throttled' };
          return { kind: 'answer', input: { comments: texts.map(({ id }) => ({ id, ...findings() })) } };
        }),
    },
    replyModel: {
      write: (_request, context) =>
        world.callOf(process, context, 'replyModel.write', 'read', () => wordsOfModel(world)),
    },
    wakeReply: (context, interactionId, delaySeconds) =>
      world.callOf(process, context, 'wakeReply', 'write', ({ organizationId }) =>
        world.queue.send({ queue: 'replies', organizationId, interactionId }, delaySeconds),
      ),
    recapture: (context, interaction, text) =>
      world.callOf(process, context, 'recapture', 'write', ({ organizationId }) => {
        const seen = { ...interaction, text, capturedAt: world.scheduler.now() };
        world.queue.send({
          queue: 'intake',
          organizationId,
          sighting: { kind: 'seen', interaction: seen },
        });
      }),
  };
}

/** Some of its words may not be posted, and it words a reply differently every time that it is asked. */
function wordsOfModel(world: World): ModelAnswer {
  const { random, severity } = world.faults;
  if (world.outage('model_down')) return { kind: 'throttled' };
  if (world.outage('model_broken')) return { kind: 'answer', input: { words: 'none' } };
  if (random.chance(0.05 * severity)) return { kind: 'over_budget' };
  const reply = random.chance(0.1 * severity) ? Unfit : random.pick(Words);
  return { kind: 'answer', input: { reply } };
}

function storePorts(world: World, process: Process): { interactions: InteractionStore; limits: LimitStore } {
  const { table } = world;
  const read = <T>(context: TenantContext, label: string, effect: () => T) =>
    world.callOf(process, context, label, 'read', effect);
  const write = (context: TenantContext, label: string, effect: () => boolean) =>
    world.callOf(process, context, label, 'write', effect, { repeated: false, conflict: false });
  const record = (context: TenantContext, execution: Execution) =>
    world.callOf(process, context, 'record', 'write', () => table.recordUnlessThere(execution));
  return {
    interactions: {
      find: (context, id) => read(context, 'find', () => table.interaction(context.organizationId, id)),
      known: (context, ids) =>
        read(context, 'known', () => {
          const { interactions } = table.partition(context.organizationId);
          return new Map([...interactions].filter(([id]) => ids.includes(id)));
        }),
      create: async (context, change) => {
        const isCreated = await write(context, 'create', () =>
          table.write(context.organizationId, change, 'create'),
        );
        if (isCreated && change.recordedBehind) await record(context, change.recordedBehind);
        return isCreated;
      },
      save: async (context, change) => {
        if (change.recordedAhead) await record(context, change.recordedAhead);
        return write(context, 'save', () => {
          const { organizationId } = context;
          const before = table.interaction(organizationId, change.interaction.interactionId);
          if (!before || !table.write(organizationId, change, 'save')) return false;
          process.claimedAt ??= world.scheduler.milliseconds;
          checkGivenUp(world.ledger, process, change, world.scheduler.milliseconds);
          observeTold(world, process, { organizationId, before, write: change });
          return true;
        });
      },
      ensureRecorded: record,
      noteRemoval: (context, removal) =>
        write(context, 'noteRemoval', () => table.noteRemoval(context.organizationId, removal)),
      page: (context, { status }) =>
        read(context, 'page', () => {
          const known = [...table.partition(context.organizationId).interactions.values()];
          const found = known.filter(
            (interaction) => interaction !== 'removed' && interaction.status === status,
          );
          return {
            items: found.map((interaction) => summaryOf(interaction as Interaction)),
            searchedUntil: null,
          };
        }),
    },
    limits: {
      usages: (context) =>
        read(context, 'usages', () => [...table.partition(context.organizationId).usages.values()]),
      usageOf: (context, ruleId) =>
        read(context, 'usageOf', () => table.usageOf(context.organizationId, ruleId)),
      cooldownOf: (context, ruleId, author) =>
        read(context, 'cooldownOf', () =>
          table.partition(context.organizationId).cooldowns.get(cooldownKey(ruleId, author)),
        ),
    },
  };
}

function settingPorts(world: World, process: Process) {
  const read = <T>(context: TenantContext, label: string, effect: () => T) =>
    world.callOf(process, context, label, 'read', effect);
  const accounts: AccountReader = {
    find: (context, id) =>
      read(context, 'account', () =>
        world.facts(context.organizationId).accounts.current.find(({ accountId }) => accountId === id),
      ),
    page: (context) =>
      read(context, 'accounts', () => ({ items: world.facts(context.organizationId).accounts.current })),
  };
  const rules: Ports['rules'] = {
    list: (context) => read(context, 'rules', () => world.facts(context.organizationId).rules.current),
    find: (context, id) =>
      read(context, 'rule', () =>
        world.facts(context.organizationId).rules.current.find(({ ruleId }) => ruleId === id),
      ),
    order: notInThisSimulation,
    save: notInThisSimulation,
    delete: notInThisSimulation,
  };
  const organizations: Ports['organizations'] = {
    get: (context) =>
      read(context, 'organization', () => world.facts(context.organizationId).organization.current),
  };
  const blocklists: Ports['blocklists'] = {
    get: (context) => read(context, 'blocklist', () => world.facts(context.organizationId).blocklist.current),
  };
  return {
    accounts,
    rules,
    organizations,
    blocklists,
    templates: { list: async () => [] },
    contents: { findMany: async () => [] },
    conversations: { record: async () => undefined, messages: async () => ({ items: [] }) },
    campaigns: { find: async () => undefined },
  };
}
