import type { Provider } from '../accounts/social-account.ts';
import { chooseText } from '../replies/choose-text.ts';
import type { Generation } from '../replies/generation.ts';
import { LongestReply } from '../replies/longest-reply.ts';
import { textToPost } from '../replies/pending-reply.ts';
import { renderTemplate, type VariableValues } from '../replies/render-template.ts';
import type { Rule } from './rule.ts';

export interface TextSources {
  templates: ReadonlyMap<string, string>;
  variables: VariableValues;
  /** The organization's signature (CM-18). */
  signature: string;
}

export type PreparedText =
  /** With `generation`, the text is empty: the model writes it while the reply waits. */
  | { kind: 'prepared'; text: string; signature: string; generation?: Generation | undefined }
  /** Nothing may be posted; a person gets the interaction with this reason. */
  | { kind: 'impossible'; reason: 'template_missing' | 'missing_variable' | 'text_too_long'; detail: string };

/** Makes the text of a rule's reply; it is never truncated, and never posted with a hole in it (AR-08, CM-18). */
export function prepareText(
  rule: Pick<Rule, 'action'>,
  target: { interactionId: string; revision: number; provider: Provider },
  sources: TextSources,
): PreparedText {
  const { action } = rule;
  if (action.type === 'send_webhook') return { kind: 'prepared', text: '', signature: '' };
  if (action.type === 'reply_ai' || action.type === 'reply_template_ai') return toGenerate(action, sources);
  const candidates =
    action.type === 'reply_fixed'
      ? action.texts
      : action.templateIds.flatMap((id) => sources.templates.get(id) ?? []);
  const chosen = chooseText(candidates, target.interactionId, target.revision);
  if (chosen === undefined) return TemplateMissing;
  const rendered = renderTemplate(chosen, sources.variables);
  if (rendered.kind === 'missing') return missing(rendered.variables);
  const signature = action.includeSignature ? sources.signature.trim() : '';
  const length = textToPost({ text: rendered.text, signature }).length;
  if (length > LongestReply[target.provider]) {
    const detail = `${length} characters, ${LongestReply[target.provider]} are allowed`;
    return { kind: 'impossible', reason: 'text_too_long', detail };
  }
  return { kind: 'prepared', text: rendered.text, signature };
}

type GeneratingAction = Extract<Rule['action'], { type: 'reply_ai' | 'reply_template_ai' }>;

/** A template that could not be filled in now is not given to the model to fill. */
function toGenerate(action: GeneratingAction, sources: TextSources): PreparedText {
  const { tone, instructions } = action;
  const signature = action.includeSignature ? sources.signature.trim() : '';
  const generation = { tone, instructions, template: null, failingSince: null };
  if (action.type === 'reply_ai') return { kind: 'prepared', text: '', signature, generation };
  const template = sources.templates.get(action.templateId);
  if (template === undefined) return TemplateMissing;
  const rendered = renderTemplate(template, sources.variables);
  if (rendered.kind === 'missing') return missing(rendered.variables);
  return { kind: 'prepared', text: '', signature, generation: { ...generation, template } };
}

const TemplateMissing = {
  kind: 'impossible',
  reason: 'template_missing',
  detail: 'Its templates are gone.',
} as const;

function missing(variables: readonly string[]): PreparedText {
  const detail = variables.map((name) => `{${name}}`).join(', ');
  return { kind: 'impossible', reason: 'missing_variable', detail };
}
