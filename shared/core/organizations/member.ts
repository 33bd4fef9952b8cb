import * as z from 'zod';
import { Roles } from '../kernel/tenant-context.ts';

/** A person in an organization; `memberId` is the identity provider's user id. */
export const Member = z.object({
  memberId: z.string(),
  email: z.email(),
  name: z.string(),
  role: z.enum(Roles),
  joinedAt: z.string(),
});
export type Member = z.infer<typeof Member>;
