import type { TenantContext } from '../kernel/tenant-context.ts';
import { type Clock, type Instant, MillisecondsPerMinute, millisecondsBetween } from '../kernel/time.ts';
import type { Organization } from '../organizations/organization.ts';
import { microUsdOf, priceOf } from './model-prices.ts';
import {
  type ModelPurpose,
  type ModelUsageStore,
  monthOf,
  NoticePercents,
  type PurposeUsage,
  spentUsd,
  type TokenUsage,
} from './model-usage.ts';

/** What an organization lets the model cost, and what it has cost (CM-14). */
export interface ModelBudget {
  /** False once the month's budget is spent; without a budget always true. */
  allows(context: TenantContext): Promise<boolean>;
  /** Counts one answer of the model. */
  spend(context: TenantContext, purpose: ModelPurpose, usage: TokenUsage): Promise<void>;
  /**
   * What one answer of the model counts, for whoever stores it together with what was asked about: that costs no write
   * of its own. Undefined where a budget has to be kept, so that it must be counted at once.
   */
  carried(context: TenantContext, usage: TokenUsage): Promise<PurposeUsage | undefined>;
}

interface Deps {
  organizations: { get(context: TenantContext): Promise<Organization> };
  usages: ModelUsageStore;
  clock: Clock;
  modelId: string;
}

/** How old the answer to "may I ask" may be: what is spent beyond the budget in that time is accepted. */
const LongestKept = MillisecondsPerMinute;

interface Standing {
  readAt: Instant;
  month: string;
  spentUsd: number;
  monthlyUsd: number | null;
}

/**
 * Keeps the account of each organization's model calls by calendar month, and says when its budget is spent.
 * Whoever asks waits for a read at most once a minute; one's own calls count at once.
 */
export function modelBudget({ organizations, usages, clock, modelId }: Deps): ModelBudget {
  const standings = new Map<string, Standing>();
  /** What this process has told already; the store says it once in any case. */
  const told = new Set<string>();
  const price = priceOf(modelId);

  async function standingOf(context: TenantContext): Promise<Standing> {
    const now = clock.now();
    const month = monthOf(now);
    const known = standings.get(context.organizationId);
    if (known?.month === month && millisecondsBetween(known.readAt, now) < LongestKept) return known;
    const organization = await organizations.get(context);
    const monthlyUsd = organization.modelBudget?.monthlyUsd ?? null;
    const spent = monthlyUsd === null ? 0 : spentUsd(await usages.get(context, month));
    const standing = { readAt: now, month, spentUsd: spent, monthlyUsd };
    standings.set(context.organizationId, standing);
    return standing;
  }

  /** Reached by a call, or by a budget that was lowered. */
  async function tell(context: TenantContext, { month, monthlyUsd, spentUsd: spent }: Standing) {
    if (monthlyUsd === null) return;
    for (const percent of NoticePercents) {
      const name = `${context.organizationId} ${month} ${percent}`;
      if (spent < (monthlyUsd * percent) / 100 || told.has(name)) continue;
      await usages.notice(context, { month, percent, monthlyUsd, at: clock.now() });
      told.add(name);
    }
  }

  return {
    async allows(context) {
      const standing = await standingOf(context);
      const isAllowed = standing.monthlyUsd === null || standing.spentUsd < standing.monthlyUsd;
      if (!isAllowed) await tell(context, standing);
      return isAllowed;
    },

    async carried(context, usage) {
      const { monthlyUsd } = await standingOf(context);
      return monthlyUsd === null ? { calls: 1, ...usage, microUsd: microUsdOf(price, usage) } : undefined;
    },

    async spend(context, purpose, usage) {
      const before = await standingOf(context);
      const call = { ...usage, purpose, microUsd: microUsdOf(price, usage) };
      const standing = { ...before, spentUsd: spentUsd(await usages.add(context, before.month, call)) };
      standings.set(context.organizationId, standing);
      await tell(context, standing);
    },
  };
}
