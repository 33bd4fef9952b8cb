import type { Page, PageRequest } from '../kernel/page.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { AccountHealth } from './account-health.ts';
import type { Connection } from './connection.ts';
import type { AccountLimitation, Provider, SocialAccount } from './social-account.ts';
import type { SyncReport } from './sync-report.ts';

/** What may change on an account; `nextAt` moves it in the due index, or out of it with `null`. */
export interface AccountChanges {
  channelType?: SocialAccount['channelType'] | undefined;
  status?: SocialAccount['status'] | undefined;
  statusReason?: string | null | undefined;
  automationEnabledAt?: Instant | null | undefined;
  automationConsentAt?: Instant | null | undefined;
  automationConsentBy?: string | null | undefined;
  tokenExpiresAt?: Instant | null | undefined;
  lastSyncedAt?: Instant | undefined;
  lastSync?: SyncReport | undefined;
  health?: AccountHealth | undefined;
  nextAt?: Instant | null | undefined;
}

export interface AccountStore {
  /** Stores a connected account with its encrypted token; connecting again replaces both. */
  connect(context: TenantContext, account: SocialAccount, sealedToken: string): Promise<void>;
  find(context: TenantContext, accountId: string): Promise<SocialAccount | undefined>;
  page(context: TenantContext, request: PageRequest): Promise<Page<SocialAccount>>;
  /** A member's change. @throws not-found; precondition `version_mismatch` when `ifMatch` is not the stored version. */
  update(
    context: TenantContext,
    accountId: string,
    changes: AccountChanges,
    ifMatch?: number,
  ): Promise<SocialAccount>;
  /** A worker's notes on an active account, lost on any other; no new version, as no member's edit conflicts with them. */
  note(context: TenantContext, accountId: string, changes: AccountChanges): Promise<void>;
}

/** Encrypted tokens: sealed for one account of one organization, opened only there (CM-02). */
export interface TokenVault {
  seal(context: TenantContext, accountId: string, token: string): Promise<string>;
  unseal(context: TenantContext, accountId: string, sealedToken: string): Promise<string>;
  /** Opens the stored token. @throws ProviderError `token_rejected` when there is none any more. */
  open(context: TenantContext, accountId: string): Promise<string>;
  delete(context: TenantContext, accountId: string): Promise<void>;
}

export interface ConnectionStore {
  save(context: TenantContext, connection: Connection): Promise<void>;
  find(context: TenantContext, connectionId: string): Promise<Connection | undefined>;
}

/** A walk to a provider's dialog that has not come back yet. */
export interface PendingAuthorization {
  stateDigest: string;
  /** Digest of the cookie of the browser that started it. */
  sessionDigest: string;
  organizationId: string;
  memberId: string;
  connectionId: string;
  provider: Provider;
  redirectUri: string;
  expiresAt: Instant;
}

export interface PendingAuthorizationStore {
  save(pending: PendingAuthorization): Promise<void>;
  /** Takes it for good: undefined when it is unknown, was taken before, or was started in another browser. */
  take(stateDigest: string, sessionDigest: string, now: Instant): Promise<PendingAuthorization | undefined>;
}

export interface AssetOwner {
  organizationId: string;
  accountId: string;
}

/** Which organization a platform's page belongs to: an asset is connected by one organization at a time. */
export interface PlatformAssetDirectory {
  ownerOf(provider: Provider, externalId: string): Promise<AssetOwner | undefined>;
  /** False when another organization holds it. */
  claim(provider: Provider, externalId: string, owner: AssetOwner): Promise<boolean>;
  release(provider: Provider, externalId: string, owner: AssetOwner): Promise<void>;
}

/** What the provider gave after the person agreed in its dialog. */
export interface Authorization {
  missingScopes: string[];
  assets: AuthorizedAsset[];
  /** Who agreed, as our app at the platform knows them: the name under which the agreement can be taken back. */
  personId?: string | undefined;
}

export interface AuthorizedAsset {
  externalId: string;
  name: string;
  avatarUrl: string | null;
  token: string;
  tokenExpiresAt: Instant | null;
  gaps: ('not_ticked' | 'no_moderation')[];
  limitations?: AccountLimitation[] | undefined;
}

/** The OAuth dialog of one provider. */
export interface Authorizer {
  isConfigured(): Promise<boolean>;
  /** Where to send the browser; the verifier is for providers that offer PKCE. */
  dialogAddress(request: { state: string; redirectUri: string; codeVerifier: string }): Promise<string>;
  /** Exchanges the code for tokens that last and lists what they reach. */
  authorize(grant: { code: string; redirectUri: string; codeVerifier: string }): Promise<Authorization>;
}

/** What connecting does on the platform with the token of one asset. */
export interface AssetConnector {
  /** Proves that the token reaches this very asset. @throws ProviderError */
  verify(externalId: string, token: string): Promise<void>;
  subscribe(externalId: string, token: string): Promise<void>;
  unsubscribe(externalId: string, token: string): Promise<void>;
}

export interface Platform {
  authorizer: Authorizer;
  connector: AssetConnector;
}

/** The platforms that this stack can connect. */
export type Platforms = Partial<Record<Provider, Platform>>;

/** Asks for a sync pass; the account's own `nextAt` decides whether it runs. */
export type RequestSync = (context: TenantContext, accountId: string, delaySeconds?: number) => Promise<void>;
