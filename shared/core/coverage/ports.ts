import type { Tracker, TrackerChannel, TrackerTotals } from '../campaigns/tracker.ts';
import type { Page, PageRequest } from '../kernel/page.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { Clipping } from './clipping.ts';
import type { FeedDocument } from './feed-document.ts';
import type { FeedState, ReadOutcome } from './feed-state.ts';
import type { FeedWatch } from './feed-watch.ts';
import type { SpamPattern } from './spam-pattern.ts';
import type { Suggestion, SuggestionStatus } from './suggestion.ts';

/** What reading a feed made of what was known of it. */
export interface FeedChange {
  before: FeedState;
  after: FeedState;
}

/** The state of every watched feed and who watches it: shared by all tenants, read by crawls. */
export interface FeedRegistry {
  /** Consistent; missing feeds are left out. */
  states(feedIds: readonly string[]): Promise<FeedState[]>;
  watches(feedId: string): Promise<FeedWatch[]>;
  /** Takes a feed for a crawl if its time has come and no other crawl is at work on it. */
  claim(feedId: string, now: Instant, until: Instant): Promise<FeedState | undefined>;
  /** Keeps what a crawl has changed; a watch that came meanwhile makes the feed due again at once. */
  finish(change: FeedChange, now: Instant): Promise<void>;
  /** The same for many feeds with few requests, at twice the write units; of two changes of one feed the last counts. */
  finishTogether(changes: readonly FeedChange[], now: Instant): Promise<void>;
  /** Gives a claimed feed back after a failure of our own, to be tried again. */
  release(feedId: string): Promise<void>;
  /** Forgets a feed that nobody watches; does nothing if somebody came meanwhile. */
  forget(state: FeedState): Promise<void>;
  /** Records a watch; a new or changed one makes the feed due and read in full. */
  watch(watch: FeedWatch, now: Instant): Promise<void>;
  unwatch(watch: Pick<FeedWatch, 'feedId' | 'organizationId' | 'trackerId' | 'channelId'>): Promise<void>;
  /** Makes feeds due now, apart from those read a short while ago or resting after failures; returns those due. */
  bringForward(feedIds: readonly string[], now: Instant): Promise<FeedState[]>;
  /** Feeds that a crawl at this time should read. */
  due(until: Instant): AsyncIterable<string>;
}

/** Crawlers that must not ask a host beside each other take turns. */
export interface HostTurns {
  /** False while another crawler has its turn. One that dies gives it back at the end of its time. */
  take(host: string, now: Instant, until: Instant): Promise<boolean>;
  giveBack(host: string): Promise<void>;
}

export type FetchedFeed =
  | (Extract<ReadOutcome, { kind: 'read' }> & { document: FeedDocument })
  | Exclude<ReadOutcome, { kind: 'read' }>;

/** Reads one feed from the outside world; every failure is an outcome. */
export type FetchFeed = (feed: {
  url: string;
  etag: string | null;
  lastModified: string | null;
}) => Promise<FetchedFeed>;

/**
 * What an article may be recognised by within a campaign: its address, the aggregator's identifier, or its story; and what
 * its text's copies are looked up by.
 */
export type ArticleKey = `url ${string}` | `aggregator ${string}` | `story ${string}` | `copy ${string}`;

/** One step of a campaign's coverage: all of it is stored, or nothing. */
export interface CoverageChange {
  trackerId: string;
  /** `versionBefore` is null for a new one. */
  suggestion: { after: Suggestion; versionBefore: number | null } | null;
  /** Keys that lead to the suggestion from now on; `before` is what the key led to when it was read. */
  keys: { key: ArticleKey; before: string | null }[];
  /** The first of its copies, if that does not know yet that there are others. */
  original?: { suggestionId: string; syndicationGroupId: string } | undefined;
  clipping: { created: Clipping } | { deleted: Clipping } | null;
  totals: Partial<TrackerTotals>;
  channels: (Pick<TrackerChannel, 'channelId'> &
    Partial<Pick<TrackerChannel, 'isActive' | 'isFound' | 'foundAt'>> & { newArticles: number })[];
}

