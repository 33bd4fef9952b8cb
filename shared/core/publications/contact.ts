import * as z from 'zod';

/** A journalist, tied to the publications that they write for (PM-03). */
export const Contact = z.object({
  contactId: z.string(),
  name: z.string().trim().min(1).max(200),
  email: z.email().max(254).nullable(),
  role: z.string().max(100).nullable(),
  publicationIds: z.array(z.string()).max(20),
  createdAt: z.string(),
  version: z.int(),
});
export type Contact = z.infer<typeof Contact>;
