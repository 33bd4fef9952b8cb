import type { SocialAccount } from '../accounts/social-account.ts';
import type { Page, PageRequest } from '../kernel/page.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { RefusalCode } from '../replies/platform.ts';
import type { Conversation, SentBy } from './conversation.ts';

/** Where a message stands in its conversation; what it says lies in its interaction. */
export interface MessagePlace {
  /** The id of its interaction. */
  messageId: string;
  sentAt: Instant;
  isFromOwner: boolean;
  sentBy: SentBy | null;
}

/** A message with what its conversation shows of it. */
export interface RecordedMessage extends MessagePlace {
  conversation: Pick<Conversation, 'conversationId' | 'provider' | 'accountId' | 'participant'>;
  preview: string;
}

export interface ConversationFilter {
  accountId?: string | undefined;
  provider?: string | undefined;
  /** The person waits for an answer. */
  isUnanswered?: boolean | undefined;
}

export interface ConversationStore {
  /** In whatever order messages come and however often; who sent one is never forgotten. */
  record(context: TenantContext, message: RecordedMessage): Promise<void>;
  find(context: TenantContext, conversationId: string): Promise<Conversation | undefined>;
  /** The latest first. */
  page(context: TenantContext, filter: ConversationFilter, request: PageRequest): Promise<Page<Conversation>>;
  /** The newest first. */
  messages(context: TenantContext, conversationId: string, request: PageRequest): Promise<Page<MessagePlace>>;
}

/** To whom a message goes: a person, or who wrote a comment, which is possible once (CM-05). */
export type Recipient =
  | { kind: 'person'; externalId: string; isLate: boolean }
  | { kind: 'commenter'; commentExternalId: string };

/** `refused` only where the platform certainly sent nothing; everything unclear is `uncertain`. */
export type MessageOutcome =
  | { kind: 'sent'; externalId: string; recipientExternalId: string }
  | { kind: 'refused'; code: RefusalCode; reason: string; retryAfterSeconds?: number | undefined }
  | { kind: 'uncertain'; reason: string };

/** Sends messages; never repeats a request that may have had an effect. */
export interface PlatformMessages {
  send(
    context: TenantContext,
    account: SocialAccount,
    recipient: Recipient,
    text: string,
  ): Promise<MessageOutcome>;
}
