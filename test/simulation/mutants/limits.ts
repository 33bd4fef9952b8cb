import type { InteractionWrite } from '../../../shared/core/interactions/ports.ts';
import { addSeconds } from '../../../shared/core/kernel/time.ts';
import { type RuleUsage, returnSlot } from '../../../shared/core/replies/limits.ts';
import type { LimitStore } from '../../../shared/core/replies/ports.ts';
import { LeaseSeconds } from '../../../shared/core/replies/transitions.ts';
import type { Mutant } from '../mutant.ts';
import type { Ports } from '../ports.ts';

function withLimits(ports: Ports, changed: Partial<LimitStore>): Ports {
  return { ...ports, limits: { ...ports.limits, ...changed } };
}

function readingUsage(change: (usage: RuleUsage) => RuleUsage): NonNullable<Mutant['ports']> {
  return (ports) =>
    withLimits(ports, { usageOf: async (...request) => change(await ports.limits.usageOf(...request)) });
}

function saving(change: (write: InteractionWrite) => InteractionWrite): NonNullable<Mutant['ports']> {
  return (ports) => ({
    ...ports,
    interactions: {
      ...ports.interactions,
      save: (context, write) => ports.interactions.save(context, change(write)),
    },
  });
}

const isCertainRefusal = ({ interaction, limits }: InteractionWrite) =>
  limits !== undefined && interaction.pendingReply?.attemptedAt == null;

/** How slots of a rule's limits are taken and given back. */
export const LimitMutants: readonly Mutant[] = [
  {
    name: 'no hourly limit',
    breaks: 'The slots of the rolling hour are not looked at.',
    ports: readingUsage((usage) => ({ ...usage, slots: [] })),
  },
  {
    name: 'no daily limit',
    breaks: 'The count of the day is not looked at.',
    ports: readingUsage((usage) => ({ ...usage, usedInDay: 0 })),
  },
  {
    name: 'no cooldown',
    breaks: 'An author is answered again at once.',
    ports: readingUsage(({ slots, ...usage }) => ({
      ...usage,
      slots: slots.map((slot) => ({ ...slot, author: undefined })),
    })),
  },
  {
    name: 'no long cooldown',
    breaks: 'A cooldown that is longer than a slot is not looked at.',
    ports: (ports) =>
      withLimits(ports, {
        cooldownOf: async (...request) => {
          const cooldown = await ports.limits.cooldownOf(...request);
          return cooldown && { ...cooldown, until: '2026-01-01T00:00:00.000Z' };
        },
      }),
  },
  {
    name: 'limits beside the reply',
    breaks: 'Two workers that take the last slot at once both get it.',
    table: { ignoresLimitVersions: true },
  },
  {
    name: 'slots without a lead',
    breaks: 'A slot ends an hour after its attempt began, though its post can land later.',
    ports: saving((write) => {
      if (!write.limits) return write;
      const { usage } = write.limits;
      const slots = usage.slots.map((slot) => ({ ...slot, until: addSeconds(slot.until, -LeaseSeconds) }));
      return { ...write, limits: { ...write.limits, usage: { ...usage, slots } } };
    }),
  },
  {
    name: 'reservation not keyed',
    breaks: 'A refused reply does not know of the slot that it holds, and gives none back.',
    ports: saving((write) => {
      const { pendingReply } = write.interaction;
      if (!pendingReply) return write;
      return {
        ...write,
        interaction: { ...write.interaction, pendingReply: { ...pendingReply, reservation: null } },
      };
    }),
  },
  {
    name: 'slot not given back',
    breaks: 'A reply that certainly failed keeps its slot.',
    ports: saving(({ limits, ...write }) =>
      limits && !isCertainRefusal({ ...write, limits }) ? { ...write, limits } : write,
    ),
  },
  {
    name: 'uncertain slot given back',
    breaks: 'A reply that may be published gives its slot back.',
    ports: (ports) => ({
      ...ports,
      interactions: {
        ...ports.interactions,
        save: async (context, write) => {
          const { interactionId, pendingReply } = write.interaction;
          const isUncertain = pendingReply?.waitingFor === 'reply_uncertain' && pendingReply.reservation;
          if (!isUncertain || pendingReply.origin.kind !== 'automation')
            return ports.interactions.save(context, write);
          const usage = await ports.limits.usageOf(context, pendingReply.origin.ruleId);
          const returned = returnSlot(usage, isUncertain, interactionId);
          return ports.interactions.save(context, { ...write, limits: { usage: returned } });
        },
      },
    }),
  },
];
