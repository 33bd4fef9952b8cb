import { GetDirectoryEntry } from '../../../shared/contract/api/directory.ts';
import type { DirectoryStore } from '../../../shared/core/directory/ports.ts';
import { notFound } from '../../../shared/core/kernel/errors.ts';
import { route } from '../../../shared/runtime/route.ts';
import { assertMaySeeEntry, type SuperadminDeps } from './assert-superadmin.ts';

export const getDirectoryEntry = (deps: SuperadminDeps & { directory: DirectoryStore }) =>
  route(GetDirectoryEntry, async ({ user, params }) => {
    await assertMaySeeEntry(deps, user);
    const entry = await deps.directory.find(params.entryId);
    if (!entry) throw notFound('The directory entry');
    return entry;
  });
