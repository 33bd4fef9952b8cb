import type * as automation from '../../../../shared/contract/api/automation.ts';
import type * as contract from '../../../../shared/contract/api/interactions.ts';
import { type Answer, type Arguments, operation } from '../../lib/operation.ts';

export type Interaction = Answer<typeof contract.GetInteraction>;
export type InteractionSummary = Answer<typeof contract.ListInteractions>['items'][number];
export type InteractionQuery = NonNullable<Arguments<typeof contract.ListInteractions>['query']>;
export type InteractionChanges = Arguments<typeof contract.UpdateInteraction>['body'];
export type AnsweredInteraction = Answer<typeof contract.ReplyToInteraction>;
export type BulkChange = Arguments<typeof contract.UpdateInteractions>['body']['change'];
export type TimelineEntry = Answer<typeof contract.GetInteractionTimeline>['items'][number];
export type InteractionStatus = Interaction['status'];
export type Sentiment = NonNullable<InteractionSummary['sentiment']>;
export type Flag = InteractionSummary['flags'][number];

export const ListInteractions = operation<typeof contract.ListInteractions>('GET', '/v1/interactions', false);
export const GetInteraction = operation<typeof contract.GetInteraction>(
  'GET',
  '/v1/interactions/{interactionId}',
  false,
);
export const GetContent = operation<typeof contract.GetInteractionContent>(
  'GET',
  '/v1/interactions/{interactionId}/content',
  false,
);
export const GetTimeline = operation<typeof contract.GetInteractionTimeline>(
  'GET',
  '/v1/interactions/{interactionId}/timeline',
  false,
);
export const UpdateInteraction = operation<typeof contract.UpdateInteraction>(
  'PATCH',
  '/v1/interactions/{interactionId}',
  false,
);
export const ReplyToInteraction = operation<typeof contract.ReplyToInteraction>(
  'POST',
  '/v1/interactions/{interactionId}/reply',
  true,
);
export const HideInteraction = operation<typeof contract.HideInteraction>(
  'POST',
  '/v1/interactions/{interactionId}/hide',
  false,
);
export const LikeInteraction = operation<typeof contract.LikeInteraction>(
  'POST',
  '/v1/interactions/{interactionId}/like',
  false,
);
export const ReplyPrivately = operation<typeof contract.ReplyPrivately>(
  'POST',
  '/v1/interactions/{interactionId}/private-reply',
  true,
);
export const SuggestReply = operation<typeof contract.SuggestReply>(
  'POST',
  '/v1/interactions/{interactionId}/suggestion',
  false,
);
export const DeleteInteraction = operation<typeof contract.DeleteInteraction>(
  'DELETE',
  '/v1/interactions/{interactionId}',
  false,
);
export const UpdateInteractions = operation<typeof contract.UpdateInteractions>(
  'POST',
  '/v1/interactions/bulk',
  false,
);
export const ListExecutions = operation<typeof automation.ListExecutions>('GET', '/v1/executions', false);

/** A flag stands where the model or the word lists raised it. */
export function flagsOf({ analysis, screen }: Pick<Interaction, 'analysis' | 'screen'>): Flag[] {
  const flags: Flag[] = [];
  if (analysis?.isMedicalQuestion || screen?.medical) flags.push('medical');
  if (analysis?.requiresEscalation || screen?.escalation) flags.push('escalation');
  if (analysis?.isSpam) flags.push('spam');
  return flags;
}
