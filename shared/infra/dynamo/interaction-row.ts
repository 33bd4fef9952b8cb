import * as z from 'zod';
import { interactionIdOf } from '../../core/interactions/captured-interaction.ts';
import { hashOfText, Interaction } from '../../core/interactions/interaction.ts';
import { summaryOf } from '../../core/interactions/interaction-summary.ts';
import type { Known } from '../../core/interactions/ports.ts';
import { tenantRef } from '../../core/kernel/due.ts';
import type { TenantContext } from '../../core/kernel/tenant-context.ts';
import type { Key } from './keys.ts';
import { pack, unpack } from './packed.ts';
import { foldedForSearch } from './search-text.ts';
import { isInSummary, storedSummary, summaryFields } from './stored-summary.ts';
import type { Item, Put } from './table-requests.ts';

/** A deletion that arrived before the interaction itself. */
export const RemovedType = 'RemovedInteraction';
export const InteractionType = 'Interaction';

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

/** Empty optional fields come back by their defaults; the version stands beside the details. */
function isLeftOut(field: string, value: unknown): boolean {
  const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return field === 'version' || (isEmpty && shape[field] instanceof z.ZodDefault);
}

/** Everything that neither the summary tells nor the text, nor follows from another field. */
function details(interaction: Interaction): Item {
  const { author, commentedAt, interactionId, text } = interaction;
  const { preview } = summaryOf(interaction);
  return {
    commentedAt,
    author: { ...author, name: '' },
    text: text.slice(preview.length),
    ...(interactionId !== interactionIdOf(interaction) && { interactionId }),
    ...withoutText(untold(interaction), text),
  };
}

/** Fields that `details` has a way of its own for. */
const ToldApart = new Set(['interactionId', 'author', 'commentedAt', 'text', 'textHash']);

/** In the order of the schema, so that rows are alike and pack well. */
function untold(interaction: Interaction): Item {
  const fields: Item = { ...interaction };
  const names = Object.keys(shape).filter(
    (field) => !ToldApart.has(field) && !isInSummary(field) && !isLeftOut(field, fields[field]),
  );
  return Object.fromEntries(names.map((field) => [field, fields[field]]));
}

/** Stands in the details for the whole text, which traces quote. */
const TextMark = '\u0000';

function withoutText(fields: Item, text: string): Item {
  return replaced(fields, (found) => (found === text ? TextMark : found)) as Item;
}

function withText(fields: Item, text: string): Item {
  return replaced(fields, (found) => (found === TextMark ? text : found)) as Item;
}

function replaced(value: unknown, by: (text: string) => string): unknown {
  if (typeof value === 'string') return by(value);
  if (Array.isArray(value)) return value.map((element) => replaced(element, by));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, replaced(inner, by)]));
}

/** The whole item with its places in the inbox and, while a reply waits, in the due index. */
export function interactionPut(context: TenantContext, interaction: Interaction): Put {
  const { interactionId, commentedAt, pendingReply, author, text, version } = interaction;
  return {
    key: interactionKey(interactionId),
    item: {
      type: InteractionType,
      version,
      summary: storedSummary(interaction),
      searchText: foldedForSearch(`${author.name}\n${text}`.slice(0, SearchedLength)),
      packed: pack(details(interaction)),
    },
    inbox: { partition: 'INBOX', sort: commentedAt },
    expiresAt: interaction.expiresAt,
    ...(pendingReply && {
      due: {
        kind: 'reply' as const,
        ref: tenantRef(context.organizationId, interactionId),
        wakeAt: pendingReply.wakeAt,
        isOwnKey: true,
      },
    }),
  };
}

const Shown = z.looseObject({ authorName: z.string(), preview: z.string() });
const Details = z.looseObject({
  commentedAt: z.string(),
  author: z.looseObject({}),
  text: z.string(),
  interactionId: z.string().default(''),
});

export function interactionOf(item: Item): Interaction {
  const shown = Shown.parse(summaryFields(item['summary'] as Item));
  const { author, text: rest, ...told } = Details.parse(unpack(item['packed']));
  const text = `${shown.preview}${rest}`;
  const { interactionId, ...interaction } = Interaction.parse({
    ...shown,
    ...withText(told, text),
    author: { ...author, name: shown.authorName },
    text,
    textHash: hashOfText(text),
    version: item['version'],
  });
  return { ...interaction, interactionId: interactionId || interactionIdOf(interaction) };
}

export function knownOf(item: Item): Known {
  return item['type'] === RemovedType ? 'removed' : interactionOf(item);
}
