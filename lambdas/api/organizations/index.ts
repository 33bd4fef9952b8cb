import type { ModelUsageStore } from '../../../shared/core/analysis/model-usage.ts';
import type { NewId } from '../../../shared/core/kernel/ids.ts';
import type { MembershipDirectory, OrganizationStore } from '../../../shared/core/organizations/ports.ts';
import { requireEnvironment } from '../../../shared/runtime/env.ts';
import { newId } from '../../../shared/runtime/live/clock.ts';
import { modelUsages } from '../../../shared/runtime/live/model-usages.ts';
import { memberships, organizations } from '../../../shared/runtime/live/organizations.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import { createOrganization } from './create-organization.ts';
import { getMe } from './get-me.ts';
import { getModelUsage } from './get-model-usage.ts';
import { getOrganization } from './get-organization.ts';
import { updateOrganization } from './update-organization.ts';

interface Deps {
  organizations: OrganizationStore;
  memberships: MembershipDirectory;
  newId: NewId;
  usages: ModelUsageStore;
  modelId: string;
}

export const createOrganizationsHandler = (deps: Deps) =>
  resource([
    getMe(deps),
    createOrganization(deps),
    getOrganization(deps),
    updateOrganization(deps),
    getModelUsage(deps),
  ]);

export const handler = createOrganizationsHandler({
  organizations,
  memberships,
  newId,
  usages: modelUsages,
  modelId: requireEnvironment('MODEL_ID'),
});
