import { DeleteDirectoryEntry } from '../../../shared/contract/api/directory.ts';
import type { DirectoryStore } from '../../../shared/core/directory/ports.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import { route } from '../../../shared/runtime/route.ts';
import { assertMaySeeEntry, type SuperadminDeps } from './assert-superadmin.ts';

export const deleteDirectoryEntry = (deps: SuperadminDeps & { directory: DirectoryStore }) =>
  route(DeleteDirectoryEntry, async ({ user, params }) => {
    await assertMaySeeEntry(deps, user);
    if (!(await deps.directory.find(params.entryId))) throw notFound('The directory entry');
    await deps.directory.delete(params.entryId);
    return undefined;
  });
