import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import type { ContactStore } from '../publications/ports.ts';
import { followWithTracker, type SaveCampaignDeps } from './save-campaign.ts';

export interface RefreshAffectedDeps extends SaveCampaignDeps {
  contacts: Pick<ContactStore, 'findMany' | 'idsOfPublication'>;
}

/** PM-05: when a publication changes, the running trackers of all campaigns that were sent to its contacts follow. */
export async function followPublication(
  deps: RefreshAffectedDeps,
  context: TenantContext,
  publicationId: string,
  now: Instant,
): Promise<unknown[]> {
  return followContacts(deps, context, await deps.contacts.idsOfPublication(context, publicationId), now);
}

/** PM-05: when contacts change, the trackers of the campaigns that were sent to them follow. Returns what failed. */
export async function followContacts(
  deps: RefreshAffectedDeps,
  context: TenantContext,
  contactIds: readonly string[],
  now: Instant,
): Promise<unknown[]> {
  if (contactIds.length === 0) return [];
  const failures: unknown[] = [];
  for await (const campaign of deps.campaigns.sentTo(context, contactIds)) {
    const { trackerFailure } = await followWithTracker(deps, context, campaign, now);
    if (trackerFailure !== undefined) failures.push(trackerFailure);
  }
  return failures;
}
