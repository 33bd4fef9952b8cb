import { ReplyPrivately } from '../../../shared/contract/api/interactions.ts';
import {
  type PrivateReplyDeps,
  replyPrivately as reply,
} from '../../../shared/core/conversations/reply-privately.ts';
import { actorIdOf } from '../../../shared/core/kernel/tenant-context.ts';
import { route } from '../../../shared/runtime/route.ts';

export const replyPrivately = (deps: PrivateReplyDeps) =>
  route(ReplyPrivately, ({ context, params, body }) =>
    reply(deps, context, { ...params, ...body, memberId: actorIdOf(context) }),
  );
