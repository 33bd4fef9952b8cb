import {
  type CampaignView,
  CheckTracker,
  GetCampaign,
  GetTracker,
  ImportSends,
  ListCampaigns,
  UpdateCampaign,
} from '../../../shared/contract/api/campaigns.ts';
import {
  ConfirmSuggestion,
  DeleteClipping,
  EnterClipping,
  ExportClippingsWorkbook,
  GetCoverageReport,
  ListClippings,
  ListSuggestions,
  MarkSuggestionAsSpam,
  UpdateClipping,
} from '../../../shared/contract/api/coverage.ts';
import {
  CreateSpamPattern,
  DeleteSpamPattern,
  ListSpamPatterns,
  UpdateSpamPattern,
} from '../../../shared/contract/api/spam-patterns.ts';
import type { Clipping } from '../../../shared/core/coverage/clipping.ts';
import type { SpamPattern } from '../../../shared/core/coverage/spam-pattern.ts';
import {
  figuresOf,
  type Suggestion,
  type SuggestionSource,
} from '../../../shared/core/coverage/suggestion.ts';
import { withoutAbsent } from './fake-organization.ts';
import { FakeProblem, type FakeRoute, fake } from './fake-route.ts';

const Found = '2026-11-20T05:02:00.000Z';

function aSource(name: string, matchScore: number): SuggestionSource {
  const host = `${name.toLowerCase().replaceAll(' ', '-')}.example`;
  return {
    identity: `host:${host}`,
    type: 'rss_feed',
    channelIds: ['chn_1'],
    sourceName: name,
    sourceUrl: `https://${host}/feed`,
    publicationId: null,
    articleUrl: `https://${host}/autumn-blend`,
    outlet: name,
    isPublisher: true,
    publishedAt: Found,
    matchScore,
    matchedKeywords: ['Bean Bar', 'autumn blend'],
    evidence: null,
    foundAt: Found,
  };
}

const googleNews: SuggestionSource = {
  ...aSource('Daily Herald', 82),
  identity: 'google_news',
  type: 'google_news',
};

function aSuggestion(overrides: Partial<Suggestion>): Suggestion {
  const sources = overrides.sources ?? [aSource('Daily Herald', 75)];
  return {
    suggestionId: 'sug_1',
    campaignId: 'cmp_autumn',
    trackerId: 'trk_autumn',
    articleUrl: sources[0]?.articleUrl ?? '',
    normalizedUrl: 'daily-herald.example/autumn-blend',
    title: 'Bean Bar brings the autumn into the cup',
    excerpt: 'The small roastery from the harbour district has a new blend, and queues to match.',
    imageUrl: null,
    publishedAt: Found,
    sources,
    ...figuresOf(sources),
    status: 'pending',
    foundAt: Found,
    autoConfirmedAt: null,
    reviewedBy: null,
    reviewedAt: null,
    clippingId: null,
    spamMarkedBy: null,
    spamMarkedAt: null,
    spamPatternId: null,
    syndicationGroupId: null,
    version: 1,
    ...overrides,
  };
}

function someSuggestions(): Suggestion[] {
  return [
    aSuggestion({}),
    aSuggestion({
      suggestionId: 'sug_2',
      title: 'Ten coffee bars worth the detour',
      excerpt: 'From Porto to Hamburg: where the baristas still have time for a talk.',
      sources: [aSource('Kaffee Magazin', 58)],
    }),
    aSuggestion({
      suggestionId: 'sug_3',
      title: 'Autumn blend of Bean Bar wins regional award',
      sources: [aSource('Kaffee Magazin', 91), aSource('Jornal do Porto', 80), googleNews],
      status: 'auto_confirmed',
      autoConfirmedAt: Found,
      clippingId: 'clp_1',
    }),
  ];
}

