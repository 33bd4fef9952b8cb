import { CreateTemplate } from '../../../shared/contract/api/reply-texts.ts';
import { createTemplate as create } from '../../../shared/core/automation/change-templates.ts';
import type { TemplateStore } from '../../../shared/core/automation/ports.ts';
import type { NewId } from '../../../shared/core/kernel/ids.ts';
import { route } from '../../../shared/runtime/route.ts';

export const createTemplate = (deps: { templates: TemplateStore; newId: NewId }) =>
  route(CreateTemplate, ({ context, body, now }) => create(deps, context, body, now));
