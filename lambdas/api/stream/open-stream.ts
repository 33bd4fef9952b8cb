import { setTimeout as wait } from 'node:timers/promises';
import { OpenStream } from '../../../shared/contract/api/stream.ts';
import type { ActivityLog } from '../../../shared/core/activity/activity-event.ts';
import { frameOf, openingFrame } from '../../../shared/core/activity/event-stream.ts';
import { followActivity } from '../../../shared/core/activity/follow-activity.ts';
import type { Clock } from '../../../shared/core/kernel/time.ts';
import { type StreamRequest, stream } from '../../../shared/runtime/stream.ts';

interface Deps {
  activity: ActivityLog;
  clock: Clock;
}

export const openStream = (deps: Deps) => stream(OpenStream, (request) => frames(deps, request));

async function* frames(
  deps: Deps,
  { context, headers, query, endsAt }: StreamRequest,
): AsyncGenerator<string> {
  yield openingFrame();
  const lastEventId = headers['last-event-id'] ?? query['lastEventId'];
  for await (const followed of followActivity({ ...deps, wait }, context, { lastEventId, endsAt })) {
    yield frameOf(followed);
  }
}
