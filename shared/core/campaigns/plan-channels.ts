import { GoogleNewsHost, googleNewsSearchUrl } from '../coverage/google-news.ts';
import { publisherDomain } from '../coverage/normalise-url.ts';
import type { Contact } from '../publications/contact.ts';
import type { Publication } from '../publications/publication.ts';
import type { CampaignMonitoring } from './campaign.ts';
import type { CampaignSend } from './campaign-send.ts';
import { channelIdOf, feedIdOf, feedUrlOf, type SkippedRecipient, type TrackerChannel } from './tracker.ts';

export interface ChannelPlanInput {
  trackerId: string;
  monitoringConfig: CampaignMonitoring;
  sends: readonly CampaignSend[];
  contacts: ReadonlyMap<string, Contact>;
  publications: ReadonlyMap<string, Publication>;
}

/** A channel that a tracker should have, without what happens to it later. */
export type PlannedChannel = Omit<TrackerChannel, 'isActive' | 'isFound' | 'foundAt' | 'articlesFound'>;

export interface ChannelPlan {
  channels: PlannedChannel[];
  skippedRecipients: SkippedRecipient[];
}

/**
 * PM-05: one channel per feed of the publications of everybody to whom the campaign was sent, each feed once,
 * plus the campaign's own feeds, plus exactly one Google News channel when there are keywords.
 * A recipient who yields no feed is reported and does not stop the others.
 */
export function planChannels(input: ChannelPlanInput): ChannelPlan {
  const skippedRecipients: SkippedRecipient[] = [];
  const reached = new Map<string, Publication>();
  for (const { contactId } of input.sends.filter((send) => send.status === 'sent')) {
    const outcome = publicationsOf(contactId, input);
    if ('skipped' in outcome) skippedRecipients.push(outcome.skipped);
    else for (const publication of outcome.found) reached.set(publication.publicationId, publication);
  }
  const channels = [
    ...[...reached.values()].flatMap((publication) => publicationChannels(input.trackerId, publication)),
    ...ownFeedChannels(input),
    ...googleNewsChannel(input),
  ];
  return { channels: uniqueById(channels), skippedRecipients };
}

function publicationsOf(contactId: string, input: ChannelPlanInput) {
  const contact = input.contacts.get(contactId);
  const skipped = (reason: SkippedRecipient['reason']) => ({
    skipped: { contactId, name: contact?.name ?? contactId, reason },
  });
  if (!contact) return skipped('contact_missing');
  if (contact.publicationIds.length === 0) return skipped('no_publication');
  const existing = contact.publicationIds.flatMap((id) => input.publications.get(id) ?? []);
  if (existing.length === 0) return skipped('publication_missing');
  const monitored = existing.filter((publication) => publication.monitoringConfig.enabled);
  if (monitored.length === 0) return skipped('monitoring_disabled');
  const found = monitored.filter((publication) => publication.monitoringConfig.rssFeedUrls.length > 0);
  return found.length === 0 ? skipped('no_feed') : { found };
}

function publicationChannels(trackerId: string, publication: Publication): PlannedChannel[] {
  const { rssFeedUrls, keywords, keywordModes, checkFrequency } = publication.monitoringConfig;
  return rssFeedUrls.map((address) => ({
    ...rssChannel(trackerId, address),
    publicationId: publication.publicationId,
    sourceName: publication.title,
    sourceIdentity: `publication:${publication.publicationId}`,
    publicationKeywords: keywords,
    publicationKeywordModes: keywordModes,
    checkFrequency,
  }));
}

function ownFeedChannels({ trackerId, monitoringConfig }: ChannelPlanInput): PlannedChannel[] {
  return monitoringConfig.sources.rssFeeds.map((address) => {
    const host = publisherDomain(address) ?? address;
    return {
      ...rssChannel(trackerId, address),
      publicationId: null,
      sourceName: host,
      sourceIdentity: `host:${host}`,
      publicationKeywords: [],
      publicationKeywordModes: {},
      checkFrequency: 'daily',
    };
  });
}

function googleNewsChannel({ trackerId, monitoringConfig }: ChannelPlanInput): PlannedChannel[] {
  const { sources, keywords, locale } = monitoringConfig;
  if (!sources.googleNews || keywords.length === 0) return [];
  const feedUrl = googleNewsSearchUrl(keywords, locale);
  return [
    {
      channelId: channelIdOf(trackerId, { sourceType: 'google_news', feedUrl }),
      sourceType: 'google_news',
      feedId: feedIdOf(feedUrl),
      feedUrl,
      publicationId: null,
      sourceName: 'Google News',
      sourceIdentity: GoogleNewsSource,
      publicationKeywords: [],
      publicationKeywordModes: {},
      checkFrequency: 'daily',
    },
  ];
}

/** All editions and searches of Google News are one voice. */
export const GoogleNewsSource = `host:${GoogleNewsHost}`;

function rssChannel(trackerId: string, address: string) {
  const feedUrl = feedUrlOf(address);
  return {
    channelId: channelIdOf(trackerId, { sourceType: 'rss_feed', feedUrl }),
    sourceType: 'rss_feed' as const,
    feedId: feedIdOf(feedUrl),
    feedUrl,
  };
}

/** A feed that a publication and the campaign both name stays the publication's. */
function uniqueById(channels: readonly PlannedChannel[]): PlannedChannel[] {
  const byId = new Map<string, PlannedChannel>();
  for (const channel of channels) if (!byId.has(channel.channelId)) byId.set(channel.channelId, channel);
  return [...byId.values()];
}
