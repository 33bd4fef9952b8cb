import { OpenStream } from '../../../shared/contract/api/stream.ts';
import { frameOf, openingFrame } from '../../../shared/core/activity/event-stream.ts';
import { type FollowDeps, followActivity } from '../../../shared/core/activity/follow-activity.ts';
import type { Identify } from '../../../shared/runtime/caller.ts';
import { type StreamRequest, stream } from '../../../shared/runtime/stream.ts';

interface Deps extends FollowDeps {
  identify: Identify;
}

export const openStream = (deps: Deps) => stream(OpenStream, (request) => frames(deps, request), deps);

async function* frames(
  deps: FollowDeps,
  { context, headers, query, endsAt }: StreamRequest,
): AsyncGenerator<string> {
  yield openingFrame();
  const lastEventId = headers['last-event-id'] ?? query['lastEventId'];
  for await (const followed of followActivity(deps, context, { lastEventId, endsAt })) {
    yield frameOf(followed);
  }
}
