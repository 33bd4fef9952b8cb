import type { Interaction } from '../../../shared/core/interactions/interaction.ts';
import type { InteractionStore } from '../../../shared/core/interactions/ports.ts';
import type { PendingReply } from '../../../shared/core/replies/pending-reply.ts';
import type { Mutant } from '../mutant.ts';
import type { Ports } from '../ports.ts';
import type { Process, ProcessKind } from '../process.ts';
import { UndoneReplyScenario } from '../scenario.ts';

function withStore(ports: Ports, changed: Partial<InteractionStore>): Ports {
  return { ...ports, interactions: { ...ports.interactions, ...changed } };
}

function reading(
  kind: ProcessKind,
  change: (found: Interaction, process: Process) => Interaction,
): NonNullable<Mutant['ports']> {
  return (ports, process) =>
    withStore(ports, {
      find: async (...request) => {
        const found = await ports.interactions.find(...request);
        return found && process.kind === kind ? change(found, process) : found;
      },
    });
}

function withPending(found: Interaction, changes: Partial<PendingReply>): Interaction {
  const { pendingReply } = found;
  return pendingReply ? { ...found, pendingReply: { ...pendingReply, ...changes } } : found;
}

const heedless = reading('replies', (found) =>
  found.pendingReply?.state === 'preparing' ? found : withPending(found, { generation: undefined }),
);
const writers = new WeakSet<Process>();

/** What a model words, and what people decide or undo while a worker is at it. */
export const WordsAndPeopleMutants: readonly Mutant[] = [
  {
    name: 'gate not heeded',
    breaks: 'What the gate refuses is posted all the same.',
    ports: (ports, process, world) => {
      const { interactions, ...others } = heedless(ports, process, world);
      const save: InteractionStore['save'] = (context, write) => {
        const { interaction } = write;
        const before = world.table.interaction(context.organizationId, interaction.interactionId);
        const { refusedReply } = interaction;
        if (!refusedReply || !before) return interactions.save(context, write);
        const posted = withPending(before, { text: refusedReply.text, state: 'due' });
        return interactions.save(context, { interaction: { ...posted, version: interaction.version } });
      };
      return { ...others, interactions: { ...interactions, save } };
    },
  },
  {
    name: 'words of a second writer count',
    breaks: 'A worker that asked the model late puts its words in the place of those that are being posted.',
    ports: (ports, process, world) => {
      const late = reading('replies', (found) =>
        writers.has(process) && found.pendingReply?.generation
          ? withPending(found, { state: 'preparing', text: '' })
          : found,
      )(ports, process, world);
      const write: Ports['replyModel']['write'] = (...request) => {
        writers.add(process);
        return ports.replyModel.write(...request);
      };
      return { ...late, replyModel: { write } };
    },
  },
  {
    name: 'posted before it is written',
    breaks: 'A reply whose text the model has not written yet is taken for one that is due.',
    ports: reading('replies', (found) =>
      found.pendingReply?.state === 'preparing'
        ? withPending(found, { state: 'due', generation: undefined })
        : found,
    ),
  },
  {
    name: 'people do not see attempts',
    breaks: 'What may be answered already is dropped or answered as if it certainly were not.',
    ports: reading('person', (found) => withPending(found, { attempts: 0, attemptedAt: null, state: 'due' })),
  },
  {
    name: 'undo leaves a reply without its end',
    breaks: 'A reply whose worker died over its end is deleted, and then looked for in vain.',
    scenario: UndoneReplyScenario,
    ports: reading('jobs', (found) => ({ ...found, pendingReply: null })),
  },
];
