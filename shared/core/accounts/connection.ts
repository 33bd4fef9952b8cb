import * as z from 'zod';
import { AccountLimitation, Provider } from './social-account.ts';

/** Why connecting came to nothing; `connectionFailureText` says it to a person. */
export const ConnectionFailure = z.enum([
  'denied',
  'missing_scope',
  'no_asset',
  'state_expired',
  'state_invalid',
  'provider_failed',
]);
export type ConnectionFailure = z.infer<typeof ConnectionFailure>;

/** Why an asset that was found cannot be connected yet. */
export const AssetGap = z.enum(['not_ticked', 'no_moderation', 'connected_elsewhere', 'unreachable']);
export type AssetGap = z.infer<typeof AssetGap>;

/** A page, profile or channel that the provider showed after the person agreed. */
export const FoundAsset = z.object({
  externalId: z.string(),
  name: z.string(),
  avatarUrl: z.string().nullable(),
  gaps: z.array(AssetGap),
  /** What its owner did not allow and the account works without. */
  limitations: z.array(AccountLimitation).optional(),
  /** Encrypted; never leaves the server. */
  sealedToken: z.string(),
  tokenExpiresAt: z.string().nullable(),
});
export type FoundAsset = z.infer<typeof FoundAsset>;

/** One walk through a provider's dialog: what was found there, until the member has chosen (CM-01). */
export const Connection = z.object({
  connectionId: z.string(),
  provider: Provider,
  memberId: z.string(),
  status: z.enum(['waiting', 'ready', 'failed']),
  failure: ConnectionFailure.nullable(),
  missingScopes: z.array(z.string()),
  assets: z.array(FoundAsset),
  /** Who agreed, as our app at the platform knows them. */
  personId: z.string().optional(),
  createdAt: z.string(),
  expiresAt: z.string(),
});
export type Connection = z.infer<typeof Connection>;

/** Says what went wrong and what to do next, to the person who tried. */
export const connectionFailureText: Record<ConnectionFailure, string> = {
  denied: 'You declined in the dialog of the provider. Start again when you want to connect the account.',
  missing_scope:
    'Permissions that Earshot needs were not granted. Start again and leave all of them switched on.',
  no_asset:
    'The provider showed no page or channel for this person. Sign in there as somebody who manages one.',
  state_expired: 'This took longer than ten minutes. Start again.',
  state_invalid:
    'This answer belongs to another browser or was used before. Start again from the accounts page.',
  provider_failed: 'The provider did not complete the connection. Try again in a few minutes.',
};

export const assetGapText: Record<AssetGap, string> = {
  not_ticked: 'was not ticked in the dialog of the provider. Start again and tick it.',
  no_moderation:
    'does not give you the right to moderate its comments. Ask one of its administrators for it.',
  connected_elsewhere: 'is connected by another organization. It has to be disconnected there first.',
  unreachable: 'could not be read with the token that the provider gave. Start again.',
};
