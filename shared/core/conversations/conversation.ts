import * as z from 'zod';
import { Provider } from '../accounts/social-account.ts';
import { derivedId } from '../kernel/ids.ts';
import { addMilliseconds, type Instant, MillisecondsPerDay } from '../kernel/time.ts';

/** The person on the other side of a conversation, as the platform names them to this account. */
export const Participant = z.object({ externalId: z.string(), name: z.string() });
export type Participant = z.infer<typeof Participant>;

/** All direct messages between an account and one person. */
export const Conversation = z.object({
  conversationId: z.string(),
  provider: Provider,
  accountId: z.string(),
  participant: Participant,
  /** The first 200 characters of the latest message. */
  preview: z.string(),
  lastMessageAt: z.string(),
  /** False while the person waits for an answer. */
  isLastFromOwner: z.boolean(),
  /** When the person last wrote: their message opens the window for answers. */
  lastInboundAt: z.string().nullable(),
});
export type Conversation = z.infer<typeof Conversation>;

/** Who sent a message of the account's own through Earshot; null for what was written on the platform. */
export const SentBy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('member'), memberId: z.string() }),
  z.object({ kind: z.literal('automation') }),
]);
export type SentBy = z.infer<typeof SentBy>;

/** The identity of a conversation: platforms tell the person with every message, and not always a thread. */
export function conversationIdOf(of: {
  provider: Provider;
  accountId: string;
  participant: Pick<Participant, 'externalId'>;
}): string {
  return derivedId('cnv', of.provider, of.accountId, of.participant.externalId);
}

const WindowMilliseconds = MillisecondsPerDay;

/** Only what a person writes, and only on Messenger (platform policy, tag HUMAN_AGENT). */
const LateWindowMilliseconds = 7 * MillisecondsPerDay;

/** Whether a person may write now: as an answer, late with the platform's tag for people, or not at all. */
export function windowOf(
  { provider, lastInboundAt }: Pick<Conversation, 'provider' | 'lastInboundAt'>,
  now: Instant,
): 'open' | 'late' | 'closed' {
  if (lastInboundAt === null) return 'closed';
  if (now <= addMilliseconds(lastInboundAt, WindowMilliseconds)) return 'open';
  const isLate = now <= addMilliseconds(lastInboundAt, LateWindowMilliseconds);
  return isLate && provider === 'facebook' ? 'late' : 'closed';
}

/** Until when a person may write in a conversation; null where nobody has written to the account yet. */
export function writableUntil({
  provider,
  lastInboundAt,
}: Pick<Conversation, 'provider' | 'lastInboundAt'>): Instant | null {
  const window = provider === 'facebook' ? LateWindowMilliseconds : WindowMilliseconds;
  return lastInboundAt && addMilliseconds(lastInboundAt, window);
}
