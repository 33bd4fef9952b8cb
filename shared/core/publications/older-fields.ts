import { NoMonitoring, type PublicationMonitoring } from './publication.ts';

/** The flat fields in which publications were kept before they had a monitoring configuration (PM-01). */
export interface OlderFields {
  websiteUrl?: string | null | undefined;
  rssFeedUrl?: string | null | undefined;
  socialMediaUrls?: readonly string[] | undefined;
}

const NetworkOfHost = {
  'instagram.com': 'instagram',
  'linkedin.com': 'linkedin',
  'facebook.com': 'facebook',
  'tiktok.com': 'tiktok',
} as const;

/**
 * PM-01: the new configuration wins where it is given; else it follows from the old fields,
 * and is enabled as soon as any of them is present.
 */
export function monitoringFrom(
  monitoring: PublicationMonitoring | undefined,
  older: OlderFields,
): PublicationMonitoring {
  if (monitoring) return monitoring;
  const profiles = older.socialMediaUrls ?? [];
  return {
    ...NoMonitoring,
    enabled: Boolean(older.websiteUrl || older.rssFeedUrl || profiles.length > 0),
    websiteUrl: older.websiteUrl || null,
    rssFeedUrls: older.rssFeedUrl ? [older.rssFeedUrl] : [],
    socialMedia: Object.fromEntries(profiles.flatMap((address) => profileOf(address))),
  };
}

/** PM-01: an older client's change of its fields, in the new configuration: its one feed is the first feed. */
export function withOlderFields(
  monitoring: PublicationMonitoring,
  older: OlderFields,
): PublicationMonitoring {
  const { websiteUrl, rssFeedUrl, socialMediaUrls } = older;
  const isGiven = websiteUrl !== undefined || rssFeedUrl !== undefined || socialMediaUrls !== undefined;
  if (!isGiven) return monitoring;
  const [, ...otherFeeds] = monitoring.rssFeedUrls;
  const changed = monitoringFrom(undefined, older);
  return {
    ...monitoring,
    enabled: monitoring.enabled || changed.enabled,
    ...(websiteUrl !== undefined && { websiteUrl: changed.websiteUrl }),
    ...(rssFeedUrl !== undefined && { rssFeedUrls: [...changed.rssFeedUrls, ...otherFeeds] }),
    ...(socialMediaUrls !== undefined && {
      socialMedia: { ...monitoring.socialMedia, ...changed.socialMedia },
    }),
  };
}

/** PM-01: what a reader of the old fields gets: the website, the first feed and the profiles. */
export function olderFieldsOf(monitoring: PublicationMonitoring) {
  const profiles = Object.values(monitoring.socialMedia);
  return {
    websiteUrl: monitoring.websiteUrl,
    rssFeedUrl: monitoring.rssFeedUrls[0] ?? null,
    socialMediaUrls: profiles.flatMap((profile) => profile?.profileUrl ?? []),
  };
}

function profileOf(address: string) {
  const url = URL.parse(address);
  const host = url?.hostname.replace(/^(www|m)\./, '') ?? '';
  const network = NetworkOfHost[host as keyof typeof NetworkOfHost];
  const handle = url?.pathname.split('/').filter(Boolean).at(-1)?.replace(/^@/, '') ?? null;
  return network ? [[network, { handle, profileUrl: address }] as const] : [];
}
