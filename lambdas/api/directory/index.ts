import type { SliceDeps } from '../../../shared/core/activity/run-slice.ts';
import type { DirectoryStore } from '../../../shared/core/directory/ports.ts';
import type { NewId } from '../../../shared/core/kernel/ids.ts';
import type { OrganizationStore } from '../../../shared/core/organizations/ports.ts';
import { newId } from '../../../shared/runtime/live/clock.ts';
import { directory, superadmins } from '../../../shared/runtime/live/directory.ts';
import { jobWork } from '../../../shared/runtime/live/job-work.ts';
import { jobs } from '../../../shared/runtime/live/jobs.ts';
import { organizations } from '../../../shared/runtime/live/organizations.ts';
import { sendSlice } from '../../../shared/runtime/live/send-slice.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import type { SuperadminDeps } from './assert-superadmin.ts';
import { createDirectoryEntry } from './create-directory-entry.ts';
import { deleteDirectoryEntry } from './delete-directory-entry.ts';
import { getDirectoryEntry } from './get-directory-entry.ts';
import { importDirectory } from './import-directory.ts';
import { listDirectory } from './list-directory.ts';
import { updateDirectoryEntry } from './update-directory-entry.ts';

interface Deps extends SuperadminDeps, Pick<SliceDeps, 'jobs' | 'work' | 'sendSlice'> {
  directory: DirectoryStore;
  organizations: Pick<OrganizationStore, 'get'>;
  newId: NewId;
}

export const createDirectoryHandler = (deps: Deps) =>
  resource([
    listDirectory(deps),
    createDirectoryEntry(deps),
    getDirectoryEntry(deps),
    updateDirectoryEntry(deps),
    deleteDirectoryEntry(deps),
    importDirectory(deps),
  ]);

export const handler = createDirectoryHandler({
  directory,
  jobs,
  newId,
  organizations,
  sendSlice,
  superadmins,
  work: jobWork,
});
