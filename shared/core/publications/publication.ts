import * as z from 'zod';
import { KeywordModes } from '../coverage/keyword-mode.ts';

/** An address that Earshot may fetch; what it leads to is checked again when it is fetched. */
export const WebAddress = z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(2_000);

/** Which times of the day its feeds are read at (PM-06). */
export const CheckFrequency = z.enum(['daily', 'twice_daily']);
export type CheckFrequency = z.infer<typeof CheckFrequency>;

export const Keyword = z.string().trim().min(2).max(100);

const SocialProfile = z.object({
  handle: z.string().max(200).nullable(),
  profileUrl: z.string().max(2_000).nullable(),
});

/** Stored for the members; social profiles of the press are never crawled. */
export const SocialProfiles = z.object({
  instagram: SocialProfile.optional(),
  linkedin: SocialProfile.optional(),
  facebook: SocialProfile.optional(),
  tiktok: SocialProfile.optional(),
});
export type SocialProfiles = z.infer<typeof SocialProfiles>;

/** How a publication is watched (PM-01). */
export const PublicationMonitoring = z.object({
  enabled: z.boolean(),
  websiteUrl: WebAddress.nullable(),
  rssFeedUrls: z.array(WebAddress).max(50),
  autoDetectRss: z.boolean(),
  checkFrequency: CheckFrequency,
  keywords: z.array(Keyword).max(50),
  keywordModes: KeywordModes.default({}),
  socialMedia: SocialProfiles,
});
export type PublicationMonitoring = z.infer<typeof PublicationMonitoring>;

export const PublicationType = z.enum([
  'newspaper',
  'magazine',
  'online',
  'radio',
  'tv',
  'podcast',
  'agency',
  'blog',
  'other',
]);

/** A press outlet. */
export const Publication = z.object({
  publicationId: z.string(),
  title: z.string().trim().min(1).max(200),
  type: PublicationType,
  /** ISO 639-1. */
  language: z.string().length(2).nullable(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().length(2).nullable(),
  monitoringConfig: PublicationMonitoring,
  totalArticlesFound: z.int(),
  createdAt: z.string(),
  version: z.int(),
});
export type Publication = z.infer<typeof Publication>;

export const NoMonitoring: PublicationMonitoring = {
  enabled: false,
  websiteUrl: null,
  rssFeedUrls: [],
  autoDetectRss: false,
  checkFrequency: 'daily',
  keywords: [],
  keywordModes: {},
  socialMedia: {},
};