const clipping: Clipping = {
  clippingId: 'clp_1',
  campaignId: 'cmp_autumn',
  projectId: null,
  suggestionId: 'sug_3',
  title: 'Autumn blend of Bean Bar wins regional award',
  url: 'https://kaffee-magazin.example/autumn-blend',
  excerpt: 'The jury praised balance and provenance.',
  publishedAt: Found,
  outlet: 'Kaffee Magazin',
  outletType: 'online',
  publicationId: null,
  sentiment: 'neutral',
  detection: 'automated',
  detectedAt: Found,
  createdBy: 'earshot',
  verifiedBy: null,
  verifiedAt: null,
  evidence: [aSource('Kaffee Magazin', 91), aSource('Jornal do Porto', 80)],
  version: 1,
};

/** What is kept out: one pattern to begin with. */
export function fakeSpamPatterns(): FakeRoute[] {
  const patterns = [spamPattern];
  const find = (patternId: string) => {
    const found = patterns.find((one) => one.patternId === patternId);
    if (!found) throw new FakeProblem(404, 'not_found', 'The pattern was not found.');
    return found;
  };
  return [
    fake(ListSpamPatterns, () => ({ items: patterns })),
    fake(CreateSpamPattern, ({ body }) => {
      const made = { ...spamPattern, ...body, patternId: 'spm_2', timesMatched: 0, lastMatchedAt: null };
      patterns.unshift(made);
      return made;
    }),
    fake(UpdateSpamPattern, ({ params, body }) => {
      const found = find(params.patternId);
      return Object.assign(found, withoutAbsent(body), { version: found.version + 1 });
    }),
    fake(DeleteSpamPattern, ({ params }) => {
      patterns.splice(patterns.indexOf(find(params.patternId)), 1);
      return undefined;
    }),
  ];
}

export function fakePress(): FakeRoute[] {
  const suggestions = someSuggestions();
  const clippings = [{ ...clipping }];
  const campaign: CampaignView = { ...autumnBlend };
  const decide = (suggestionId: string, status: Suggestion['status']): Suggestion => {
    const suggestion = suggestions.find((one) => one.suggestionId === suggestionId);
    if (!suggestion) throw new FakeProblem(404, 'not_found', 'The suggestion was not found.');
    return Object.assign(suggestion, { status });
  };
  return [
    fake(ListSuggestions, ({ query }) => ({
      items: suggestions.filter(({ status }) => !query.status || status === query.status),
    })),
    fake(ConfirmSuggestion, ({ params }) => decide(params.suggestionId, 'confirmed')),
    fake(MarkSuggestionAsSpam, ({ params }) => decide(params.suggestionId, 'spam')),
    fake(ListClippings, () => ({ items: clippings })),
    fake(EnterClipping, ({ body }) => {
      const made = { ...clipping, ...body, clippingId: 'clp_2', detection: 'manual' as const, evidence: [] };
      clippings.unshift(made);
      return made;
    }),
    fake(UpdateClipping, ({ params, body }) => {
      const found = clippings.find((one) => one.clippingId === params.clippingId);
      if (!found) throw new FakeProblem(404, 'not_found', 'The clipping was not found.');
      return Object.assign(found, withoutAbsent(body), { version: found.version + 1 });
    }),
    fake(DeleteClipping, ({ params }) => {
      clippings.splice(
        clippings.findIndex((one) => one.clippingId === params.clippingId),
        1,
      );
      return undefined;
    }),
    fake(ExportClippingsWorkbook, () => new Uint8Array([80, 75])),
    fake(ListCampaigns, () => ({ items: [campaign] })),
    fake(GetCampaign, () => campaign),
    fake(UpdateCampaign, ({ body }) =>
      Object.assign(campaign, withoutAbsent(body), { version: campaign.version + 1 }),
    ),
    fake(GetCoverageReport, () => report),
    fake(ImportSends, ({ body }) => ({
      recorded: body.csv.split('\n').length - 2,
      errors: [{ row: 3, code: 'unknown_contact', message: 'Nobody has the address x@y.example.' }],
      trackerProblem: null,
    })),
    fake(GetTracker, () => tracker),
    fake(CheckTracker, () => ({ feeds: 3, skipped: 0, job: checkJob })),
  ];
}

