import * as z from 'zod';

/** A message that failed too often, kept for a person to look at. */
export const DeadLetter = z.object({
  messageId: z.string(),
  queue: z.string(),
  /** Null when the message does not say whose it is. */
  organizationId: z.string().nullable(),
  body: z.string(),
  receiveCount: z.int(),
  sentAt: z.string(),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

export interface DeadLetterStore {
  /** A repetition replaces the same letter. */
  save(letter: DeadLetter): Promise<void>;
}

export const DeadLetterDaysKept = 90;
