import { countChanges } from '../../shared/core/activity/count-changes.ts';
import { changeConsumer } from '../../shared/runtime/changes.ts';
import { rollups } from '../../shared/runtime/live/rollups.ts';

/** Counts what changed in the table, minutes of it at a time: figures may come later, and counting costs a write. */
export const handler = changeConsumer((changes) => countChanges({ rollups }, changes));
