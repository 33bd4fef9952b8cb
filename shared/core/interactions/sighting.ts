import { needsRefresh } from '../accounts/retention.ts';
import {
  type CapturedInteraction,
  interactionIdOf,
  type RemovedInteraction,
} from './captured-interaction.ts';
import { hashOfText, hasLiveLease, type Interaction } from './interaction.ts';
import type { Known } from './ports.ts';

/** What a webhook or a sync pass reported; whether it is news is decided here. */
export type Sighting =
  | { kind: 'seen'; interaction: CapturedInteraction }
  | { kind: 'removed'; removal: RemovedInteraction };

export function subjectIdOf(sighting: Sighting): string {
  return interactionIdOf(sighting.kind === 'seen' ? sighting.interaction : sighting.removal);
}

/** What a sighting means, given what is known. */
export type News =
  | { kind: 'new'; captured: CapturedInteraction }
  | { kind: 'edited'; known: Interaction; captured: CapturedInteraction }
  /** Only counts or visibility changed. */
  | { kind: 'touched'; known: Interaction; captured: CapturedInteraction }
  | { kind: 'removed'; known: Interaction; removal: RemovedInteraction }
  | { kind: 'removed_unseen'; removal: RemovedInteraction }
  /** A reply to it is being posted at this moment: to be looked at again later. */
  | { kind: 'busy' }
  /** Delivered before, or older than what is known. */
  | { kind: 'nothing' };

/**
 * Compares a sighting with what is known, whatever the order of arrival (CM-10, CM-11): the same text is a redelivery,
 * another text that the platform showed later is an edit, earlier is old, and a removal wins over everything.
 */
export function newsOf(sighting: Sighting, known: Known | undefined, now: string): News {
  if (sighting.kind === 'removed') return newsOfRemoval(sighting.removal, known, now);
  const captured = sighting.interaction;
  if (known === undefined) return { kind: 'new', captured };
  if (known === 'removed' || known.status === 'deleted') return { kind: 'nothing' };
  if (hashOfText(captured.text) !== known.textHash) {
    if ((captured.asOf ?? captured.capturedAt) <= (known.asOf ?? known.textSeenAt))
      return { kind: 'nothing' };
    return hasLiveLease(known, now) ? { kind: 'busy' } : { kind: 'edited', known, captured };
  }
  return hasNewCounts(known, captured) ? { kind: 'touched', known, captured } : { kind: 'nothing' };
}

function newsOfRemoval(removal: RemovedInteraction, known: Known | undefined, now: string): News {
  if (known === undefined) return { kind: 'removed_unseen', removal };
  if (known === 'removed' || known.status === 'deleted') return { kind: 'nothing' };
  return hasLiveLease(known, now) ? { kind: 'busy' } : { kind: 'removed', known, removal };
}

/** Webhooks do not carry counts and visibility; only what a sync pass read is believed, and lengthens a life. */
function hasNewCounts(known: Interaction, captured: CapturedInteraction): boolean {
  if (captured.source !== 'sync') return false;
  return (
    known.likeCount !== captured.likeCount ||
    known.replyCount !== captured.replyCount ||
    known.isHidden !== captured.isHidden ||
    needsRefresh(known.expiresAt, captured.capturedAt)
  );
}
