import type { Rule } from './operations.ts';

type Action = Rule['action'];
export type ReplyTone = Extract<Action, { type: 'reply_ai' }>['tone'];

export const ReplyTones = ['friendly', 'professional', 'empathetic'] as const satisfies readonly ReplyTone[];
export const ActionTypes = [
  'reply_fixed',
  'reply_template',
  'reply_ai',
  'reply_template_ai',
  'send_webhook',
] as const satisfies readonly Action['type'][];

/** What a rule does, with a field for each kind, so that switching back and forth loses nothing. */
export interface ActionForm {
  actionType: Action['type'];
  /** One text per paragraph. */
  texts: string;
  templateIds: readonly string[];
  templateId: string;
  tone: ReplyTone;
  instructions: string;
  webhookId: string;
  includeSignature: boolean;
}

export const emptyAction: ActionForm = {
  actionType: 'reply_fixed',
  texts: '',
  templateIds: [],
  templateId: '',
  tone: 'friendly',
  instructions: '',
  webhookId: '',
  includeSignature: true,
};

export function actionFormOf(action: Action): ActionForm {
  const form = { ...emptyAction, actionType: action.type };
  switch (action.type) {
    case 'reply_fixed':
      return { ...form, texts: action.texts.join('\n\n'), includeSignature: action.includeSignature };
    case 'reply_template':
      return { ...form, templateIds: action.templateIds, includeSignature: action.includeSignature };
    case 'reply_ai':
    case 'reply_template_ai': {
      const { type: _type, ...generated } = action;
      return { ...form, ...generated };
    }
    case 'send_webhook':
      return { ...form, webhookId: action.webhookId };
  }
}

export function actionOf(form: ActionForm): Action {
  const { actionType: type, tone, instructions, includeSignature, templateId } = form;
  switch (type) {
    case 'reply_fixed':
      return { type, texts: paragraphsOf(form.texts), includeSignature };
    case 'reply_template':
      return { type, templateIds: [...form.templateIds], includeSignature };
    case 'reply_ai':
      return { type, tone, instructions: instructions.trim(), includeSignature };
    case 'reply_template_ai':
      return { type, templateId, tone, instructions: instructions.trim(), includeSignature };
    case 'send_webhook':
      return { type, webhookId: form.webhookId };
  }
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean);
}
