import { QueryKeys } from '../../lib/query-keys.ts';

/** What happened, as the stream tells it (RT-01). */
export interface LiveEvent {
  id: string;
  type: string;
  at: string;
  data: Readonly<Record<string, unknown>>;
}

/** How many of the latest events a console keeps (UI-01). */
export const KeptUpdates = 100;

const ofInteractions = [
  QueryKeys.interactions,
  QueryKeys.interaction,
  QueryKeys.conversations,
  QueryKeys.rules,
  QueryKeys.executions,
];

const staleBy: Readonly<Record<string, readonly string[]>> = {
  interaction: ofInteractions,
  reply: ofInteractions,
  suggestion: [QueryKeys.suggestions, QueryKeys.trackers, QueryKeys.campaigns],
  clipping: [QueryKeys.clippings, QueryKeys.suggestions, QueryKeys.trackers],
  account: [QueryKeys.accounts],
  report: [QueryKeys.schedules, QueryKeys.deliveries],
  webhook: [QueryKeys.webhooks, QueryKeys.webhookDeliveries],
};

/** First parts of the keys of what an event of this type made stale. */
export function staleAfter(type: string): readonly string[] {
  return staleBy[type.split('.')[0] ?? ''] ?? [];
}

/** Reads one message of the stream; what is not an event of ours is left out. */
export function readLiveEvent(message: {
  id: string;
  event?: string | undefined;
  data: string;
}): LiveEvent | undefined {
  try {
    const body = JSON.parse(message.data) as Partial<LiveEvent>;
    const type = body.type ?? message.event;
    if (typeof type !== 'string') return undefined;
    return { id: message.id, type, at: body.at ?? '', data: body.data ?? {} };
  } catch {
    return undefined;
  }
}

/** Where a person finds what an event is about. */
export function pathOf({ type, data }: LiveEvent): string | undefined {
  const interactionId = data['interactionId'];
  if (typeof interactionId === 'string') return `/inbox/${interactionId}`;
  if (type.startsWith('suggestion')) return '/press/suggestions';
  if (type.startsWith('clipping')) return '/press/clippings';
  if (type.startsWith('account')) return '/settings/accounts';
  if (type.startsWith('webhook')) return '/settings/webhooks';
  if (type.startsWith('report')) return '/reports';
  if (type.startsWith('model_budget')) return '/settings/organization';
  return undefined;
}
