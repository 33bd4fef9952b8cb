import { AppError } from '../kernel/errors.ts';

/** The variables of reply texts (CM-18). */
export const TemplateVariables = ['author_name', 'content_title', 'campaign_name'] as const;
export type TemplateVariable = (typeof TemplateVariables)[number];
export type VariableValues = Partial<Record<TemplateVariable, string | null>>;

const Variable = /\{\s*([^{}]*?)\s*\}/g;

function isVariable(name: string): name is TemplateVariable {
  return (TemplateVariables as readonly string[]).includes(name);
}

/** Names in braces that are no variables. */
export function unknownVariables(text: string): string[] {
  const names = [...text.matchAll(Variable)].map(([, name = '']) => name);
  return [...new Set(names.filter((name) => !isVariable(name)))];
}

/** @throws invalid `unknown_variable`, naming them; a text that has some is refused when it is saved (CM-18). */
export function assertKnownVariables(texts: readonly string[]): void {
  const unknown = texts.flatMap(unknownVariables);
  if (unknown.length === 0) return;
  const message = `These variables do not exist: ${unknown.map((name) => `{${name}}`).join(', ')}.`;
  throw new AppError('invalid', 'unknown_variable', message, { details: { unknown } });
}

export type Rendered = { kind: 'text'; text: string } | { kind: 'missing'; variables: string[] };

/** Fills in the variables; one without a value blocks the reply, as half a sentence is worse than none (CM-18). */
export function renderTemplate(template: string, values: VariableValues): Rendered {
  const missing = new Set<string>();
  const text = template.replace(Variable, (_, name: string) => {
    const value = isVariable(name) ? onOneLine(values[name] ?? '') : '';
    if (value === '') missing.add(name);
    return value;
  });
  return missing.size > 0
    ? { kind: 'missing', variables: [...missing] }
    : { kind: 'text', text: text.trim() };
}

/** Names and titles come from strangers: they must not bring line breaks or braces into our sentence. */
function onOneLine(value: string): string {
  return value
    .replace(/[\p{Cc}\p{Cf}{}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
