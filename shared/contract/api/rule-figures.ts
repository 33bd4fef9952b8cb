import * as z from 'zod';

/** How a rule did in a time (AR-15). */
export const RuleFigures = z.object({
  ruleId: z.string(),
  name: z.string().nullable().describe('Null when the rule is gone'),
  fired: z.int().describe('Decisions of this rule that have ended'),
  succeeded: z.int(),
  failed: z.int().describe('Refused by the platform, or not confirmed'),
  successShare: z.number().nullable().describe('Succeeded of fired, 0 to 1; null when it never fired'),
  today: z.int().describe('Slots of the daily limit that are taken today (UTC)'),
  lastFiredAt: z.string().nullable(),
});
