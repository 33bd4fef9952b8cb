import * as z from 'zod';

/** How a generated reply sounds (AR-08). */
export const ReplyTones = ['friendly', 'professional', 'empathetic'] as const;
export const ReplyTone = z.enum(ReplyTones);
export type ReplyTone = z.infer<typeof ReplyTone>;

/** What the model is told about a reply, as the rule said it at the decision; kept on the reply until its end. */
export const Generation = z.object({
  tone: ReplyTone,
  instructions: z.string(),
  /** As the organization wrote it, variables unfilled; null where the model writes freely. */
  template: z.string().nullable(),
  /** Since when the model could not be asked. */
  failingSince: z.string().nullable(),
});
export type Generation = z.infer<typeof Generation>;
