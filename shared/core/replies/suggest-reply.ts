import type { TemplateStore } from '../automation/ports.ts';
import { ScreenedLanguages, screenText } from '../automation/screens/screen-text.ts';
import { flagsOf, type Interaction } from '../interactions/interaction.ts';
import type { InteractionStore } from '../interactions/ports.ts';
import { AppError, notFound } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { GateResult } from './gate/gate-result.ts';
import { generateReply } from './generate-reply.ts';
import type { ReplyTone } from './generation.ts';
import type { PrepareDeps } from './prepare-reply.ts';
import { gateFor, languageToAnswerIn, requestOf, surroundingsOf } from './reply-surroundings.ts';

export interface SuggestDeps
  extends Pick<
    PrepareDeps,
    'accounts' | 'blocklists' | 'campaigns' | 'contents' | 'organizations' | 'replyModel'
  > {
  interactions: Pick<InteractionStore, 'find'>;
  templates: Pick<TemplateStore, 'find'>;
}

export interface Suggestion {
  text: string;
  warnings: string[];
  /** What would keep a rule from posting it; a person decides for themselves. */
  gate: GateResult;
}

/**
 * Proposes a reply to a person, and publishes nothing (CM-16). Where only people may answer, nothing is proposed either:
 * a person who is busy would post it as it is.
 */
export async function suggestReply(
  deps: SuggestDeps,
  context: TenantContext,
  {
    interactionId,
    tone,
    templateId,
  }: { interactionId: string; tone: ReplyTone; templateId?: string | undefined },
): Promise<Suggestion> {
  const interaction = await deps.interactions.find(context, interactionId);
  if (!interaction) throw notFound('The interaction');
  assertSuggestible(interaction);
  const [organization, account, blocklist, template] = await Promise.all([
    deps.organizations.get(context),
    deps.accounts.find(context, interaction.accountId),
    deps.blocklists.get(context),
    templateId === undefined ? null : templateText(deps, context, templateId),
  ]);
  const generation = { tone, instructions: '', template, failingSince: null };
  const surroundings = await surroundingsOf(deps, context, interaction, { organization, account });
  const asked = requestOf(interaction, generation, '', surroundings);
  if (asked.kind === 'missing') throw withoutValue(asked.variables);
  const generated = await generateReply(deps, context, asked.request);
  if (generated.kind !== 'text') throw RefusalOf[generated.kind]();
  const reply = { text: generated.text, signature: '', generation };
  return {
    text: generated.text,
    warnings: warningsOf(interaction),
    gate: gateFor(interaction, reply, { names: surroundings.names, blocklist }),
  };
}

async function templateText(deps: SuggestDeps, context: TenantContext, templateId: string): Promise<string> {
  const template = await deps.templates.find(context, templateId);
  if (!template) throw notFound('The template');
  return template.text;
}

function assertSuggestible(interaction: Interaction): void {
  if (interaction.isFromOwner)
    throw new AppError('conflict', 'own_interaction', 'This was written by your own account.');
  if (interaction.status === 'deleted')
    throw new AppError('conflict', 'interaction_deleted', 'This was deleted on the platform.');
  const screen = screenText(interaction.text);
  const flags = flagsOf({ ...interaction, screen });
  if (flags.includes('medical') || flags.includes('escalation')) {
    const message =
      'This is a medical question or needs a careful hand: Earshot suggests nothing. Answer in your own words.';
    throw new AppError('conflict', 'safety_locked', message, { details: { flags } });
  }
  if (!/\p{L}/u.test(interaction.text))
    throw new AppError('conflict', 'nothing_to_answer', 'There are no words in it that could be answered.');
}

function withoutValue(variables: readonly string[]): AppError {
  const names = variables.map((name) => `{${name}}`).join(', ');
  return new AppError('conflict', 'missing_variable', `The template has no value here for ${names}.`, {
    details: { variables },
  });
}

const RefusalOf = {
  later: () =>
    new AppError('unavailable', 'model_unavailable', 'The language model is busy. Try again in a minute.'),
  over_budget: () =>
    new AppError(
      'limited',
      'model_budget_spent',
      'This month’s budget for the language model is spent. An owner or admin can raise it in the settings.',
    ),
  invalid: () =>
    new AppError('unavailable', 'reply_invalid', 'The language model gave no usable reply. Try again.'),
};

function warningsOf(interaction: Interaction): string[] {
  const { reply, pendingReply, isHidden } = interaction;
  const language = languageToAnswerIn(interaction);
  return [
    ...(reply ? ['This has been answered already.'] : []),
    ...(pendingReply?.origin.kind === 'automation'
      ? ['An automatic reply waits; yours takes its place.']
      : []),
    ...(isHidden ? ['The comment is hidden on the platform.'] : []),
    ...(ScreenedLanguages.includes(language) ? [] : ['The reply’s language could not be checked.']),
  ];
}
