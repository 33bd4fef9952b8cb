import { feedUrlOf } from '../campaigns/tracker.ts';
import { normaliseText } from '../coverage/normalise-text.ts';
import { publisherDomain } from '../coverage/normalise-url.ts';
import { type Publication, PublicationMonitoring } from '../publications/publication.ts';
import type { DirectoryEntry } from './directory-entry.ts';
import { MergeField, type MergeVariant } from './merge-proposal.ts';

const MostFeeds = 50;
const MostKeywords = 50;

type Described = Pick<Publication, 'title' | 'type' | 'language' | 'country' | 'monitoringConfig'>;

/**
 * PM-31: what both sides say is united, what one side lacks comes from the other; where they contradict each other the
 * organization's own word stays until a person decides. What was counted so far is no part of it.
 */
export function mergePublication(existing: Described, entry: DirectoryEntry): Described {
  return {
    title: existing.title,
    type: existing.type,
    language: existing.language ?? entry.language,
    country: existing.country ?? entry.country,
    monitoringConfig: mergeMonitoring(existing.monitoringConfig, entry.monitoringConfig),
  };
}

function mergeMonitoring(own: PublicationMonitoring, other: PublicationMonitoring): PublicationMonitoring {
  const isTwiceDaily = [own, other].some(({ checkFrequency }) => checkFrequency === 'twice_daily');
  return {
    enabled: own.enabled || other.enabled,
    autoDetectRss: own.autoDetectRss || other.autoDetectRss,
    websiteUrl: moreComplete(own.websiteUrl, other.websiteUrl),
    rssFeedUrls: united(own.rssFeedUrls, other.rssFeedUrls, feedUrlOf).slice(0, MostFeeds),
    keywords: united(own.keywords, other.keywords, normaliseText).slice(0, MostKeywords),
    keywordModes: { ...other.keywordModes, ...own.keywordModes },
    checkFrequency: isTwiceDaily ? 'twice_daily' : 'daily',
    socialMedia: { ...other.socialMedia, ...own.socialMedia },
  };
}

/** Of two addresses of one site the encrypted one, else the longer; another site's address never replaces one. */
function moreComplete(own: string | null, other: string | null): string | null {
  if (own === null || other === null) return own ?? other;
  if (publisherDomain(own) !== publisherDomain(other)) return own;
  const isSafer = other.startsWith('https:') && !own.startsWith('https:');
  const isLessSafe = own.startsWith('https:') && !other.startsWith('https:');
  if (isSafer || isLessSafe) return isSafer ? other : own;
  return other.length > own.length ? other : own;
}

function united(own: readonly string[], other: readonly string[], form: (text: string) => string): string[] {
  const byForm = new Map<string, string>();
  for (const text of [...own, ...other]) {
    if (!byForm.has(form(text))) byForm.set(form(text), text);
  }
  return [...byForm.values()];
}

/** Whether two descriptions mean the same, however their fields are ordered. */
export function saysTheSame(one: Described, other: Described): boolean {
  return fingerprint(one) === fingerprint(other);
}

function fingerprint({ title, type, language, country, monitoringConfig }: Described): string {
  const { keywordModes, ...monitoring } = PublicationMonitoring.parse(monitoringConfig);
  return JSON.stringify([title, type, language, country, monitoring, Object.entries(keywordModes).sort()]);
}

export function variantOf({ title, type, language, country, monitoringConfig }: Described): MergeVariant {
  return { title, type, language, country, websiteUrl: monitoringConfig.websiteUrl };
}

/** Where two descriptions contradict each other; that one side says nothing is no contradiction. */
export function conflictsBetween(existing: MergeVariant, directory: MergeVariant): MergeField[] {
  return MergeField.options.filter((field) => {
    const [own, other] = [existing[field], directory[field]];
    if (own === null || other === null || own === other) return false;
    return field !== 'websiteUrl' || publisherDomain(own) !== publisherDomain(other);
  });
}
