import type { Wording } from '../../wording.ts';
import type * as en from '../en/press.ts';

export const press: Wording<typeof en.press> = {
  campaign: 'Kampagne',
  anyCampaign: 'Alle Kampagnen',
  status: 'Status',
};

export const suggestions: Wording<typeof en.suggestions> = {
  title: 'Vorschläge',
  lead: 'Artikel, die über Ihre Kampagnen berichten könnten, mit allen, die sie gemeldet haben.',
  tabs: {
    all: 'Alle',
    pending: 'Zu entscheiden',
    auto_confirmed: 'Automatisch bestätigt',
    confirmed: 'Bestätigt',
    spam: 'Spam',
  },
  statuses: {
    pending: 'Zu entscheiden',
    confirmed: 'Bestätigt',
    auto_confirmed: 'Automatisch bestätigt',
    spam: 'Spam',
  },
  confidences: { low: 'Gering', medium: 'Mittel', high: 'Hoch', very_high: 'Sehr hoch' },
  confidence: 'Sicherheit: {{confidence}}',
  found: 'Gefunden',
  sources: 'Gemeldet von',
  score: 'Trefferwert von {{source}}',
  average: 'Schnitt {{score}}',
  highest: 'Bester {{score}}',
  googleNews: 'Google News',
  confirm: 'Bestätigen',
  spam: 'Spam',
  confirmed: '„{{title}}“ ist jetzt ein Clipping.',
  marked: '„{{title}}“ wurde als Spam markiert.',
  emptyTitle: 'Noch keine Artikel',
  empty:
    'Feeds werden jeden Morgen um sechs gelesen. Eine Kampagne mit Stichwörtern sagt Earshot, wonach es suchen soll.',
  emptyAction: 'Zu den Kampagnen',
  noneTitle: 'Hier ist nichts',
  none: 'Kein Artikel hat diesen Status.',
};

export const clippings: Wording<typeof en.clippings> = {
  title: 'Clippings',
  lead: 'Bestätigte Berichterstattung, mit den Belegen dafür.',
  published: 'Erschienen',
  detection: { automated: 'Von Earshot gefunden', manual: 'Von Hand eingetragen' },
  outletTypes: { online: 'Online', print: 'Print', radio: 'Radio', tv: 'TV', podcast: 'Podcast' },
  evidence_one: '{{count}} Quelle',
  evidence_other: '{{count}} Quellen',
  emptyTitle: 'Noch keine Berichterstattung',
  empty:
    'Bestätigen Sie einen Vorschlag, und er wird hier abgelegt. Was mehrere Quellen melden, bestätigt sich selbst.',
  emptyAction: 'Zu den Vorschlägen',
};

export const campaigns: Wording<typeof en.campaigns> = {
  title: 'Kampagnen',
  lead: 'Was Sie verschickt haben, und was daraus wurde.',
  create: 'Neue Kampagne',
  name: 'Name',
  keywords: 'Stichwörter',
  keywordsHint: 'Durch Kommas getrennt. Titel zählen doppelt.',
  period: 'Beobachtet für',
  days: '{{count}} Tage',
  locale: 'Ausgabe von Google News',
  googleNews: 'Auch Google News durchsuchen',
  feeds: 'Feeds',
  feedsHint: 'Eine Adresse pro Zeile.',
  noMonitoring: 'Nicht beobachtet',
  trackerStatus: { active: 'Wird beobachtet', paused: 'Pausiert', ended: 'Beendet' },
  until: 'bis {{date}}',
  channels_one: '{{count}} Kanal',
  channels_other: '{{count}} Kanäle',
  lastCrawl: 'gelesen',
  totals: {
    articlesFound: 'Artikel gefunden',
    autoConfirmed: 'Von selbst bestätigt',
    manuallyAdded: 'Von Hand ergänzt',
    markedAsSpam: 'Spam',
  },
  showSuggestions: 'Vorschläge',
  crawl: 'Feeds jetzt lesen',
  crawlStarted_one: '{{count}} Feed von „{{name}}“ wird gelesen.',
  crawlStarted_other: '{{count}} Feeds von „{{name}}“ werden gelesen.',
  crawlNothing: 'Alle Feeds wurden in den letzten Minuten gelesen.',
  emptyTitle: 'Sagen Sie Earshot, wonach es suchen soll',
  empty:
    'Eine Kampagne hat Stichwörter. Feeds Ihrer Medien und Google News werden täglich danach durchsucht.',
};

export const publications: Wording<typeof en.publications> = {
  title: 'Medien',
  lead: 'Die Medien, die Sie kennen, und die Feeds, die für Sie gelesen werden.',
  create: 'Neues Medium',
  name: 'Titel',
  type: 'Art',
  website: 'Website',
  checked: 'Gelesen',
  types: {
    newspaper: 'Zeitung',
    magazine: 'Zeitschrift',
    online: 'Online',
    radio: 'Radio',
    tv: 'TV',
    podcast: 'Podcast',
    agency: 'Agentur',
    blog: 'Blog',
    other: 'Anderes',
  },
  watched: 'Beobachtet',
  notWatched: 'Nicht beobachtet',
  frequency: { daily: 'einmal am Tag', twice_daily: 'zweimal am Tag' },
  articles_one: '{{count}} Artikel gefunden',
  articles_other: '{{count}} Artikel gefunden',
  emptyTitle: 'Fügen Sie die Medien hinzu, auf die es Ihnen ankommt',
  empty: 'Ihre Feeds werden für jede Kampagne gelesen, deren Kontakte für sie schreiben.',
};
