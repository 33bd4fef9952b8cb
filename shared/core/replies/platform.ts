import type { SocialAccount } from '../accounts/social-account.ts';
import type { InteractionKind } from '../interactions/captured-interaction.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';

/** A post that has not answered by then counts as uncertain; adapters abort their request at this time-out. */
export const PostTimeoutMilliseconds = 15_000;

/** What a platform needs to know to find an interaction and to answer it. */
export interface ReplyTarget {
  interactionId: string;
  externalId: string;
  kind: InteractionKind;
  contentExternalId: string | null;
  parentExternalId: string | null;
  authorExternalId: string | null;
}

/** One answer below an interaction, as the platform shows it now. */
export interface VisibleReply {
  externalId: string;
  /** Written by the connected account, whoever pressed the button. */
  isOwn: boolean;
  text: string;
  createdAt: Instant;
}

/**
 * What the platform shows at this moment.
 * `gone` is certain (deleted, or no longer visible to the account); everything unclear is `unavailable`.
 */
export type Look =
  | { kind: 'found'; comment: { text: string; isHidden: boolean }; replies: VisibleReply[] }
  | { kind: 'gone' }
  | { kind: 'unavailable'; reason: string; retryAfterSeconds?: number | undefined };

/** Why a platform certainly did not publish a reply. */
export type RefusalCode =
  /** Too many calls: the same text may be tried later. */
  | 'throttled'
  /** The token no longer works: the account must be reconnected. */
  | 'token_rejected'
  /** The comment is gone. */
  | 'comment_gone'
  /** The time in which an answer is allowed is over. */
  | 'window_closed'
  /** A permission is missing, the comment cannot be answered, or the text is not accepted. */
  | 'not_allowed';

/** `refused` only where the platform certainly published nothing; a time-out, a 5xx or garbage is `uncertain`. */
export type PostOutcome =
  | { kind: 'posted'; externalReplyId: string }
  | { kind: 'refused'; code: RefusalCode; reason: string; retryAfterSeconds?: number | undefined }
  | { kind: 'uncertain'; reason: string };

/** Reading and writing answers on a platform; neither call repeats a request that may have had an effect. */
export interface PlatformReplies {
  look(context: TenantContext, account: SocialAccount, target: ReplyTarget): Promise<Look>;
  post(
    context: TenantContext,
    account: SocialAccount,
    target: ReplyTarget,
    text: string,
  ): Promise<PostOutcome>;
}
