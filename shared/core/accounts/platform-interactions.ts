import type { MessageOutcome, PlatformMessages, Recipient } from '../conversations/ports.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Look, PlatformReplies, PostOutcome, ReplyTarget } from '../replies/platform.ts';
import type { AccountStore, TokenVault } from './ports.ts';
import { isProviderError, ProviderError } from './provider-error.ts';
import type { Provider, SocialAccount } from './social-account.ts';

/** What a platform needs to know to find an interaction that is moderated; some look for it below its post alone. */
export type ModerationTarget = Pick<ReplyTarget, 'externalId' | 'contentExternalId'>;

/** One provider's side of what is done with an interaction; the token has been opened for the call. */
export interface InteractionClient {
  look(account: SocialAccount, target: ReplyTarget, token: string): Promise<Look>;
  post(account: SocialAccount, target: ReplyTarget, token: string, text: string): Promise<PostOutcome>;
  setHidden(
    account: SocialAccount,
    target: ModerationTarget,
    token: string,
    isHidden: boolean,
  ): Promise<void>;
  /** Absent where the platform has no likes for it. */
  setLiked?(account: SocialAccount, target: ModerationTarget, token: string, isLiked: boolean): Promise<void>;
  remove(account: SocialAccount, target: ModerationTarget, token: string): Promise<void>;
  /** Where what the account wrote itself is deleted in another way than what others wrote. */
  removeOwn?(account: SocialAccount, target: ModerationTarget, token: string): Promise<void>;
  /** Absent where the platform has no messages for us. */
  send?(account: SocialAccount, to: Recipient, token: string, text: string): Promise<MessageOutcome>;
}

/** What a person may do with an interaction besides answering it. @throws ProviderError */
export interface PlatformModeration {
  setHidden(
    context: TenantContext,
    account: SocialAccount,
    target: ModerationTarget,
    isHidden: boolean,
  ): Promise<void>;
  setLiked(
    context: TenantContext,
    account: SocialAccount,
    target: ModerationTarget,
    isLiked: boolean,
  ): Promise<void>;
  remove(context: TenantContext, account: SocialAccount, target: ModerationTarget): Promise<void>;
}

/** Deletes answers that an account gave. @throws ProviderError */
export interface ReplyRemoval {
  removeReply(context: TenantContext, account: SocialAccount, target: ModerationTarget): Promise<void>;
}

interface Deps {
  clients: Partial<Record<Provider, InteractionClient>>;
  vault: TokenVault;
  accounts: AccountStore;
}

/** Answers through the provider of the account; an account whose token is refused asks to be reconnected (CM-03). */
export function platformReplies(deps: Deps): PlatformReplies {
  return {
    look: async (context, account, target) => {
      try {
        const token = await deps.vault.open(context, account.accountId);
        return await clientOf(deps, account).look(account, target, token);
      } catch (error) {
        if (isProviderError(error)) return { kind: 'unavailable', reason: error.message };
        throw error;
      }
    },
    post: async (context, account, target, text) => {
      const access = await openToken(deps, context, account);
      const outcome =
        typeof access === 'string'
          ? await clientOf(deps, account).post(account, target, access, text)
          : access;
      await noteRejectedToken(deps, context, account, outcome);
      return outcome;
    },
  };
}

type Refused = Extract<PostOutcome, { kind: 'refused' }>;

async function noteRejectedToken(
  { accounts }: Deps,
  context: TenantContext,
  { accountId }: SocialAccount,
  outcome: PostOutcome | MessageOutcome,
): Promise<void> {
  if (outcome.kind !== 'refused' || outcome.code !== 'token_rejected') return;
  const changes = { status: 'needs_reconnect', statusReason: outcome.reason, nextAt: null } as const;
  await accounts.note(context, accountId, changes);
}

export function platformModeration(deps: Omit<Deps, 'accounts'>): PlatformModeration & ReplyRemoval {
  return {
    setHidden: async (context, account, target, isHidden) => {
      const token = await deps.vault.open(context, account.accountId);
      await clientOf(deps, account).setHidden(account, target, token, isHidden);
    },
    setLiked: async (context, account, target, isLiked) => {
      const client = clientOf(deps, account);
      if (!client.setLiked) throw new ProviderError('invalid_request', 'This platform has no likes for it.');
      const token = await deps.vault.open(context, account.accountId);
      await client.setLiked(account, target, token, isLiked);
    },
    remove: async (context, account, target) => {
      const token = await deps.vault.open(context, account.accountId);
      await clientOf(deps, account).remove(account, target, token);
    },
    removeReply: async (context, account, target) => {
      const token = await deps.vault.open(context, account.accountId);
      const client = clientOf(deps, account);
      await (client.removeOwn ?? client.remove)(account, target, token);
    },
  };
}

export function platformMessages(deps: Deps): PlatformMessages {
  return {
    send: async (context, account, recipient, text) => {
      const client = clientOf(deps, account);
      if (!client.send) {
        return { kind: 'refused', code: 'not_allowed', reason: 'This platform takes no messages from us.' };
      }
      const access = await openToken(deps, context, account);
      if (typeof access !== 'string') return access;
      const outcome = await client.send(account, recipient, access, text);
      await noteRejectedToken(deps, context, account, outcome);
      return outcome;
    },
  };
}

/** Without a token nothing was posted: it is refused for good, or the same text may be tried later. */
async function openToken(
  deps: Deps,
  context: TenantContext,
  account: SocialAccount,
): Promise<string | Refused> {
  try {
    return await deps.vault.open(context, account.accountId);
  } catch (error) {
    if (!isProviderError(error)) throw error;
    if (error.failure === 'token_rejected') {
      return { kind: 'refused', code: 'token_rejected', reason: 'The account has to be connected again.' };
    }
    return { kind: 'refused', code: 'throttled', reason: error.message };
  }
}

function clientOf(deps: Pick<Deps, 'clients'>, { provider }: SocialAccount): InteractionClient {
  const client = deps.clients[provider];
  if (!client) throw new ProviderError('unreachable', `This stack does not speak to ${provider}.`);
  return client;
}
