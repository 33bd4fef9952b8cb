import type { SocialAccount } from '../accounts/social-account.ts';
import type { CapturedInteraction } from '../interactions/captured-interaction.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { Content } from './content.ts';

export interface ContentStore {
  findMany(context: TenantContext, contentIds: readonly string[]): Promise<Content[]>;
  /**
   * Stores what the platform shows, with the day's sample of its statistics.
   * The campaign that a member assigned stays.
   */
  save(context: TenantContext, content: Content): Promise<void>;
}

/** One reading of an account; times are those of the platform. */
export interface Reading {
  account: SocialAccount;
  token: string;
  /** Nothing older; null reads all. */
  since: Instant | null;
  capturedAt: Instant;
}

/** What a platform shows of an account. All methods read page by page while they are consumed. @throws ProviderError */
export interface PlatformReader {
  /** Newest first. */
  posts(reading: Reading): AsyncIterable<Content>;
  /** Comments and replies on every level below one post. */
  comments(reading: Reading, contentExternalId: string): AsyncIterable<CapturedInteraction>;
}

/** Where somebody else mentions the account: in a comment, or, where both are the same, in the media's caption. */
export interface MentionKey {
  externalId: string;
  contentExternalId: string;
}

/** Reads what a mention says, which its webhook does not tell. @throws ProviderError */
export type MentionReader = (
  reading: Pick<Reading, 'account' | 'token' | 'capturedAt'>,
  mention: MentionKey,
) => Promise<CapturedInteraction>;
