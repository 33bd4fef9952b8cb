import * as z from 'zod';

export const OrganizationId = z.string().min(1);

/** What the language model may cost; null or missing: no ceiling. */
export const ModelBudgetSetting = z.strictObject({
  monthlyUsd: z.number().positive().max(1_000_000).nullable(),
});

export const ConsoleLanguages = ['en', 'de', 'pt'] as const;

export const Organization = z.object({
  organizationId: z.string(),
  name: z.string().min(1).max(100),
  /** Of reports, mails and the screens' default. */
  language: z.enum(ConsoleLanguages),
  /** IANA name, e.g. `Europe/Berlin`. */
  timeZone: z.string(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().length(2),
  /** Appended to replies unless a rule says otherwise (CM-18). */
  signature: z.string().max(200),
  /** Decisions are recorded, nothing is posted (AR-18). */
  dryRun: z.boolean(),
  /** Set while all automation is paused (AR-18). */
  automationPausedAt: z.string().nullable(),
  /** The member or token that paused it. */
  automationPausedBy: z.string().nullable().optional(),
  modelBudget: ModelBudgetSetting.optional(),
  /** Comments are analysed although no rule could answer them; true unless switched off. */
  analysesWithoutRules: z.boolean().optional(),
  createdAt: z.string(),
  version: z.int(),
});
export type Organization = z.infer<typeof Organization>;
