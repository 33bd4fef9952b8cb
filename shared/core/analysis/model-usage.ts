import * as z from 'zod';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';

/** What the model was asked for; replies of rules and proposals to people are counted apart. */
export const ModelPurposes = ['analysis', 'reply', 'suggestion', 'merge'] as const;
export type ModelPurpose = (typeof ModelPurposes)[number];

/** The tokens of one call, as the model counted them. */
export interface TokenUsage {
  inputTokens: number;
  outputTokens: number;
}

export const PurposeUsage = z.object({
  calls: z.int(),
  inputTokens: z.int(),
  outputTokens: z.int(),
  /** Millionths of a US dollar, at the prices of the time of each call. */
  microUsd: z.int(),
});
export type PurposeUsage = z.infer<typeof PurposeUsage>;

/** What an organization has used of the model in a calendar month (UTC), `2026-11`. */
export interface ModelUsage {
  month: string;
  purposes: Record<ModelPurpose, PurposeUsage>;
}

/** Of the monthly budget, the shares at which the organization is told, in percent. */
export const NoticePercents = [80, 100] as const;

/** Said once per month and share. */
export const BudgetNotice = z.object({
  month: z.string(),
  percent: z.literal(NoticePercents),
  monthlyUsd: z.number(),
  at: z.string(),
});
export type BudgetNotice = z.infer<typeof BudgetNotice>;

export interface ModelUsageStore {
  /** Nothing used when nothing is stored. */
  get(context: TenantContext, month: string): Promise<ModelUsage>;
  /** Counts one call, and answers the month with it. */
  add(
    context: TenantContext,
    month: string,
    call: TokenUsage & { purpose: ModelPurpose; microUsd: number },
  ): Promise<ModelUsage>;
  /** Saying it again changes nothing. */
  notice(context: TenantContext, notice: BudgetNotice): Promise<void>;
  notices(context: TenantContext, month: string): Promise<BudgetNotice[]>;
}

export function monthOf(instant: Instant): string {
  return instant.slice(0, 7);
}

export function unusedMonth(month: string): ModelUsage {
  const unused = () => ({ calls: 0, inputTokens: 0, outputTokens: 0, microUsd: 0 });
  return { month, purposes: { analysis: unused(), reply: unused(), suggestion: unused(), merge: unused() } };
}

export function sumOfUsage(one: PurposeUsage | undefined, other: PurposeUsage): PurposeUsage {
  return {
    calls: (one?.calls ?? 0) + other.calls,
    inputTokens: (one?.inputTokens ?? 0) + other.inputTokens,
    outputTokens: (one?.outputTokens ?? 0) + other.outputTokens,
    microUsd: (one?.microUsd ?? 0) + other.microUsd,
  };
}

export function spentUsd({ purposes }: ModelUsage): number {
  return Object.values(purposes).reduce((sum, { microUsd }) => sum + microUsd, 0) / 1_000_000;
}
