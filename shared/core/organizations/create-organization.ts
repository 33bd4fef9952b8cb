import type { NewId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import { aNewMember } from './member.ts';
import type { Organization } from './organization.ts';
import type { OrganizationStore } from './ports.ts';

interface Input {
  user: { userId: string; email: string };
  name: string;
  language: Organization['language'];
  timeZone: string;
  country: string;
}

/** A signed-in person without an organization creates one and becomes its owner (ST-07). */
export async function createOrganization(
  deps: { organizations: OrganizationStore; newId: NewId },
  input: Input,
  now: Instant,
): Promise<Organization> {
  const { user, ...settings } = input;
  const organization: Organization = {
    organizationId: deps.newId('org'),
    ...settings,
    signature: '',
    dryRun: false,
    automationPausedAt: null,
    createdAt: now,
    version: 1,
  };
  await deps.organizations.create(organization, aNewMember(user, 'owner', now));
  return organization;
}
