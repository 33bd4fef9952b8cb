import * as z from 'zod';

/** A reply text that rules and people share (CM-18). */
export const ReplyTemplateDraft = z.strictObject({
  name: z.string().trim().min(1).max(100),
  text: z.string().trim().min(1).max(2_000),
  /** ISO 639-1. */
  language: z.string().regex(/^[a-z]{2,3}$/),
});
export type ReplyTemplateDraft = z.infer<typeof ReplyTemplateDraft>;

export const ReplyTemplate = z.object({
  ...ReplyTemplateDraft.shape,
  templateId: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  version: z.int(),
});
export type ReplyTemplate = z.infer<typeof ReplyTemplate>;
