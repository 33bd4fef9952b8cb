import { screenText } from '../automation/screens/screen-text.ts';
import { type CapturedInteraction, contentIdOf, interactionIdOf } from './captured-interaction.ts';
import { hashOfText, type Interaction } from './interaction.ts';

/** An interaction that was never seen before; the account's own words need nobody's attention (CM-13). */
export function newInteraction(captured: CapturedInteraction): Interaction {
  const { provider, accountId, contentExternalId, isFromOwner } = captured;
  return {
    ...captured,
    ...readingOf(captured.text),
    interactionId: interactionIdOf(captured),
    contentId: contentExternalId && contentIdOf({ provider, accountId, externalId: contentExternalId }),
    status: isFromOwner ? 'closed' : 'new',
    revision: 1,
    textSeenAt: captured.capturedAt,
    editedAt: null,
    removedAt: null,
    decision: null,
    manualReason: null,
    pendingReply: null,
    refusedReply: null,
    lease: null,
    reply: null,
    undoneReply: null,
    isRead: isFromOwner,
    assigneeId: null,
    tags: [],
    note: '',
    closedAt: isFromOwner ? captured.capturedAt : null,
    updatedAt: captured.capturedAt,
    version: 1,
  };
}

/** The same interaction with the text that the platform shows now. */
export function revised(known: Interaction, captured: CapturedInteraction): Interaction {
  const { text, capturedAt, asOf, attachments } = captured;
  return {
    ...known,
    ...readingOf(text),
    text,
    attachments,
    revision: known.revision + 1,
    textSeenAt: capturedAt,
    asOf,
    editedAt: capturedAt,
    refusedReply: null,
    isRead: known.isFromOwner,
  };
}

/** What follows from a text alone; its analysis has to be made anew. */
function readingOf(text: string): Pick<Interaction, 'textHash' | 'screen' | 'analysis'> {
  const screen = screenText(text);
  return { textHash: hashOfText(text), screen: screen.matched.length > 0 ? screen : null, analysis: null };
}
