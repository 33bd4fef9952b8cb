import * as z from 'zod';
import { Provider } from '../../core/accounts/social-account.ts';
import { Sentiment } from '../../core/analysis/analysis.ts';
import { Content } from '../../core/content/content.ts';
import { InteractionKind } from '../../core/interactions/captured-interaction.ts';
import { Interaction, InteractionFlag, InteractionStatus } from '../../core/interactions/interaction.ts';
import { InteractionSummary } from '../../core/interactions/interaction-summary.ts';
import { TimelineEntry } from '../../core/interactions/timeline.ts';
import { MostTags } from '../../core/interactions/update-interaction.ts';
import { GateResult } from '../../core/replies/gate/gate-result.ts';
import { ReplyTone } from '../../core/replies/generation.ts';
import { endpoint } from '../endpoint.ts';
import { PageQuery } from '../paging.ts';

const Params = z.object({ interactionId: z.string() });
const read = { role: 'viewer', scope: 'interactions:read' } as const;
const write = { role: 'agent', scope: 'interactions:write' } as const;

/** An interaction as the API shows it; who works on it at this moment stays inside. */
const InteractionView = Interaction.omit({ lease: true, textHash: true, textSeenAt: true, asOf: true });

/** What its platform lets be done with it; nothing else is worth offering (CM-20). */
const ActionsView = z.object({
  reply: z.enum(['every-level', 'top-level']),
  hide: z.boolean(),
  deleteOthers: z.boolean(),
  like: z.boolean(),
  privateReply: z.boolean(),
});

export const ListInteractions = endpoint({
  id: 'listInteractions',
  method: 'GET',
  path: '/v1/interactions',
  resource: 'interactions',
  access: read,
  summary: 'Comments, mentions and messages, the newest first',
  description:
    'All filters must hold. A page that is filtered may hold fewer items than its limit although there are more: `searchedUntil` tells how far back it looked, `cursor` goes on from there.',
  query: PageQuery.extend({
    from: z.iso.datetime().optional(),
    until: z.iso.datetime().optional(),
    provider: Provider.optional(),
    accountId: z.string().optional(),
    kind: InteractionKind.optional(),
    status: InteractionStatus.optional(),
    sentiment: Sentiment.optional(),
    flag: InteractionFlag.optional(),
    read: z.enum(['true', 'false']).optional(),
    assignee: z.string().optional(),
    /** Own comments are left out unless asked for. */
    own: z.enum(['true', 'false']).optional(),
    q: z.string().trim().min(1).max(100).optional(),
  }),
  status: 200,
  response: z.object({
    items: z.array(InteractionSummary),
    cursor: z.string().optional(),
    searchedUntil: z.string().nullable(),
  }),
});

export const GetInteraction = endpoint({
  id: 'getInteraction',
  method: 'GET',
  path: '/v1/interactions/{interactionId}',
  resource: 'interactions',
  access: read,
  summary: 'One interaction with its analysis, decision and reply',
  params: Params,
  status: 200,
  response: InteractionView.extend({ capabilities: ActionsView }),
});

export const GetInteractionContent = endpoint({
  id: 'getInteractionContent',
  method: 'GET',
  path: '/v1/interactions/{interactionId}/content',
  resource: 'interactions',
  access: read,
  summary: 'The post, video or story that an interaction is about',
  params: Params,
  status: 200,
  response: Content,
});

export const GetInteractionTimeline = endpoint({
  id: 'getInteractionTimeline',
  method: 'GET',
  path: '/v1/interactions/{interactionId}/timeline',
  resource: 'interactions',
  access: read,
  summary: 'What happened to an interaction, and why it was or was not answered',
  params: Params,
  status: 200,
  response: z.object({ items: z.array(TimelineEntry) }),
});

export const UpdateInteraction = endpoint({
  id: 'updateInteraction',
  method: 'PATCH',
  path: '/v1/interactions/{interactionId}',
  resource: 'interactions',
  access: write,
  summary: 'Mark as read, assign, tag, note, close or reopen',
  description: 'Only the status changes what automation does: closing drops a waiting automatic reply.',
  params: Params,
  body: z.strictObject({
    isRead: z.boolean().optional(),
    assigneeId: z.string().nullable().optional(),
    tags: z.array(z.string().trim().min(1).max(40)).max(MostTags).optional(),
    note: z.string().max(5_000).optional(),
    status: z.enum(['new', 'closed']).optional(),
  }),
  status: 200,
  response: InteractionView,
});

const Tags = z.array(z.string().trim().min(1).max(40)).min(1).max(MostTags);

