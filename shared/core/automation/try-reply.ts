import type { SocialAccount } from '../accounts/social-account.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { type GateResult, gateReasonOf } from '../replies/gate/gate-result.ts';
import { generateReply } from '../replies/generate-reply.ts';
import { textToPost } from '../replies/pending-reply.ts';
import type { VariableValues } from '../replies/render-template.ts';
import type { ReplyModel } from '../replies/reply-model.ts';
import { gateFor, requestOf, surroundingsFor } from '../replies/reply-surroundings.ts';
import type { Verdict } from './decide.ts';
import type { AutomationSettings } from './load-settings.ts';

export interface TriedReply {
  reply: string | null;
  /** Of a text that the model wrote. */
  gate: GateResult | null;
  /** Why the text would not be posted. */
  refused: { reason: string; blockedBy: string; detail: string } | null;
  warnings: string[];
}

interface Trial {
  interaction: Interaction;
  verdict: Verdict;
  settings: AutomationSettings;
  account: SocialAccount | undefined;
  variables: VariableValues;
}

/** The text that a decision leads to: a rule's own, or one that the model writes now and the gate judges (AR-16). */
export async function tryReply(
  deps: { replyModel: ReplyModel },
  context: TenantContext,
  { interaction, verdict, settings, account, variables }: Trial,
): Promise<TriedReply> {
  const { text } = verdict;
  const nothing = { gate: null, refused: null, warnings: [] };
  if (!text?.generation) return { ...nothing, reply: (text && textToPost(text)) || null };
  const { generation, signature } = text;
  const { organization, blocklist } = settings;
  const surroundings = surroundingsFor(variables, { organization, account });
  const asked = requestOf(interaction, generation, signature, surroundings);
  if (asked.kind === 'missing') return { ...nothing, reply: null };
  const generated = await generateReply(deps, context, asked.request);
  if (generated.kind !== 'text') return { ...nothing, reply: null, warnings: [WarningOf[generated.kind]] };
  const reply = { text: generated.text, signature, generation };
  const gate = gateFor(interaction, reply, { names: surroundings.names, blocklist });
  const [failure] = gate.failed;
  const reason = failure && gateReasonOf(failure);
  const refused = reason ? { reason, blockedBy: reason, detail: failure.found } : null;
  return { reply: textToPost(reply), gate, refused, warnings: [] };
}

const WarningOf = {
  later: 'The model did not answer: there is no reply to show.',
  over_budget: 'The month’s budget for the model is spent: there is no reply to show.',
  invalid: 'The model gave no usable reply.',
};
