import {
  type CapturedInteraction,
  interactionIdOf,
} from '../../shared/core/interactions/captured-interaction.ts';
import type { Sighting } from '../../shared/core/interactions/sighting.ts';
import type { Instant } from '../../shared/core/kernel/time.ts';
import { aCaptured } from '../support/conversation-builders.ts';
import { accountIdOf } from './organization-facts.ts';
import type { ShownReply } from './platform.ts';
import type { ScenarioComment } from './scenario.ts';

/** How Earshot names a comment of the scenario. */
export function captureOf(comment: ScenarioComment): { accountId: string; interactionId: string } {
  const { organizationId, externalId } = comment;
  const accountId = accountIdOf(organizationId);
  return { accountId, interactionId: interactionIdOf({ provider: 'facebook', accountId, externalId }) };
}

function captured(comment: ScenarioComment, text: string, now: Instant): CapturedInteraction {
  const { externalId, author, at, kind = 'comment' } = comment;
  const { accountId } = captureOf(comment);
  const person = { externalId: author, name: author, avatarUrl: null, followers: null, verified: null };
  return aCaptured({ kind, externalId, accountId, author: person, text, commentedAt: at, capturedAt: now });
}

export function commentSeen(comment: ScenarioComment, text: string, now: Instant): Sighting {
  return { kind: 'seen', interaction: captured(comment, text, now) };
}

export function commentRemoved(comment: ScenarioComment, now: Instant): Sighting {
  const { accountId } = captureOf(comment);
  const { externalId } = comment;
  return { kind: 'removed', removal: { provider: 'facebook', accountId, externalId, removedAt: now } };
}

/** The platform reports every reply of the page, whoever wrote it. */
export function replySeen(comment: ScenarioComment, reply: ShownReply, now: Instant): Sighting {
  const page = { externalId: `page_${comment.organizationId}`, name: 'Bean Bar' };
  const interaction = captured(comment, reply.text, now);
  return {
    kind: 'seen',
    interaction: {
      ...interaction,
      kind: 'reply',
      externalId: reply.externalId,
      parentExternalId: comment.externalId,
      author: { ...interaction.author, ...page },
      isFromOwner: true,
      commentedAt: now,
    },
  };
}