export const UpdateInteractions = endpoint({
  id: 'updateInteractions',
  method: 'POST',
  path: '/v1/interactions/bulk',
  resource: 'interactions',
  access: write,
  summary: 'Mark, assign, tag, hide, close or reopen many at once',
  description:
    'Each is changed for itself: `failed` says why one could not be, for example where its platform cannot hide. Safe to repeat.',
  body: z.strictObject({
    interactionIds: z.array(z.string()).min(1).max(100),
    change: z
      .strictObject({
        isRead: z.boolean().optional(),
        assigneeId: z.string().nullable().optional(),
        addTags: Tags.optional(),
        removeTags: Tags.optional(),
        status: z.enum(['new', 'closed']).optional(),
        hidden: z.boolean().optional(),
      })
      .refine((change) => Object.keys(change).length > 0, 'Say what to change.'),
  }),
  status: 200,
  response: z.object({
    items: z.array(
      z.discriminatedUnion('outcome', [
        z.object({ interactionId: z.string(), outcome: z.literal('changed') }),
        z.object({
          interactionId: z.string(),
          outcome: z.literal('failed'),
          code: z.string(),
          detail: z.string(),
        }),
      ]),
    ),
  }),
});

export const ReplyToInteraction = endpoint({
  id: 'replyToInteraction',
  method: 'POST',
  path: '/v1/interactions/{interactionId}/reply',
  resource: 'interactions',
  access: write,
  summary: 'Answer on the platform',
  description:
    'Answers 409 when it has been answered already or a reply is on its way. `reply_scheduled` in the answer means that the platform did not confirm the reply: Earshot looks for it and never posts it a second time.',
  params: Params,
  body: z.strictObject({ text: z.string().trim().min(1).max(8_000) }),
  status: 200,
  response: InteractionView,
  idempotent: true,
});

export const HideInteraction = endpoint({
  id: 'hideInteraction',
  method: 'POST',
  path: '/v1/interactions/{interactionId}/hide',
  resource: 'interactions',
  access: write,
  summary: 'Hide on the platform, or show again',
  params: Params,
  body: z.strictObject({ hidden: z.boolean() }),
  status: 200,
  response: InteractionView,
});

export const LikeInteraction = endpoint({
  id: 'likeInteraction',
  method: 'POST',
  path: '/v1/interactions/{interactionId}/like',
  resource: 'interactions',
  access: write,
  summary: 'Like on the platform as the account, or take the like back',
  params: Params,
  body: z.strictObject({ liked: z.boolean() }),
  status: 200,
  response: InteractionView,
});

export const ReplyPrivately = endpoint({
  id: 'replyPrivately',
  method: 'POST',
  path: '/v1/interactions/{interactionId}/private-reply',
  resource: 'interactions',
  access: write,
  summary: 'Answer who wrote a comment by a direct message: once, within seven days',
  description:
    'The message begins a conversation. A public answer stays possible beside it. `privateReply.externalId` is null while nobody knows whether it was sent; it is never sent again.',
  params: Params,
  body: z.strictObject({ text: z.string().trim().min(1).max(2_000) }),
  status: 200,
  response: InteractionView,
  idempotent: true,
});

export const DeleteInteraction = endpoint({
  id: 'deleteInteraction',
  method: 'DELETE',
  path: '/v1/interactions/{interactionId}',
  resource: 'interactions',
  access: write,
  summary: 'Delete on the platform for good',
  description: 'What it said stays readable here, with the status `deleted`.',
  params: Params,
  status: 200,
  response: InteractionView,
});

export const SuggestReply = endpoint({
  id: 'suggestReply',
  method: 'POST',
  path: '/v1/interactions/{interactionId}/suggestion',
  resource: 'interactions',
  access: write,
  summary: 'Let the model propose a reply; nothing is published',
  description:
    'Answers 409 `safety_locked` for medical questions and what needs a careful hand, and 429 `model_budget_spent` when the month’s budget is spent. `gate` tells what would keep a rule from posting the text; publish it with the reply call.',
  params: Params,
  body: z.strictObject({ tone: ReplyTone.default('friendly'), templateId: z.string().optional() }),
  status: 200,
  response: z.object({ text: z.string(), warnings: z.array(z.string()), gate: GateResult }),
});

export const interactionsEndpoints = [
  ListInteractions,
  GetInteraction,
  GetInteractionContent,
  GetInteractionTimeline,
  UpdateInteraction,
  UpdateInteractions,
  ReplyToInteraction,
  SuggestReply,
  HideInteraction,
  LikeInteraction,
  ReplyPrivately,
  DeleteInteraction,
];
