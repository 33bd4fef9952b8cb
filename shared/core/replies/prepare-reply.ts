import type { SocialAccount } from '../accounts/social-account.ts';
import type { ContentDeps } from '../automation/content-facts.ts';
import type { BlocklistStore, RuleStore } from '../automation/ports.ts';
import { type ChangeDeps, changeInteraction } from '../interactions/change-interaction.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { InteractionWrite } from '../interactions/ports.ts';
import { planWake } from '../kernel/due.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import {
  addSeconds,
  type Instant,
  latest,
  MillisecondsPerMinute,
  millisecondsBetween,
} from '../kernel/time.ts';
import type { Organization } from '../organizations/organization.ts';
import { type GateResult, gateReasonOf } from './gate/gate-result.ts';
import { type Generated, generateReply } from './generate-reply.ts';
import type { Generation } from './generation.ts';
import type { PendingReply } from './pending-reply.ts';
import type { WakeReply } from './ports.ts';
import type { ReplyModel } from './reply-model.ts';
import { gateFor, requestOf, surroundingsOf } from './reply-surroundings.ts';
import { handedToPeople, withWait } from './transitions.ts';

export interface PrepareDeps extends ChangeDeps, ContentDeps {
  accounts: { find(context: TenantContext, accountId: string): Promise<SocialAccount | undefined> };
  blocklists: Pick<BlocklistStore, 'get'>;
  organizations: { get(context: TenantContext): Promise<Organization> };
  replyModel: ReplyModel;
  rules: Pick<RuleStore, 'find'>;
  wakeReply: WakeReply;
}

/** `lost`: there is nothing to write, or somebody else has written it meanwhile. */
export type PrepareResult = 'prepared' | 'waiting' | 'ended' | 'lost';

const ModelRetrySeconds = 60;
/** After this a person gets the interaction (design §4). */
const LongestModelWait = 15 * MillisecondsPerMinute;

type Preparing = PendingReply & { generation: Generation };

/** What became of the attempt to write a text. */
type Draft =
  | Exclude<Generated, { kind: 'text' }>
  | { kind: 'written'; text: string; gate: GateResult }
  | { kind: 'missing_variable'; variables: string[] }
  | { kind: 'rule_disabled' | 'rule_changed' | 'send_window_passed' };

/**
 * Lets the model write the text of a waiting reply, judges it, and stores it only where none was stored meanwhile:
 * one decision has one text, whatever is redelivered, and what the gate refuses goes to people (AR-08, AR-12).
 */
export async function prepareReply(
  deps: PrepareDeps,
  context: TenantContext,
  interactionId: string,
): Promise<PrepareResult> {
  const found = await deps.interactions.find(context, interactionId);
  const pending = preparing(found?.pendingReply ?? null);
  if (!found || !pending || pending.nextAt > deps.clock.now()) return 'lost';
  const draft = await draftOf(deps, context, found, pending);
  const changed = await changeInteraction(deps, context, interactionId, (current) => {
    const mine = preparing(current.pendingReply);
    return mine && isSameDecision(mine, pending)
      ? writeOf(current, mine, draft, deps.clock.now())
      : undefined;
  });
  if (!changed) return 'lost';
  if (!changed.pendingReply) return 'ended';
  if (changed.pendingReply.state === 'preparing') return 'waiting';
  const { delaySeconds } = planWake(deps.clock.now(), changed.pendingReply.nextAt);
  if (delaySeconds !== undefined) await deps.wakeReply(context, interactionId, delaySeconds);
  return 'prepared';
}

function preparing(pending: PendingReply | null): Preparing | undefined {
  const { state, generation } = pending ?? {};
  return pending && state === 'preparing' && generation ? { ...pending, generation } : undefined;
}

