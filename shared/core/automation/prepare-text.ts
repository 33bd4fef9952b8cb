import type { Provider } from '../accounts/social-account.ts';
import { chooseText } from '../replies/choose-text.ts';
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
  | { kind: 'prepared'; text: string; signature: string }
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
  const candidates =
    action.type === 'reply_fixed'
      ? action.texts
      : action.templateIds.flatMap((id) => sources.templates.get(id) ?? []);
  const chosen = chooseText(candidates, target.interactionId, target.revision);
  if (chosen === undefined)
    return { kind: 'impossible', reason: 'template_missing', detail: 'Its templates are gone.' };
  const rendered = renderTemplate(chosen, sources.variables);
  if (rendered.kind === 'missing') {
    return {
      kind: 'impossible',
      reason: 'missing_variable',
      detail: rendered.variables.map((name) => `{${name}}`).join(', '),
    };
  }
  const signature = action.includeSignature ? sources.signature.trim() : '';
  const length = textToPost({ text: rendered.text, signature }).length;
  if (length > LongestReply[target.provider]) {
    const detail = `${length} characters, ${LongestReply[target.provider]} are allowed`;
    return { kind: 'impossible', reason: 'text_too_long', detail };
  }
  return { kind: 'prepared', text: rendered.text, signature };
}
