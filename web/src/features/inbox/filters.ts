import { Providers } from '../../lib/provider.ts';
import type { InteractionQuery } from './operations.ts';

export const StatusTabs = ['all', 'manual', 'new', 'reply_scheduled', 'replied', 'closed'] as const;
export type StatusTab = (typeof StatusTabs)[number];

export const Sentiments = [
  'positive',
  'gratitude',
  'neutral',
  'question',
  'negative',
  'frustration',
] as const;

/** What the inbox is narrowed down to; kept in the address, so that a link shows the same list. */
export interface InboxFilters {
  tab: StatusTab;
  provider: (typeof Providers)[number] | undefined;
  sentiment: (typeof Sentiments)[number] | undefined;
  unread: boolean;
  text: string;
}

export function readFilters(search: URLSearchParams): InboxFilters {
  const oneOf = <T extends string>(known: readonly T[], name: string) =>
    known.find((value) => value === search.get(name));
  return {
    tab: oneOf(StatusTabs, 'status') ?? 'all',
    provider: oneOf(Providers, 'provider'),
    sentiment: oneOf(Sentiments, 'sentiment'),
    unread: search.get('unread') === '1',
    text: search.get('q') ?? '',
  };
}

/** Changes the address by some filters; what has no value leaves it. */
export function withFilters(search: URLSearchParams, changes: Partial<InboxFilters>): URLSearchParams {
  const { tab, provider, sentiment, unread, text } = { ...readFilters(search), ...changes };
  const next = new URLSearchParams();
  if (tab !== 'all') next.set('status', tab);
  if (provider) next.set('provider', provider);
  if (sentiment) next.set('sentiment', sentiment);
  if (unread) next.set('unread', '1');
  if (text) next.set('q', text);
  return next;
}

export function queryOf({ tab, provider, sentiment, unread, text }: InboxFilters): InteractionQuery {
  return {
    ...(tab !== 'all' && { status: tab }),
    ...(provider && { provider }),
    ...(sentiment && { sentiment }),
    ...(unread && { read: 'false' as const }),
    ...(text && { q: text }),
  };
}

/** How many filters beside tab and search are set. */
export function countSet({ provider, sentiment, unread }: InboxFilters): number {
  return [provider, sentiment, unread || undefined].filter((value) => value !== undefined).length;
}
