export const press = {
  campaign: 'Campaign',
  anyCampaign: 'All campaigns',
  status: 'Status',
  anyStatus: 'Any status',
};

export const suggestions = {
  title: 'Suggestions',
  lead: 'Articles that may be coverage of your campaigns, with everybody who reported them.',
  statuses: {
    pending: 'To decide',
    confirmed: 'Confirmed',
    auto_confirmed: 'Confirmed automatically',
    spam: 'Spam',
  },
  confidences: { low: 'Low', medium: 'Medium', high: 'High', very_high: 'Very high' },
  confidence: 'Confidence: {{confidence}}',
  found: 'Found',
  sources: 'Reported by',
  score: 'Match score of {{source}}',
  average: 'Average {{score}}',
  highest: 'Best {{score}}',
  googleNews: 'Google News',
  confirm: 'Confirm',
  spam: 'Spam',
  confirmed: '“{{title}}” is coverage now.',
  marked: '“{{title}}” was marked as spam.',
  emptyTitle: 'No articles yet',
  empty: 'Feeds are read every morning at six. A campaign with keywords tells Earshot what to look for.',
  emptyAction: 'To the campaigns',
  noneTitle: 'Nothing to decide',
  none: 'No article has this status.',
};

export const clippings = {
  title: 'Clippings',
  lead: 'Confirmed coverage, with the evidence for it.',
  published: 'Published',
  outlet: 'Outlet',
  detection: { automated: 'Found by Earshot', manual: 'Entered by hand' },
  outletTypes: { online: 'Online', print: 'Print', radio: 'Radio', tv: 'TV', podcast: 'Podcast' },
  evidence_one: '{{count}} source',
  evidence_other: '{{count}} sources',
  emptyTitle: 'No coverage yet',
  empty:
    'Confirm a suggestion, and it is kept here. Articles that several sources report are confirmed by themselves.',
  emptyAction: 'To the suggestions',
};

export const campaigns = {
  title: 'Campaigns',
  lead: 'What you sent out, and what came of it.',
  keywords: 'Keywords',
  noMonitoring: 'Not monitored',
  trackerStatus: { active: 'Being watched', paused: 'Paused', ended: 'Ended' },
  until: 'until {{date}}',
  totals: {
    articlesFound: 'Articles',
    autoConfirmed: 'Automatic',
    manuallyAdded: 'By hand',
    markedAsSpam: 'Spam',
  },
  showSuggestions: 'Suggestions',
  crawl: 'Check feeds now',
  crawlStarted: 'The feeds of “{{name}}” are being read.',
  emptyTitle: 'No campaigns yet',
  empty: 'Campaigns are created by the API: POST /v1/campaigns with a name and the keywords to look for.',
};

export const publications = {
  title: 'Publications',
  lead: 'The outlets that you know, and the feeds that are read for you.',
  types: {
    newspaper: 'Newspaper',
    magazine: 'Magazine',
    online: 'Online',
    radio: 'Radio',
    tv: 'TV',
    podcast: 'Podcast',
    agency: 'Agency',
    blog: 'Blog',
    other: 'Other',
  },
  feeds_one: '{{count}} feed',
  feeds_other: '{{count}} feeds',
  watched: 'Watched',
  notWatched: 'Not watched',
  frequency: { daily: 'daily', twice_daily: 'twice a day' },
  articles_one: '{{count}} article found',
  articles_other: '{{count}} articles found',
  emptyTitle: 'No publications yet',
  empty: 'Publications are created by the API: POST /v1/publications with the addresses of their feeds.',
};
