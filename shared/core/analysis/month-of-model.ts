import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { Organization } from '../organizations/organization.ts';
import { PricesAsOf, priceOf } from './model-prices.ts';
import {
  type BudgetNotice,
  type ModelUsage,
  type ModelUsageStore,
  monthOf,
  spentUsd,
} from './model-usage.ts';

export interface UsageDeps {
  organizations: { get(context: TenantContext): Promise<Organization> };
  usages: Pick<ModelUsageStore, 'get' | 'notices'>;
  modelId: string;
}

/** What the language model did for an organization in a month, what that cost, and what it may cost. */
export interface MonthOfModel extends ModelUsage {
  spentUsd: number;
  /** Null: there is no ceiling. */
  monthlyUsd: number | null;
  spentPercent: number | null;
  /** Beyond the budget nothing is analysed, written or suggested until the month ends; people get everything. */
  isSpent: boolean;
  notices: BudgetNotice[];
  prices: { modelId: string; inputUsdPerMillion: number; outputUsdPerMillion: number; asOf: string };
}

export async function monthOfModel(
  { organizations, usages, modelId }: UsageDeps,
  context: TenantContext,
  { month, now }: { month?: string | undefined; now: Instant },
): Promise<MonthOfModel> {
  const asked = month ?? monthOf(now);
  const [organization, usage, notices] = await Promise.all([
    organizations.get(context),
    usages.get(context, asked),
    usages.notices(context, asked),
  ]);
  const spent = spentUsd(usage);
  const monthlyUsd = organization.modelBudget?.monthlyUsd ?? null;
  return {
    ...usage,
    spentUsd: spent,
    monthlyUsd,
    spentPercent: monthlyUsd === null ? null : Math.round((spent / monthlyUsd) * 1_000) / 10,
    isSpent: monthlyUsd !== null && spent >= monthlyUsd,
    notices,
    prices: { modelId, ...priceOf(modelId), asOf: PricesAsOf },
  };
}
