import type { SocialAccount } from '../accounts/social-account.ts';
import { safetyFactsOf } from '../automation/decide.ts';
import { type AccountReader, allAccounts, isOwnAuthor } from '../automation/load-settings.ts';
import type { BlocklistStore, RuleStore } from '../automation/ports.ts';
import { type ChangeDeps, changeInteraction } from '../interactions/change-interaction.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { NewId } from '../kernel/ids.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Organization } from '../organizations/organization.ts';
import { type BeginDeps, beginAttempt } from './begin-attempt.ts';
import type { GateResult } from './gate/gate-result.ts';
import type { PendingReply } from './pending-reply.ts';
import { textToPost } from './pending-reply.ts';
import type { PlatformReplies, ReplyTarget } from './platform.ts';
import { recordOutcome } from './record-outcome.ts';
import { gateFor, surroundingsOf } from './reply-surroundings.ts';
import { settle } from './settle.ts';
import { judgeAccess, judgeLook, recheck, type Step } from './steps.ts';
import { isClaimable, leaseFrom } from './transitions.ts';

export interface SendDeps extends ChangeDeps, BeginDeps {
  organizations: { get(context: TenantContext): Promise<Organization> };
  accounts: AccountReader;
  rules: RuleStore;
  blocklists: Pick<BlocklistStore, 'get'>;
  platform: PlatformReplies;
  newId: NewId;
  /** Hands a changed text to intake, which decides anew (AR-13). */
  recapture(context: TenantContext, interaction: Interaction, text: string): Promise<void>;
  quietSeconds: number;
}

/** What became of one message of the reply queue; `unprepared`: the reply has no text yet. */
export type SendResult = 'not_due' | 'unprepared' | 'replied' | 'waiting' | 'uncertain' | 'ended' | 'lost';

/**
 * Sends a waiting reply at most once, whatever is redelivered, retried or crashes (AR-12, design §4):
 * claim → look → recheck → reserve and note the intent in one transaction → post → record.
 * Every step reads what it decides on afresh and writes only on top of what it read.
 */
export async function sendDueReply(
  deps: SendDeps,
  context: TenantContext,
  interactionId: string,
): Promise<SendResult> {
  const token = deps.newId('lease');
  let isUnprepared = false;
  const claimed = await changeInteraction(deps, context, interactionId, (current) => {
    const now = deps.clock.now();
    isUnprepared = current.pendingReply?.state === 'preparing';
    return isClaimable(current, deps.quietSeconds, now)
      ? { interaction: { ...current, lease: leaseFrom(now, token) } }
      : undefined;
  });
  if (!claimed?.pendingReply) return isUnprepared ? 'unprepared' : 'not_due';

  const { accountId, pendingReply } = claimed;
  const account = await deps.accounts.find(context, accountId);
  const access = judgeAccess(account, pendingReply, deps.clock.now());
  const step =
    account && access.kind === 'clear'
      ? await examine(deps, context, claimed, pendingReply, account)
      : access;
  if (step.kind !== 'clear' || !account) return settle(deps, context, { interactionId, token, step });

  const begun = await beginAttempt(deps, context, interactionId, token);
  if (begun.kind !== 'begun') return begun.result;
  const outcome = await deps.platform.post(context, account, targetOf(claimed), textToPost(begun.pending));
  return recordOutcome(deps, context, { interactionId, token, outcome, text: textToPost(begun.pending) });
}

async function examine(
  deps: SendDeps,
  context: TenantContext,
  interaction: Interaction,
  pending: PendingReply,
  account: SocialAccount,
): Promise<Step> {
  const look = await deps.platform.look(context, account, targetOf(interaction));
  const seen = judgeLook(interaction, pending, look, deps.clock.now());
  if (seen.kind === 'edited') await deps.recapture(context, interaction, seen.text);
  if (seen.kind !== 'clear') return seen;
  const [organization, fresh, accounts, blocklist] = await Promise.all([
    deps.organizations.get(context),
    deps.accounts.find(context, account.accountId),
    allAccounts(deps.accounts, context),
    deps.blocklists.get(context),
  ]);
  const now = deps.clock.now();
  const isFromOwnAccount = isOwnAuthor(accounts, interaction.author.externalId);
  const facts = { interaction, isFromOwnAccount, account: fresh ?? account, blocklist, now };
  const safety = safetyFactsOf(facts, 'sending');
  const settings = { organization, account: fresh, blocklist };
  const gate = await gateAgain(deps, context, { interaction, pending, settings });
  return recheck(interaction, pending, { now, organization, account: fresh, safety, gate });
}

interface Generated {
  interaction: Interaction;
  pending: PendingReply;
  settings: {
    organization: Organization;
    account: SocialAccount | undefined;
    blocklist: Awaited<ReturnType<BlocklistStore['get']>>;
  };
}

/** A text of the model is judged once more, with the names and the blocklist of this moment. */
async function gateAgain(
  deps: SendDeps,
  context: TenantContext,
  { interaction, pending, settings }: Generated,
): Promise<GateResult | undefined> {
  const { text, signature, generation } = pending;
  if (!generation) return undefined;
  const { names } = await surroundingsOf(deps, context, interaction, settings);
  const { blocklist } = settings;
  return gateFor(interaction, { text, signature, generation }, { names, blocklist });
}

/** What the platform must know to find an interaction. */
export function targetOf(interaction: Interaction): ReplyTarget {
  const { interactionId, externalId, kind, contentExternalId, parentExternalId, author } = interaction;
  return {
    interactionId,
    externalId,
    kind,
    contentExternalId,
    parentExternalId,
    authorExternalId: author.externalId,
  };
}
