import { UpdateTemplate } from '../../../shared/contract/api/reply-texts.ts';
import { updateTemplate as update } from '../../../shared/core/automation/change-templates.ts';
import type { TemplateStore } from '../../../shared/core/automation/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const updateTemplate = (deps: { templates: TemplateStore }) =>
  route(UpdateTemplate, ({ context, params, body, ifMatch, now }) =>
    update(deps, context, { templateId: params.templateId, draft: body, ifMatch, now }),
  );