const spamPattern: SpamPattern = {
  patternId: 'spm_1',
  type: 'url_domain',
  pattern: 'press-portal.example',
  isRegex: false,
  scope: 'global',
  campaignId: null,
  isActive: true,
  timesMatched: 14,
  lastMatchedAt: Found,
  description: 'Repeats what is sent to it.',
  createdBy: 'user-mara',
  createdAt: Found,
  version: 1,
};

const checkJob = {
  jobId: 'job_1',
  kind: 'tracker_check' as const,
  status: 'running' as const,
  parts: 3,
  doneParts: 0,
  result: { feeds: 3, skipped: 0 },
  createdAt: '2026-11-20T12:00:00.000Z',
  createdBy: 'mem_ana',
  finishedAt: null,
};

const monitoring = {
  enabled: true,
  periodDays: 90 as const,
  keywords: ['Bean Bar', 'autumn blend'],
  keywordModes: {},
  sources: { googleNews: true, rssFeeds: [] },
  minMatchScore: 70,
  locale: 'en-GB',
};

const autumnBlend = {
  campaignId: 'cmp_autumn',
  name: 'Autumn blend',
  projectId: null,
  monitoringConfig: monitoring,
  monitoringSavedAt: Found,
  trackerProblem: null,
  createdAt: Found,
  version: 1,
  trackerId: 'trk_autumn',
};

const recipient = {
  contactId: 'con_ana',
  name: 'Ana Sousa',
  status: 'sent' as const,
  sentAt: Found,
  publications: [{ publicationId: 'pub_1', title: 'Kaffee Magazin' }],
  hasPublished: true,
  clippings: 1,
};

const channel = {
  channelId: 'chn_1',
  sourceType: 'rss_feed' as const,
  feedId: 'feed_1',
  feedUrl: 'https://kaffee-magazin.example/feed.xml',
  publicationId: 'pub_1',
  sourceName: 'Kaffee Magazin',
  sourceIdentity: 'publication:pub_1',
  publicationKeywords: [],
  checkFrequency: 'daily' as const,
  isActive: false,
  isFound: true,
  foundAt: Found,
  articlesFound: 2,
  feed: {
    health: 'healthy' as const,
    lastCheckedAt: Found,
    lastSuccessAt: Found,
    failureCount: 0,
    lastError: null,
    nextAt: '2026-11-21T05:00:00.000Z',
  },
};

const tracker = {
  trackerId: 'trk_autumn',
  campaignId: 'cmp_autumn',
  campaignName: 'Autumn blend',
  projectId: null,
  status: 'active' as const,
  startsAt: Found,
  endsAt: '2027-02-18T05:00:00.000Z',
  keywords: monitoring.keywords,
  minMatchScore: 70,
  skippedRecipients: [],
  totals: { articlesFound: 3, autoConfirmed: 1, manuallyAdded: 0, markedAsSpam: 0 },
  createdAt: Found,
  version: 1,
  channels: [channel],
  recipients: [recipient],
  lastCrawlAt: Found,
  nextCrawlAt: '2026-11-21T05:00:00.000Z',
};

const report = {
  campaignId: 'cmp_autumn',
  campaignName: 'Autumn blend',
  projectId: null,
  tracker,
  totals: {
    clippings: 1,
    automated: 1,
    manual: 0,
    outlets: 1,
    recipients: 1,
    recipientsWhoPublished: 1,
  },
  bySentiment: [
    { sentiment: 'positive' as const, clippings: 0 },
    { sentiment: 'neutral' as const, clippings: 1 },
    { sentiment: 'negative' as const, clippings: 0 },
  ],
  byType: [{ outletType: 'online' as const, clippings: 1 }],
  byOutlet: [{ outlet: 'Kaffee Magazin', publicationId: null, clippings: 1 }],
  byWeek: [{ week: '2026-11-16', clippings: 1 }],
  recipients: [recipient],
  channels: { total: 1, active: 0, found: 1, withArticles: 1, articles: 2 },
  clippings: [clipping],
};
