import { recordChanges } from '../../shared/core/activity/record-changes.ts';
import { changeConsumer } from '../../shared/runtime/changes.ts';
import { activity } from '../../shared/runtime/live/activity.ts';
import { rollups } from '../../shared/runtime/live/rollups.ts';

/** The one consumer of the table's stream: what changed is told to clients and counted (design §6). */
export const handler = changeConsumer((changes, now) => recordChanges({ activity, rollups }, changes, now));
