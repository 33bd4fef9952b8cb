import type { Counts } from '../../core/activity/rollup.ts';
import { cellName } from '../../core/activity/rollup-cell.ts';
import {
  BudgetNotice,
  ModelPurposes,
  type ModelUsage,
  type ModelUsageStore,
  PurposeUsage,
  sumOfUsage,
} from '../../core/analysis/model-usage.ts';
import { isAppError } from '../../core/kernel/errors.ts';
import { addMilliseconds, type Instant, MillisecondsPerDay } from '../../core/kernel/time.ts';
import type { Key } from './keys.ts';
import { rollupStore } from './rollup-store.ts';
import type { Table } from './table.ts';
import type { Item } from './table-requests.ts';

const usageKey = (month: string): Key => ({ partition: '', sort: `MODEL-USAGE#${month}` });
const noticeKey = (month: string, percent: number): Key => ({
  partition: '',
  sort: `${noticesOf(month)}${percent}`,
});
const noticesOf = (month: string) => `MODEL-NOTICE#${month}#`;

/** Months are kept for as long as the records of what was answered in them. */
const DaysKept = 400;

function expiryOf(month: string): Instant {
  return addMilliseconds(`${month}-01T00:00:00.000Z`, (DaysKept + 31) * MillisecondsPerDay);
}

/** The counters lie side by side on one item, so that a call is one addition. */
function usageOf(month: string, item: Item | undefined): ModelUsage {
  const purposes = ModelPurposes.map((purpose) => {
    const count = (field: string) => item?.[`${purpose}_${field}`] ?? 0;
    const usage = {
      calls: count('calls'),
      inputTokens: count('inputTokens'),
      outputTokens: count('outputTokens'),
      microUsd: count('microUsd'),
    };
    return [purpose, PurposeUsage.parse(usage)];
  });
  return { month, purposes: Object.fromEntries(purposes) };
}

const startOf = (month: string): Instant => `${month}-01T00:00:00.000Z`;

function nextOf(month: string): string {
  return addMilliseconds(startOf(month), 32 * MillisecondsPerDay).slice(0, month.length);
}

/** What analyses took that were stored with their interactions, and counted with them. */
function analysesIn(counts: Counts): PurposeUsage {
  const count = (measure: string) => counts[cellName({ counts: 'model', measure })] ?? 0;
  return {
    calls: count('calls'),
    inputTokens: count('inputTokens'),
    outputTokens: count('outputTokens'),
    microUsd: count('microUsd'),
  };
}

export function modelUsageStore(table: Table): ModelUsageStore {
  return {
    async get(context, month) {
      const counted = usageOf(month, await table.tenant(context).get(usageKey(month)));
      const { purposes } = counted;
      let { analysis } = purposes;
      for await (const { counts } of rollupStore(table).between(
        context,
        startOf(month),
        startOf(nextOf(month)),
      )) {
        analysis = sumOfUsage(analysis, analysesIn(counts));
      }
      return { ...counted, purposes: { ...purposes, analysis } };
    },

    async add(context, month, { purpose, inputTokens, outputTokens, microUsd }) {
      const item = await table.tenant(context).update(usageKey(month), {
        setIfAbsent: { type: 'ModelUsage' },
        add: {
          [`${purpose}_calls`]: 1,
          [`${purpose}_inputTokens`]: inputTokens,
          [`${purpose}_outputTokens`]: outputTokens,
          [`${purpose}_microUsd`]: microUsd,
        },
        expiresAt: expiryOf(month),
      });
      return usageOf(month, item);
    },

    async notice(context, notice) {
      const { month, percent } = notice;
      const item = { type: 'BudgetNotice', ...notice };
      const options = { condition: { absent: 'pk' }, expiresAt: expiryOf(month) } as const;
      try {
        await table.tenant(context).put(noticeKey(month, percent), item, options);
      } catch (error) {
        if (!isAppError(error, 'condition_failed')) throw error;
      }
    },

    async notices(context, month) {
      const query = { partition: '', sortPrefix: noticesOf(month) };
      const items = await Array.fromAsync(table.tenant(context).all(query));
      return items
        .map((item) => BudgetNotice.parse(item))
        .toSorted((one, other) => one.percent - other.percent);
    },
  };
}
