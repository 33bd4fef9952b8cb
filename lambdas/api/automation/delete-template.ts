import { DeleteTemplate } from '../../../shared/contract/api/reply-texts.ts';
import { deleteTemplate as remove } from '../../../shared/core/automation/change-templates.ts';
import type { RuleStore, TemplateStore } from '../../../shared/core/automation/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const deleteTemplate = (deps: { templates: TemplateStore; rules: RuleStore }) =>
  route(DeleteTemplate, async ({ context, params }) => {
    await remove(deps, context, params.templateId);
    return undefined;
  });
