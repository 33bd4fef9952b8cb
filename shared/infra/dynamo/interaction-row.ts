import * as z from 'zod';
import { hashOfText, Interaction } from '../../core/interactions/interaction.ts';
import { InteractionSummary, summaryOf } from '../../core/interactions/interaction-summary.ts';
import type { Known } from '../../core/interactions/ports.ts';
import { tenantRef } from '../../core/kernel/due.ts';
import type { TenantContext } from '../../core/kernel/tenant-context.ts';
import type { Instant } from '../../core/kernel/time.ts';
import type { Condition } from './expression.ts';
import type { Key } from './keys.ts';
import { pack, unpack } from './packed.ts';
import { foldedForSearch } from './search-text.ts';
import type { Item, Put } from './table.ts';

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

/** What most interactions have in common is not stored: every kilobyte of an item costs a write unit. */
const Usual: Record<string, unknown> = {
  contentId: null,
  kind: 'comment',
  authorName: '',
  preview: '',
  sentiment: null,
  language: null,
  flags: [],
  manualCode: null,
  repliedBy: null,
  isFromOwner: false,
  isHidden: false,
  isRead: false,
  assigneeId: null,
  tags: [],
} satisfies Partial<InteractionSummary>;

/** The fields that lists show, as they lie in the row; the index's key tells the time. */
function storedSummary(interaction: Interaction): Item {
  const { commentedAt: _time, ...fields } = summaryOf(interaction);
  return Object.fromEntries(Object.entries(fields).filter(([field, value]) => !isUsual(field, value)));
}

function isUsual(field: string, value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : field in Usual && Usual[field] === value;
}

/** The condition that a field which lists show has a value. */
export function hasValue(field: string, value: unknown): Condition {
  const path = `summary.${field}`;
  return isUsual(field, value) ? { absent: path } : { equals: [path, value] };
}

const ToldFields = new Set(Object.keys(InteractionSummary.omit({ commentedAt: true }).shape));

const shape: Record<string, z.ZodType> = Interaction.shape;

/** Empty optional fields come back by their defaults; the version stands beside the details. */
function isLeftOut(field: string, value: unknown): boolean {
  const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return field === 'version' || (isEmpty && shape[field] instanceof z.ZodDefault);
}

/** Everything that neither the summary tells nor the text. */
function details(interaction: Interaction): Item {
  const { textHash: _hash, text, author, commentedAt, ...rest } = interaction;
  const { preview } = summaryOf(interaction);
  const untold = Object.fromEntries(
    Object.entries(rest).filter(([field, value]) => !ToldFields.has(field) && !isLeftOut(field, value)),
  );
  return {
    commentedAt,
    author: { ...author, name: '' },
    text: text.slice(preview.length),
    ...withoutText(untold, text),
  };
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

const Details = z.looseObject({
  commentedAt: z.string(),
  author: z.looseObject({}),
  text: z.string(),
});

export function interactionOf(item: Item): Interaction {
  const { commentedAt, author, text: rest, ...untold } = Details.parse(unpack(item['packed']));
  const summary = summaryFrom(item, commentedAt);
  const text = `${summary.preview}${rest}`;
  return Interaction.parse({
    ...summary,
    ...withText(untold, text),
    author: { ...author, name: summary.authorName },
    text,
    textHash: hashOfText(text),
    version: item['version'],
  });
}

export function knownOf(item: Item): Known {
  return item['type'] === RemovedType ? 'removed' : interactionOf(item);
}

/** What a list shows; the time is the key of its index. */
export function summaryFrom(item: Item, commentedAt: Instant): InteractionSummary {
  return InteractionSummary.parse({ ...Usual, ...(item['summary'] as Item), commentedAt });
}
