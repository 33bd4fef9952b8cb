import type { AccountStore, TokenVault } from '../accounts/ports.ts';
import { isProviderError } from '../accounts/provider-error.ts';
import type { Capture } from '../accounts/receive-events.ts';
import type { Provider } from '../accounts/social-account.ts';
import type { PlatformReader } from '../content/ports.ts';
import type { CapturedInteraction } from '../interactions/captured-interaction.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { conversationIdOf, type Participant } from './conversation.ts';
import type { ConversationStore } from './ports.ts';

interface Deps {
  accounts: Pick<AccountStore, 'find'>;
  vault: Pick<TokenVault, 'open'>;
  readers: Partial<Record<Provider, PlatformReader>>;
  conversations: Pick<ConversationStore, 'find'>;
  capture: (captures: readonly Capture[]) => Promise<void>;
}

/** Webhooks of messages name nobody: asks who wrote, then hands the message to intake, in the worst case unnamed. */
export async function nameSender(
  deps: Deps,
  context: TenantContext,
  interaction: CapturedInteraction,
): Promise<void> {
  const { participant, author } = interaction;
  const name = participant ? await nameOf(deps, context, interaction, participant) : '';
  const named: CapturedInteraction = {
    ...interaction,
    author: { ...author, name },
    ...(participant && { participant: { ...participant, name } }),
  };
  await deps.capture([{ kind: 'seen', organizationId: context.organizationId, interaction: named }]);
}

async function nameOf(
  deps: Deps,
  context: TenantContext,
  { provider, accountId }: CapturedInteraction,
  participant: Participant,
): Promise<string> {
  const conversationId = conversationIdOf({ provider, accountId, participant });
  const known = await deps.conversations.find(context, conversationId);
  if (known?.participant.name) return known.participant.name;
  const account = await deps.accounts.find(context, accountId);
  const read = deps.readers[provider]?.nameOf;
  if (account?.status !== 'active' || !read) return '';
  try {
    return await read(await deps.vault.open(context, accountId), participant.externalId);
  } catch (error) {
    if (isProviderError(error)) return '';
    throw error;
  }
}
