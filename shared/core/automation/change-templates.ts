import { AppError, notFound } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { assertKnownVariables } from '../replies/render-template.ts';
import type { RuleStore, TemplateStore } from './ports.ts';
import { templatesOf } from './rule.ts';
import type { ReplyTemplate, ReplyTemplateDraft } from './template.ts';

/** Creates a template; an unknown variable is refused (CM-18). */
export async function createTemplate(
  deps: { templates: TemplateStore; newId: NewId },
  context: TenantContext,
  draft: ReplyTemplateDraft,
  now: Instant,
): Promise<ReplyTemplate> {
  assertKnownVariables([draft.text]);
  const template = {
    ...draft,
    templateId: deps.newId('template'),
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
  await deps.templates.save(context, template);
  return template;
}

/** Replaces a template; replies that wait already keep their prepared text. */
export async function updateTemplate(
  deps: { templates: TemplateStore },
  context: TenantContext,
  request: { templateId: string; draft: ReplyTemplateDraft; ifMatch?: number | undefined; now: Instant },
): Promise<ReplyTemplate> {
  assertKnownVariables([request.draft.text]);
  const current = await deps.templates.find(context, request.templateId);
  if (!current) throw notFound('The template');
  if (request.ifMatch !== undefined && request.ifMatch !== current.version) {
    throw new AppError(
      'precondition',
      'version_mismatch',
      'Somebody changed this template meanwhile. Reload and try again.',
    );
  }
  const template = { ...current, ...request.draft, updatedAt: request.now, version: current.version + 1 };
  await deps.templates.save(context, template);
  return template;
}

/** Deletes a template that no rule uses, whether the rule is enabled or not. */
export async function deleteTemplate(
  deps: { templates: TemplateStore; rules: Pick<RuleStore, 'list'> },
  context: TenantContext,
  templateId: string,
): Promise<void> {
  if (!(await deps.templates.find(context, templateId))) throw notFound('The template');
  const rules = await deps.rules.list(context);
  const user = rules.find(({ action }) => templatesOf(action).includes(templateId));
  if (user) {
    throw new AppError(
      'conflict',
      'template_in_use',
      `The rule "${user.name}" uses this template. Change the rule first.`,
    );
  }
  await deps.templates.delete(context, templateId);
}
