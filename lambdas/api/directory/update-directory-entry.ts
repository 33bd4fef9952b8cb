import { UpdateDirectoryEntry } from '../../../shared/contract/api/directory.ts';
import type { DirectoryStore } from '../../../shared/core/directory/ports.ts';
import { route } from '../../../shared/runtime/route.ts';
import { assertMaySeeEntry, type SuperadminDeps } from './assert-superadmin.ts';

export const updateDirectoryEntry = (deps: SuperadminDeps & { directory: DirectoryStore }) =>
  route(UpdateDirectoryEntry, async ({ user, params, body, ifMatch }) => {
    await assertMaySeeEntry(deps, user);
    return deps.directory.update(params.entryId, body, ifMatch);
  });
