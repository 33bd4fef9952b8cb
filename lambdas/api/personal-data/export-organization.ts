import { ExportOrganization } from '../../../shared/contract/api/personal-data.ts';
import { type StartDeps, startOrganizationExport } from '../../../shared/core/personal-data/export-data.ts';
import { route } from '../../../shared/runtime/route.ts';

export const exportOrganization = (deps: StartDeps) =>
  route(ExportOrganization, ({ context, now }) => startOrganizationExport(deps, context, now));
