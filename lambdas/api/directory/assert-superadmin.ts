import type { SuperadminRegistry } from '../../../shared/core/directory/ports.ts';
import { AppError, notFound } from '../../../shared/core/kernel/errors.ts';
import type { SignedInUser } from '../../../shared/runtime/route.ts';

export interface SuperadminDeps {
  superadmins: SuperadminRegistry;
}

export async function assertSuperadmin(
  { superadmins }: SuperadminDeps,
  { userId }: SignedInUser,
): Promise<void> {
  if (await superadmins.isSuperadmin(userId)) return;
  throw new AppError('forbidden', 'superadmin_required', 'The directory is kept by superadmins alone.');
}

/** For one entry: whoever may not see the directory does not learn what is in it. */
export async function assertMaySeeEntry(
  { superadmins }: SuperadminDeps,
  { userId }: SignedInUser,
): Promise<void> {
  if (!(await superadmins.isSuperadmin(userId))) throw notFound('The directory entry');
}
