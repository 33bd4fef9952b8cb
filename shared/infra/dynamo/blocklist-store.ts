import { Blocklist, type CompiledExpression, EmptyBlocklist } from '../../core/automation/blocklist.ts';
import type { BlocklistStore } from '../../core/automation/ports.ts';
import type { CompileRegex } from '../../core/coverage/spam-pattern.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';
import { changedMeanwhile } from './template-store.ts';

const BlocklistKey: Key = { partition: '', sort: 'BLOCKLIST' };

export function blocklistStore(table: Table, compile: CompileRegex): BlocklistStore {
  return {
    async get(context) {
      const item = await table.tenant(context).get(BlocklistKey);
      if (!item) return EmptyBlocklist;
      const blocklist = Blocklist.parse(item);
      return { ...blocklist, compiled: blocklist.expressions.map((source) => compiled(source, compile)) };
    },

    async save(context, blocklist) {
      const { version } = blocklist;
      const condition =
        version === 1 ? ({ absent: 'pk' } as const) : ({ equals: ['version', version - 1] } as const);
      try {
        await table.tenant(context).put(BlocklistKey, { type: 'Blocklist', ...blocklist }, { condition });
      } catch (error) {
        throw changedMeanwhile(error, 'blocklist');
      }
    },
  };
}

/** Expressions were checked when they were saved; one that can no longer be read keeps every text from automation. */
function compiled(source: string, compile: CompileRegex): CompiledExpression {
  return { source, matches: compile(source) ?? (() => true) };
}
