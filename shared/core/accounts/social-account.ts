import * as z from 'zod';
import { AccountHealth } from './account-health.ts';
import { SyncReport } from './sync-report.ts';

export const Providers = ['facebook', 'instagram', 'tiktok', 'youtube'] as const;
export const Provider = z.enum(Providers);
export type Provider = z.infer<typeof Provider>;

/** Providers that share one app, one dialog and one redirect address. */
export const ProviderFamily = z.enum(['meta', 'tiktok', 'google']);
export type ProviderFamily = z.infer<typeof ProviderFamily>;

const Families: Record<Provider, ProviderFamily> = {
  facebook: 'meta',
  instagram: 'meta',
  tiktok: 'tiktok',
  youtube: 'google',
};

export function familyOf(provider: Provider): ProviderFamily {
  return Families[provider];
}

/** Where a provider's dialog leads back to. TikTok registers only addresses that end with a slash. */
export function callbackPathOf(provider: Provider): string {
  const family = familyOf(provider);
  return `/v1/oauth/${family}/callback${family === 'tiktok' ? '/' : ''}`;
}

export const ChannelType = z.enum(['corporate', 'lifestyle', 'business']);
export type ChannelType = z.infer<typeof ChannelType>;

/** `needs_reconnect`: the provider no longer accepts the token; sync and automation pause (CM-03). */
export const AccountStatus = z.enum(['active', 'needs_reconnect', 'disconnected']);
export type AccountStatus = z.infer<typeof AccountStatus>;

/** What its owner did not allow; the account works without it, and connecting again may allow it. */
export const AccountLimitation = z.enum(['no_comments', 'no_replies', 'no_messages', 'no_insights']);
export type AccountLimitation = z.infer<typeof AccountLimitation>;

/** A connected page, profile or channel; its token is kept apart and never part of this type (CM-02). */
export const SocialAccount = z.object({
  accountId: z.string(),
  provider: Provider,
  /** The platform's id of the page, profile or channel: always text, TikTok's have 19 digits. */
  externalId: z.string(),
  name: z.string(),
  avatarUrl: z.string().nullable(),
  channelType: ChannelType,
  status: AccountStatus,
  /** Why the account needs to be reconnected, in words for its members. */
  statusReason: z.string().nullable(),
  /** Absent where everything was allowed. */
  limitations: z.array(AccountLimitation).optional(),
  /** Comments from before are never answered by automation (AR-02). */
  automationEnabledAt: z.string().nullable(),
  /** When and by whom automation was agreed to expressly; null or absent where it was not, or not any more (CM-09). */
  automationConsentAt: z.string().nullable().optional(),
  automationConsentBy: z.string().nullable().optional(),
  tokenExpiresAt: z.string().nullable(),
  lastSyncedAt: z.string().nullable(),
  /** The latest sync pass, running or finished. */
  lastSync: SyncReport.nullable(),
  /** What the daily look at it found; absent before the first. */
  health: AccountHealth.optional(),
  /** When the next sync pass is due (ISO); truth for the timer. */
  nextAt: z.string().nullable(),
  connectedAt: z.string(),
  connectedBy: z.string(),
  /** Who agreed at the platform, as our app there knows them; absent where the platform does not say. */
  authorizedBy: z.string().optional(),
  version: z.int(),
});
export type SocialAccount = z.infer<typeof SocialAccount>;
