import type { ActivityLog } from '../../../shared/core/activity/activity-event.ts';
import type { StatisticsDeps } from '../../../shared/core/automation/rule-figures.ts';
import type { OrganizationStore } from '../../../shared/core/organizations/ports.ts';
import type { OverviewDeps } from '../../../shared/core/reports/overview.ts';
import { accounts } from '../../../shared/runtime/live/accounts.ts';
import { activity } from '../../../shared/runtime/live/activity.ts';
import { contents } from '../../../shared/runtime/live/contents.ts';
import { limits } from '../../../shared/runtime/live/limits.ts';
import { organizations } from '../../../shared/runtime/live/organizations.ts';
import { rollups } from '../../../shared/runtime/live/rollups.ts';
import { rules } from '../../../shared/runtime/live/rules.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import { getAutomationAnalytics } from './get-automation-analytics.ts';
import { getOverview } from './get-overview.ts';
import { listActivity } from './list-activity.ts';

interface Deps extends OverviewDeps, StatisticsDeps {
  activity: ActivityLog;
  organizations: Pick<OrganizationStore, 'get'>;
}

export const createAnalyticsHandler = (deps: Deps, options?: Parameters<typeof resource>[1]) =>
  resource([getOverview(deps), getAutomationAnalytics(deps), listActivity(deps)], options);

export const handler = createAnalyticsHandler({
  accounts,
  activity,
  contents,
  limits,
  organizations,
  rollups,
  rules,
});
