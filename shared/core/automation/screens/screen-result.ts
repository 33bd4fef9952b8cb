import * as z from 'zod';

/** What the deterministic screen found in a text (AR-03). */
export const ScreenResult = z.object({
  medical: z.boolean(),
  escalation: z.boolean(),
  /** The entries of the word lists that matched. */
  matched: z.array(z.string()),
});
export type ScreenResult = z.infer<typeof ScreenResult>;
