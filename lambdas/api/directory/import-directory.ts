import { ImportDirectory } from '../../../shared/contract/api/directory.ts';
import { type SliceDeps, startSlicedJob } from '../../../shared/core/activity/run-slice.ts';
import { importState } from '../../../shared/core/directory/import-directory.ts';
import type { NewId } from '../../../shared/core/kernel/ids.ts';
import { systemContext } from '../../../shared/core/kernel/tenant-context.ts';
import type { OrganizationStore } from '../../../shared/core/organizations/ports.ts';
import { route } from '../../../shared/runtime/route.ts';
import { assertSuperadmin, type SuperadminDeps } from './assert-superadmin.ts';

interface Deps extends SuperadminDeps, Pick<SliceDeps, 'jobs' | 'work' | 'sendSlice'> {
  organizations: Pick<OrganizationStore, 'get'>;
  newId: NewId;
}

export const importDirectory = (deps: Deps) =>
  route(ImportDirectory, async ({ user, body, now }) => {
    await assertSuperadmin(deps, user);
    const context = systemContext(body.organizationId);
    await deps.organizations.get(context);
    const state = importState(body.entryIds ?? null);
    return startSlicedJob(deps, context, { kind: 'directory_import', parts: 1, state }, now);
  });
