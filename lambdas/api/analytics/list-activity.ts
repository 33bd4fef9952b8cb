import { ListActivity } from '../../../shared/contract/api/stream.ts';
import type { ActivityLog } from '../../../shared/core/activity/activity-event.ts';
import { pollActivity } from '../../../shared/core/activity/poll-activity.ts';
import { route } from '../../../shared/runtime/route.ts';

export const listActivity = ({ activity }: { activity: ActivityLog }) =>
  route(ListActivity, ({ context, query, now }) => pollActivity(activity, context, query.since, now));
