import type { SocialAccount } from '../accounts/social-account.ts';
import { type ContentDeps, contentFactsOf } from '../automation/content-facts.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Organization } from '../organizations/organization.ts';
import { checkReply, type ReplyToCheck } from './gate/check-reply.ts';
import type { GateResult } from './gate/gate-result.ts';
import { languageOf } from './gate/reply-language.ts';
import type { Generation } from './generation.ts';
import { LongestReply } from './longest-reply.ts';
import { renderTemplate, type VariableValues } from './render-template.ts';
import type { ReplyRequest } from './reply-model.ts';

/** What a generated reply is written and judged by, apart from the rule's own words. */
export interface Surroundings {
  variables: VariableValues;
  /** Whose voice it is. */
  brand: string;
  names: string[];
}

interface Voice {
  organization: Organization;
  account: SocialAccount | undefined;
}

export async function surroundingsOf(
  deps: ContentDeps,
  context: TenantContext,
  interaction: Interaction,
  settings: Voice,
): Promise<Surroundings> {
  const { variables } = await contentFactsOf(deps, context, interaction);
  return surroundingsFor(variables, settings);
}

export function surroundingsFor(variables: VariableValues, { organization, account }: Voice): Surroundings {
  const brand = account?.name ?? organization.name;
  const names = [organization.name, brand, ...Object.values(variables)].filter((name) => name != null);
  return { variables, brand, names };
}

/** The language that a reply must have: that of the text it answers. */
export function languageToAnswerIn({ analysis, text }: Pick<Interaction, 'analysis' | 'text'>): string {
  return analysis?.language ?? languageOf(text) ?? 'und';
}

/** A model keeps to a length that it is told; people do not read more below a post anyway. */
const LongestAsked = 500;

export type Asked = { kind: 'request'; request: ReplyRequest } | { kind: 'missing'; variables: string[] };

/** What to ask the model; impossible where the template has a variable without a value (CM-18). */
export function requestOf(
  interaction: Interaction,
  generation: Generation,
  signature: string,
  { variables, brand }: Surroundings,
): Asked {
  const rendered = generation.template === null ? undefined : renderTemplate(generation.template, variables);
  if (rendered?.kind === 'missing') return rendered;
  const { text, author, provider } = interaction;
  return {
    kind: 'request',
    request: {
      comment: text,
      authorName: author.name,
      contentTitle: variables.content_title ?? null,
      language: languageToAnswerIn(interaction),
      brand,
      tone: generation.tone,
      instructions: generation.instructions,
      template: rendered?.text ?? null,
      longestCharacters: Math.min(LongestAsked, LongestReply[provider] - signature.length - 1),
    },
  };
}

/** Judges a generated text for the interaction that it answers, by the blocklist of this moment (AR-08). */
export function gateFor(
  interaction: Interaction,
  reply: { text: string; signature: string; generation: Generation },
  { names, blocklist }: { names: readonly string[]; blocklist: ReplyToCheck['blocklist'] },
): GateResult {
  const { text, signature, generation } = reply;
  return checkReply({
    text,
    signature,
    provider: interaction.provider,
    comment: interaction.text,
    language: languageToAnswerIn(interaction),
    template: generation.template,
    instructions: generation.instructions,
    names,
    blocklist,
  });
}
