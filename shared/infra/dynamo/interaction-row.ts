import { Interaction } from '../../core/interactions/interaction.ts';
import { InteractionSummary, summaryOf } from '../../core/interactions/interaction-summary.ts';
import type { Known } from '../../core/interactions/ports.ts';
import { tenantRef } from '../../core/kernel/due.ts';
import type { TenantContext } from '../../core/kernel/tenant-context.ts';
import type { Key } from './keys.ts';
import { foldedForSearch } from './search-text.ts';
import type { Item, Put } from './table.ts';

/** A deletion that arrived before the interaction itself. */
export const RemovedType = 'RemovedInteraction';
const InteractionType = 'Interaction';

/** One shard until an organization needs more (design §6); nothing else knows how many there are. */
function shardOf(_interactionId: string): string {
  return '0';
}

export function interactionKey(interactionId: string): Key {
  return { partition: `INT#${shardOf(interactionId)}`, sort: interactionId };
}

/** Search reads the author and this much of the text. */
const SearchedLength = 600;

/** Fields that most interactions do not have are not stored: every kilobyte of an item costs a write unit. */
const Absent: Partial<Interaction> = {
  contentId: null,
  contentExternalId: null,
  parentExternalId: null,
  permalink: null,
  attachments: [],
  editedAt: null,
  removedAt: null,
  closedAt: null,
  analysis: null,
  screen: null,
  decision: null,
  manualReason: null,
  pendingReply: null,
  lease: null,
  reply: null,
  assigneeId: null,
  tags: [],
  note: '',
};

function isAbsent(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function compact(interaction: Interaction): Item {
  return Object.fromEntries(
    Object.entries(interaction).filter(([field, value]) => !(field in Absent && isAbsent(value))),
  );
}

/** The whole item with its places in the inbox and, while a reply waits, in the due index. */
export function interactionPut(context: TenantContext, interaction: Interaction): Put {
  const { interactionId, commentedAt, pendingReply, author, text } = interaction;
  return {
    key: interactionKey(interactionId),
    item: {
      ...compact(interaction),
      type: InteractionType,
      summary: summaryOf(interaction),
      searchText: foldedForSearch(`${author.name}\n${text}`.slice(0, SearchedLength)),
    },
    inbox: { partition: 'INBOX', sort: `${commentedAt}#${interactionId}` },
    ...(pendingReply && {
      due: {
        kind: 'reply' as const,
        ref: tenantRef(context.organizationId, interactionId),
        wakeAt: pendingReply.wakeAt,
      },
    }),
  };
}

export function knownOf(item: Item): Known {
  return item['type'] === RemovedType ? 'removed' : Interaction.parse({ ...Absent, ...item });
}

export function summaryOfItem(item: Item): InteractionSummary {
  return InteractionSummary.parse(item['summary']);
}
