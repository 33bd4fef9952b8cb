import type { SocialAccount } from '../accounts/social-account.ts';
import type { CapturedInteraction } from '../interactions/captured-interaction.ts';
import type { Page, PageRequest } from '../kernel/page.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { Content } from './content.ts';
import type { Insights } from './figures.ts';

export interface ContentStore {
  findMany(context: TenantContext, contentIds: readonly string[]): Promise<Content[]>;
  /**
   * Stores what the platform shows, with the day's sample of its statistics.
   * The campaign that a member assigned stays.
   */
  save(context: TenantContext, content: Content): Promise<void>;
  /** The newest first. */
  page(context: TenantContext, filter: ContentFilter, request: PageRequest): Promise<Page<Content>>;
  /** The samples of its statistics, the oldest first. */
  series(context: TenantContext, contentId: string): Promise<StatisticsSample[]>;
  /** Undefined where there is no such content. */
  assign(context: TenantContext, contentId: string, campaignId: string | null): Promise<Content | undefined>;
}

export interface ContentFilter {
  accountId?: string | undefined;
  provider?: string | undefined;
  from?: Instant | undefined;
  until?: Instant | undefined;
}

export type StatisticsSample = Content['statistics'] & { day: string };

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
  /** The platform counts comments days later, so that an unchanged count does not say that there are no new ones. */
  hasLateCounts?: true;
  /** Newest first. */
  posts(reading: Reading): AsyncIterable<Content>;
  /** What others published about the account, where that can be listed. */
  mentions?(reading: Reading): AsyncIterable<CapturedInteraction>;
  /** Figures that a post does not carry itself. */
  insights?(reading: Reading, contentExternalId: string): Promise<Insights>;
  /** Direct messages on both sides, where the platform has them and the account's owner allowed it. */
  messages?(reading: Reading): AsyncIterable<CapturedInteraction>;
  /** What a person calls themselves who wrote a message. */
  nameOf?(token: string, personExternalId: string): Promise<string>;
  /** Comments and replies on every level below one post. */
  comments(reading: Reading, contentExternalId: string): AsyncIterable<CapturedInteraction>;
}

/**
 * Something that a webhook announces without saying all about it: a comment whose author is not told, or a mention of
 * the account, which is a media's caption where both ids are the same.
 */
export interface AnnouncedKey {
  externalId: string;
  contentExternalId: string;
  /** The comment that a reply is below; null at the top level. */
  parentExternalId: string | null;
}

/** Reads what was announced. @throws ProviderError `gone` where the platform does not show it */
export type AnnouncementReader = (
  reading: Pick<Reading, 'account' | 'token' | 'capturedAt'>,
  mention: AnnouncedKey,
) => Promise<CapturedInteraction>;
