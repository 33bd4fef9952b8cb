import { ListDirectory } from '../../../shared/contract/api/directory.ts';
import type { DirectoryStore } from '../../../shared/core/directory/ports.ts';
import { route } from '../../../shared/runtime/route.ts';
import { assertSuperadmin, type SuperadminDeps } from './assert-superadmin.ts';

export const listDirectory = (deps: SuperadminDeps & { directory: DirectoryStore }) =>
  route(ListDirectory, async ({ user, query }) => {
    await assertSuperadmin(deps, user);
    return deps.directory.page(query);
  });