/** Times are those of detection, `from` included and `to` not. */
export type ClippingFilter = {
  [K in 'sentiment' | 'outletType' | 'detection']?: Clipping[K] | undefined;
} & {
  [K in 'campaignId' | 'projectId' | 'publicationId']?: string | undefined;
} & { from?: Instant | undefined; to?: Instant | undefined };

export interface SuggestionFilter {
  campaignId?: string | undefined;
  status?: SuggestionStatus | undefined;
  syndicationGroupId?: string | undefined;
}

/** What is undefined stays as it is. */
export type ClippingChanges = { [K in keyof Clipping]?: Clipping[K] | undefined };

/** A tenant's suggestions and clippings, with the trackers' figures that follow from them. */
export interface CoverageStore {
  suggestion(context: TenantContext, suggestionId: string): Promise<Suggestion | undefined>;
  suggestions(context: TenantContext, filter: SuggestionFilter, page: PageRequest): Promise<Page<Suggestion>>;
  clipping(context: TenantContext, clippingId: string): Promise<Clipping | undefined>;
  clippings(context: TenantContext, filter: ClippingFilter, page: PageRequest): Promise<Page<Clipping>>;
  /** Forgets a campaign's suggestions and what its articles were recognised by. */
  deleteSuggestions(context: TenantContext, campaignId: string): Promise<void>;
  updateClipping(
    context: TenantContext,
    clippingId: string,
    changes: ClippingChanges,
    ifMatch?: number,
  ): Promise<Clipping>;
  /** Which suggestions of a campaign the keys lead to. */
  recognise(
    context: TenantContext,
    campaignId: string,
    keys: readonly ArticleKey[],
  ): Promise<Map<ArticleKey, string>>;
  /** @throws conflict when anything is no longer as the change assumed it: read again and decide anew. */
  apply(context: TenantContext, change: CoverageChange): Promise<void>;
}

/** An article that a pattern kept out of a campaign. */
export interface SpamMatch {
  patternId: string;
  campaignId: string;
  keys: readonly ArticleKey[];
  /** Its own address is known, not only what an aggregator tells. */
  hasAddress: boolean;
  now: Instant;
}

export type SpamPatternChanges = Partial<
  Pick<SpamPattern, 'pattern' | 'isRegex' | 'isActive' | 'description'>
>;

/** A tenant's spam patterns (PM-12). */
export interface SpamPatternStore {
  create(context: TenantContext, pattern: SpamPattern): Promise<void>;
  find(context: TenantContext, patternId: string): Promise<SpamPattern | undefined>;
  count(context: TenantContext): Promise<number>;
  page(
    context: TenantContext,
    filter: { campaignId?: string | undefined },
    request: PageRequest,
  ): Promise<Page<SpamPattern>>;
  /** Those that are switched on, the oldest first. */
  active(context: TenantContext): Promise<SpamPattern[]>;
  /** @throws not-found; precondition `version_mismatch` when `ifMatch` is not its version. */
  update(
    context: TenantContext,
    patternId: string,
    changes: SpamPatternChanges,
    ifMatch?: number,
  ): Promise<SpamPattern>;
  delete(context: TenantContext, patternId: string): Promise<void>;
  deleteOfCampaign(context: TenantContext, campaignId: string): Promise<void>;
  /** Counts an article on the pattern, once per campaign; it is no edit, so the version stays. */
  countMatch(context: TenantContext, match: SpamMatch): Promise<void>;
}

/** The trackers as coverage needs them. */
export interface TrackedChannels {
  tracker(context: TenantContext, trackerId: string): Promise<Tracker | undefined>;
  channels(context: TenantContext, trackerId: string): Promise<TrackerChannel[]>;
  /** A tracker with those of the named channels that it has, in one read. */
  withChannels(
    context: TenantContext,
    trackerId: string,
    channelIds: readonly string[],
  ): Promise<{ tracker: Tracker; channels: TrackerChannel[] } | undefined>;
}
