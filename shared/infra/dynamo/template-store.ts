import type { TemplateStore } from '../../core/automation/ports.ts';
import { ReplyTemplate } from '../../core/automation/template.ts';
import { AppError, isAppError } from '../../core/kernel/errors.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

const templateKey = (templateId: string): Key => ({ partition: '', sort: `TEMPLATE#${templateId}` });

export function templateStore(table: Table): TemplateStore {
  return {
    async list(context) {
      const items = await Array.fromAsync(
        table.tenant(context).all({ partition: '', sortPrefix: 'TEMPLATE#' }),
      );
      return items.map((item) => ReplyTemplate.parse(item));
    },

    async find(context, templateId) {
      const item = await table.tenant(context).get(templateKey(templateId));
      return item && ReplyTemplate.parse(item);
    },

    async save(context, template) {
      const { templateId, version } = template;
      const condition =
        version === 1 ? ({ absent: 'pk' } as const) : ({ equals: ['version', version - 1] } as const);
      try {
        await table
          .tenant(context)
          .put(templateKey(templateId), { type: 'ReplyTemplate', ...template }, { condition });
      } catch (error) {
        throw changedMeanwhile(error, 'template');
      }
    },

    async delete(context, templateId) {
      await table.tenant(context).delete(templateKey(templateId));
    },
  };
}

/** A failed version condition as the answer that a person can act on. */
export function changedMeanwhile(error: unknown, what: string): unknown {
  if (!isAppError(error, 'condition_failed')) return error;
  const message = `Somebody changed the ${what} meanwhile. Reload and try again.`;
  return new AppError('precondition', 'version_mismatch', message, { cause: error });
}
