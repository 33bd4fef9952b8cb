import * as z from 'zod';
import { Roles } from '../kernel/tenant-context.ts';

/** A person in an organization; `memberId` is the identity provider's user id. */
export const Member = z.object({
  memberId: z.string(),
  email: z.email(),
  name: z.string(),
  role: z.enum(Roles),
  joinedAt: z.string(),
  version: z.int().default(1),
});
export type Member = z.infer<typeof Member>;

/** What is kept of somebody who was removed, so that records still name them. */
export const FormerMember = z.object({ memberId: z.string(), name: z.string(), removedAt: z.string() });
export type FormerMember = z.infer<typeof FormerMember>;

/** A person joins with the part of the address before the @ as the first name to be shown. */
export function aNewMember(
  user: { userId: string; email: string },
  role: Member['role'],
  joinedAt: string,
): Member {
  const name = user.email.split('@')[0] ?? user.email;
  return { memberId: user.userId, email: user.email, name, role, joinedAt, version: 1 };
}
