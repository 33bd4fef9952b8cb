import { CreateDirectoryEntry } from '../../../shared/contract/api/directory.ts';
import type { DirectoryStore } from '../../../shared/core/directory/ports.ts';
import type { NewId } from '../../../shared/core/kernel/ids.ts';
import { route } from '../../../shared/runtime/route.ts';
import { assertSuperadmin, type SuperadminDeps } from './assert-superadmin.ts';

export const createDirectoryEntry = (deps: SuperadminDeps & { directory: DirectoryStore; newId: NewId }) =>
  route(CreateDirectoryEntry, async ({ user, body, now }) => {
    await assertSuperadmin(deps, user);
    const entry = { ...body, entryId: deps.newId('dir'), createdAt: now, version: 1 };
    await deps.directory.create(entry);
    return entry;
  });
