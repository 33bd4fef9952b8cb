import { AuthorCooldown, RuleUsage } from '../../core/replies/limits.ts';
import type { LimitStore, LimitWrite } from '../../core/replies/ports.ts';
import type { Condition } from './expression.ts';
import type { Key } from './keys.ts';
import { pack, unpack } from './packed.ts';
import type { Table } from './table.ts';
import type { Item, Write } from './table-requests.ts';

const Partition = 'LIMIT';
const usageKey = (ruleId: string): Key => ({ partition: Partition, sort: `RULE#${ruleId}` });
const cooldownKey = (ruleId: string, authorKey: string): Key => ({
  partition: Partition,
  sort: `AUTHOR#${ruleId}#${authorKey}`,
});

/** Only on top of the version that the new one was made from. */
function onTopOf(version: number): Condition {
  return version === 1 ? { absent: 'pk' } : { equals: ['version', version - 1] };
}

/** A busy rule has a hundred slots: packed, they take a quarter of the bytes. */
function usageItem({ ruleId, version, ...usage }: RuleUsage): Item {
  return { type: 'RuleUsage', ruleId, version, packed: pack(usage) };
}

function usageFrom(item: Item): RuleUsage {
  return RuleUsage.parse({ ...item, ...(unpack(item['packed']) as Item) });
}

/** The writes that change a rule's limits together with the reply of an interaction. */
export function limitWrites({ usage, cooldown }: LimitWrite, interactionId: string): Write[] {
  const { ruleId, version } = usage;
  const usagePut: Write = {
    put: { key: usageKey(ruleId), item: usageItem(usage), condition: onTopOf(version) },
  };
  if (!cooldown) return [usagePut];
  const key = cooldownKey(ruleId, cooldown.authorKey);
  const { value } = cooldown;
  if (value === null)
    return [usagePut, { delete: { key, condition: { equals: ['interactionId', interactionId] } } }];
  const cooldownPut: Write = {
    put: {
      key,
      item: { type: 'AuthorCooldown', ...value },
      expiresAt: value.until,
      condition: onTopOf(value.version),
    },
  };
  return [usagePut, cooldownPut];
}

export function limitStore(table: Table): LimitStore {
  return {
    async usages(context) {
      const query = { partition: Partition, sortPrefix: 'RULE#', consistent: true };
      const items = await Array.fromAsync(table.tenant(context).all(query));
      return items.map(usageFrom);
    },

    async usageOf(context, ruleId) {
      const item = await table.tenant(context).get(usageKey(ruleId));
      return item ? usageFrom(item) : { ruleId, slots: [], day: '', usedInDay: 0, version: 0 };
    },

    async cooldownOf(context, ruleId, authorKey) {
      const item = await table.tenant(context).get(cooldownKey(ruleId, authorKey));
      return item && AuthorCooldown.parse(item);
    },
  };
}
