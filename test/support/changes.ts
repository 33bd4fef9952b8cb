import type { Change } from '../../shared/core/activity/change.ts';
import type { ObservedInteraction, ObservedItem } from '../../shared/core/activity/observed-item.ts';

/** A stored interaction as the consumer of changes sees it. */
export function anObservedInteraction(overrides: Partial<ObservedInteraction> = {}): ObservedInteraction {
  return {
    type: 'Interaction',
    interactionId: 'int_1',
    accountId: 'acc_page',
    provider: 'facebook',
    contentId: 'con_1',
    kind: 'comment',
    isFromOwner: false,
    commentedAt: '2026-11-20T11:50:00.000Z',
    status: 'new',
    revision: 1,
    isRead: false,
    isHidden: false,
    assigneeId: null,
    tags: [],
    note: '',
    manualReason: null,
    reply: null,
    analysis: { sentiment: 'positive', topics: [] },
    decision: null,
    pendingReply: null,
    ...overrides,
  };
}

export const aPublishedReply = {
  text: 'Thank you!',
  repliedBy: 'automation',
  memberId: null,
  repliedAt: '2026-11-20T12:00:00.000Z',
  externalReplyId: 'reply_1',
} as const;

export function aChange(
  images: { before?: ObservedItem | undefined; after?: ObservedItem | undefined },
  overrides: Partial<Change> = {},
): Change {
  return {
    organizationId: 'org_beanbar',
    eventId: 'e1',
    source: 'INT#0',
    sequenceNumber: '100',
    at: '2026-11-20T12:00:00.000Z',
    ...images,
    ...overrides,
  };
}
