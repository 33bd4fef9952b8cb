import { ListTemplates } from '../../../shared/contract/api/reply-texts.ts';
import type { TemplateStore } from '../../../shared/core/automation/ports.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listTemplates = ({ templates }: { templates: TemplateStore }) =>
  route(ListTemplates, async ({ context }) => ({ items: await templates.list(context) }));
