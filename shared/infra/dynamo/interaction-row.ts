import * as z from 'zod';
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

const shape: Record<string, z.ZodType> = Interaction.shape;

/** Empty optional fields are not stored: every kilobyte of an item costs a write unit. */
function compact(interaction: Interaction): Item {
  const isStored = ([field, value]: [string, unknown]) =>
    !(shape[field] instanceof z.ZodDefault && isEmpty(value));
  return Object.fromEntries(Object.entries(interaction).filter(isStored));
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
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
  return item['type'] === RemovedType ? 'removed' : Interaction.parse(item);
}

export function summaryOfItem(item: Item): InteractionSummary {
  return InteractionSummary.parse(item['summary']);
}
