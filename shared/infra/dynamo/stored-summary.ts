import type { Interaction } from '../../core/interactions/interaction.ts';
import {
  type InteractionFilter,
  InteractionSummary,
  summaryOf,
} from '../../core/interactions/interaction-summary.ts';
import type { Instant } from '../../core/kernel/time.ts';
import type { Condition } from './expression.ts';
import type { Item } from './table-requests.ts';

/** The keys tell the rest. */
type StoredField = Exclude<keyof InteractionSummary, 'interactionId' | 'commentedAt'>;

/**
 * What the fields are called in the row: each name is stored with each interaction, in the table and in the index, and a
 * write costs a unit for each kilobyte there. What a letter stands for never changes; a new field gets a new letter.
 */
const Letters: Record<StoredField, string> = {
  provider: 'p',
  accountId: 'a',
  contentId: 'c',
  kind: 'k',
  status: 's',
  authorName: 'n',
  preview: 't',
  sentiment: 'e',
  language: 'l',
  flags: 'f',
  manualCode: 'm',
  repliedBy: 'r',
  isFromOwner: 'o',
  isHidden: 'h',
  isRead: 'd',
  assigneeId: 'g',
  tags: 'v',
};

/** What most interactions have in common is not stored. */
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

const StoredFields = Object.keys(Letters) as StoredField[];

export function isInSummary(field: string): boolean {
  return Object.hasOwn(Letters, field);
}

/** The fields that lists show, as they lie in the row. */
export function storedSummary(interaction: Interaction): Item {
  const summary = summaryOf(interaction);
  const unusual = StoredFields.filter((field) => !isUsual(field, summary[field]));
  return Object.fromEntries(unusual.map((field) => [Letters[field], summary[field]]));
}

function isUsual(field: StoredField, value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : field in Usual && Usual[field] === value;
}

/** The reverse of `storedSummary`. */
export function summaryFields(stored: Item): Item {
  const unusual = StoredFields.filter((field) => Letters[field] in stored);
  return { ...Usual, ...Object.fromEntries(unusual.map((field) => [field, stored[Letters[field]]])) };
}

/** What a list shows of a row of the index, whose keys tell which interaction it is, and its time. */
export function summaryFrom(row: Item, interactionId: string, commentedAt: Instant): InteractionSummary {
  return InteractionSummary.parse({ ...summaryFields(row['summary'] as Item), interactionId, commentedAt });
}

/** The condition that a field which lists show has a value. */
export function hasValue(field: StoredField, value: unknown): Condition {
  const path = pathOf(field);
  return isUsual(field, value) ? { absent: path } : { equals: [path, value] };
}

export function hasFlag(flag: NonNullable<InteractionFilter['flag']>): Condition {
  return { contains: [pathOf('flags'), flag] };
}

function pathOf(field: StoredField): string {
  return `summary.${Letters[field]}`;
}
