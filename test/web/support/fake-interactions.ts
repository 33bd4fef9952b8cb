import {
  DeleteInteraction,
  GetInteraction,
  GetInteractionContent,
  GetInteractionTimeline,
  HideInteraction,
  LikeInteraction,
  ListInteractions,
  ReplyPrivately,
  ReplyToInteraction,
  SuggestReply,
  UpdateInteraction,
  UpdateInteractions,
} from '../../../shared/contract/api/interactions.ts';
import { capabilitiesFor } from '../../../shared/core/accounts/capabilities.ts';
import type { Content } from '../../../shared/core/content/content.ts';
import type { Interaction } from '../../../shared/core/interactions/interaction.ts';
import { summaryOf } from '../../../shared/core/interactions/interaction-summary.ts';
import { timelineOf } from '../../../shared/core/interactions/timeline.ts';
import { withoutAbsent } from './fake-organization.ts';
import { FakeProblem, type FakeRoute, fake } from './fake-route.ts';

const post: Content = {
  contentId: 'con_autumn',
  provider: 'facebook',
  accountId: 'acc_page',
  externalId: 'post_1',
  kind: 'photo',
  title: 'The autumn blend is here: plum, cocoa and a little smoke',
  text: 'The autumn blend is here: plum, cocoa and a little smoke. Come and taste it.',
  permalink: 'https://www.facebook.com/post_1',
  imageUrl: null,
  postedAt: '2026-11-19T07:30:00.000Z',
  campaignId: null,
  reading: null,
  statistics: { reactions: 214, comments: 31, shares: 8 },
  capturedAt: '2026-11-20T09:00:00.000Z',
};

/** An inbox over the given interactions; a second reply is refused, as the API refuses it. */
export function fakeInteractions(interactions: Interaction[]): FakeRoute[] {
  const find = (interactionId: string): Interaction => {
    const found = interactions.find((one) => one.interactionId === interactionId);
    if (!found) throw new FakeProblem(404, 'not_found', 'The interaction was not found.');
    return found;
  };
  const change = (interactionId: string, changes: Partial<Interaction>): Interaction => {
    const interaction = find(interactionId);
    return Object.assign(interaction, changes, { version: interaction.version + 1 });
  };
  return [
    fake(ListInteractions, ({ query }) => ({
      items: interactions
        .map(summaryOf)
        .filter(
          (one) =>
            (!query.status || one.status === query.status) &&
            (!query.provider || one.provider === query.provider) &&
            (!query.sentiment || one.sentiment === query.sentiment) &&
            (query.read !== 'false' || !one.isRead) &&
            (!query.q || `${one.authorName} ${one.preview}`.toLowerCase().includes(query.q.toLowerCase())),
        ),
      searchedUntil: null,
    })),
    fake(GetInteraction, ({ params }) => {
      const found = find(params.interactionId);
      return { ...found, capabilities: capabilitiesFor(found) };
    }),
    fake(UpdateInteractions, ({ body: { interactionIds, change: changes } }) => {
      const { addTags: _added, removeTags: _removed, hidden, ...marks } = changes;
      return {
        items: interactionIds.map((interactionId) => {
          const isHidden = hidden === undefined ? {} : { isHidden: hidden };
          change(interactionId, { ...withoutAbsent(marks), ...isHidden });
          return { interactionId, outcome: 'changed' as const };
        }),
      };
    }),
    fake(LikeInteraction, ({ params, body }) => change(params.interactionId, { isLiked: body.liked })),
    fake(DeleteInteraction, ({ params }) => change(params.interactionId, { status: 'deleted' })),
    fake(GetInteractionContent, () => post),
    fake(GetInteractionTimeline, ({ params }) => ({ items: timelineOf(find(params.interactionId)) })),
    fake(UpdateInteraction, ({ params, body }) => change(params.interactionId, withoutAbsent(body))),
    fake(HideInteraction, ({ params, body }) => change(params.interactionId, { isHidden: body.hidden })),
    fake(SuggestReply, () => ({
      text: 'Thank you! Come by and tell us at hello@beanbar.example.',
      warnings: ['The comment is hidden on the platform.'],
      gate: { ok: false, failed: [{ check: 'email' as const, found: 'hello@beanbar.example' }] },
    })),
    fake(ReplyPrivately, ({ params, body }) =>
      change(params.interactionId, {
        privateReply: {
          text: body.text,
          memberId: 'user-mara',
          sentAt: new Date().toISOString(),
          externalId: 'm_1',
        },
      }),
    ),
    fake(ReplyToInteraction, ({ params, body }) => {
      if (find(params.interactionId).reply) {
        throw new FakeProblem(409, 'already_answered', 'This has been answered already.');
      }
      return change(params.interactionId, {
        status: 'replied',
        manualReason: null,
        reply: {
          text: body.text,
          repliedBy: 'user',
          memberId: 'user-mara',
          repliedAt: new Date().toISOString(),
          externalReplyId: 'r2',
        },
      });
    }),
  ];
}