/** An edited comment is decided on anew; what was written for the old text is not for the new one. */
function isSameDecision(one: Preparing, other: Preparing): boolean {
  const rules = [one, other].map(({ origin }) => (origin.kind === 'automation' ? origin.ruleId : null));
  return one.revision === other.revision && one.preparedAt === other.preparedAt && rules[0] === rules[1];
}

async function draftOf(
  deps: PrepareDeps,
  context: TenantContext,
  interaction: Interaction,
  pending: Preparing,
): Promise<Draft> {
  const { origin, generation, signature, latestSendAt } = pending;
  if (deps.clock.now() >= latestSendAt) return { kind: 'send_window_passed' };
  const [organization, account, blocklist, rule] = await Promise.all([
    deps.organizations.get(context),
    deps.accounts.find(context, interaction.accountId),
    deps.blocklists.get(context),
    origin.kind === 'automation' ? deps.rules.find(context, origin.ruleId) : undefined,
  ]);
  if (!rule?.enabled) return { kind: 'rule_disabled' };
  if (origin.kind === 'automation' && rule.revision !== origin.ruleRevision) return { kind: 'rule_changed' };
  const surroundings = await surroundingsOf(deps, context, interaction, { organization, account });
  const asked = requestOf(interaction, generation, signature, surroundings);
  if (asked.kind === 'missing') return { kind: 'missing_variable', variables: asked.variables };
  const generated = await generateReply(deps, context, asked.request);
  if (generated.kind !== 'text') return generated;
  const { text } = generated;
  const gate = gateFor(interaction, { text, signature, generation }, { ...surroundings, blocklist });
  return { kind: 'written', text, gate };
}

function writeOf(current: Interaction, pending: Preparing, draft: Draft, now: Instant): InteractionWrite {
  switch (draft.kind) {
    case 'written':
      return writeOfText(current, pending, draft, now);
    case 'later':
      return writeOfDelay(current, pending, now);
    case 'over_budget':
      return handedToPeople(current, pending, { reason: 'budget:model', blockedBy: 'budget:model' }, now);
    case 'invalid':
      return handedToPeople(
        current,
        pending,
        { reason: 'reply_invalid', blockedBy: 'text:reply_invalid' },
        now,
      );
    case 'missing_variable': {
      const detail = draft.variables.map((name) => `{${name}}`).join(', ');
      const why = { reason: 'missing_variable', detail, blockedBy: 'text:missing_variable' } as const;
      return handedToPeople(current, pending, why, now);
    }
    default:
      return handedToPeople(current, pending, { reason: draft.kind }, now);
  }
}

function writeOfText(
  current: Interaction,
  pending: Preparing,
  { text, gate }: Extract<Draft, { kind: 'written' }>,
  now: Instant,
): InteractionWrite {
  const written: PendingReply = { ...pending, text, state: 'due', waitingFor: null, waitingDetail: null };
  const [failure] = gate.failed;
  if (failure) {
    const reason = gateReasonOf(failure);
    const refused = { text, failed: gate.failed };
    return handedToPeople(
      current,
      written,
      { reason, detail: failure.found, blockedBy: reason, refused },
      now,
    );
  }
  const nextAt = latest(pending.dueAt, now);
  const { wakeAt } = planWake(now, nextAt);
  return { interaction: { ...current, pendingReply: { ...written, nextAt, wakeAt } } };
}

function writeOfDelay(current: Interaction, pending: Preparing, now: Instant): InteractionWrite {
  const failingSince = pending.generation.failingSince ?? now;
  const until = addSeconds(now, ModelRetrySeconds);
  if (millisecondsBetween(failingSince, now) >= LongestModelWait || until >= pending.latestSendAt) {
    const why = { reason: 'model_unavailable', blockedBy: 'text:model_unavailable' } as const;
    return handedToPeople(current, pending, why, now);
  }
  const failing: PendingReply = { ...pending, generation: { ...pending.generation, failingSince } };
  return { interaction: withWait(current, failing, { until, waitingFor: 'model_unavailable' }) };
}
