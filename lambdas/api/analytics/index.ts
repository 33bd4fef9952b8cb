import type { ActivityLog } from '../../../shared/core/activity/activity-event.ts';
import type { OrganizationStore } from '../../../shared/core/organizations/ports.ts';
import type { OverviewDeps } from '../../../shared/core/reports/overview.ts';
import { accounts } from '../../../shared/runtime/live/accounts.ts';
import { activity } from '../../../shared/runtime/live/activity.ts';
import { contents } from '../../../shared/runtime/live/contents.ts';
import { organizations } from '../../../shared/runtime/live/organizations.ts';
import { rollups } from '../../../shared/runtime/live/rollups.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import { getOverview } from './get-overview.ts';
import { listActivity } from './list-activity.ts';

interface Deps extends OverviewDeps {
  activity: ActivityLog;
  organizations: Pick<OrganizationStore, 'get'>;
}

export const createAnalyticsHandler = (deps: Deps) => resource([getOverview(deps), listActivity(deps)]);

export const handler = createAnalyticsHandler({ accounts, activity, contents, organizations, rollups });
