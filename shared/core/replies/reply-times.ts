import type { InteractionKind } from '../interactions/captured-interaction.ts';
import { addMilliseconds, addSeconds, earliest, type Instant, MillisecondsPerDay } from '../kernel/time.ts';

/** No reply appears earlier than this after capture, whatever a rule says (AR-09). */
const ShortestDelaySeconds = 30;

/** When a rule's reply is due: its delay after the text was captured, never less than 30 seconds (AR-09). */
export function dueAtOf(textSeenAt: Instant, delaySeconds: number): Instant {
  return addSeconds(textSeenAt, Math.max(ShortestDelaySeconds, delaySeconds));
}

/**
 * After this a reply goes to people instead: 24 hours after capture, or the end of the platform's window (AR-10).
 * The window of a direct message opens with the message itself.
 */
export function latestSendAtOf(of: {
  kind: InteractionKind;
  capturedAt: Instant;
  commentedAt: Instant;
}): Instant {
  const dayAfterCapture = addMilliseconds(of.capturedAt, MillisecondsPerDay);
  const hasWindow = of.kind === 'direct_message' || of.kind === 'story_mention';
  return hasWindow
    ? earliest(dayAfterCapture, addMilliseconds(of.commentedAt, MillisecondsPerDay))
    : dayAfterCapture;
}
