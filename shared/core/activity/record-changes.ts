import type { Instant } from '../kernel/time.ts';
import type { ActivityLog } from './activity-event.ts';
import type { Change } from './change.ts';
import { countChanges } from './count-changes.ts';
import { fileActivity } from './file-activity.ts';
import type { RollupStore } from './rollup.ts';

interface Deps {
  activity: ActivityLog;
  rollups: RollupStore;
}

/** Tells clients of changes and counts them; doing so again changes nothing. */
export async function recordChanges(deps: Deps, changes: readonly Change[], now: Instant): Promise<void> {
  await Promise.all([fileActivity(deps, changes, now), countChanges(deps, changes)]);
}
