import { ReplyMessage } from '../../shared/contract/queues.ts';
import { type ReplyDeps, workOnReply } from '../../shared/core/replies/work-on-reply.ts';
import { consumer, contextOf } from '../../shared/runtime/consumer.ts';
import { requireEnvironment } from '../../shared/runtime/env.ts';
import { accounts } from '../../shared/runtime/live/accounts.ts';
import { blocklists } from '../../shared/runtime/live/blocklists.ts';
import { campaigns } from '../../shared/runtime/live/campaigns.ts';
import { clock, newId } from '../../shared/runtime/live/clock.ts';
import { contents } from '../../shared/runtime/live/contents.ts';
import { interactions } from '../../shared/runtime/live/interactions.ts';
import { limits } from '../../shared/runtime/live/limits.ts';
import { organizations } from '../../shared/runtime/live/organizations.ts';
import { platformReplies } from '../../shared/runtime/live/platform-replies.ts';
import { recapture } from '../../shared/runtime/live/recapture.ts';
import { replyModel } from '../../shared/runtime/live/reply-model.ts';
import { rules } from '../../shared/runtime/live/rules.ts';
import { templates } from '../../shared/runtime/live/templates.ts';
import { wakeReply } from '../../shared/runtime/live/wake-reply.ts';
import { logger } from '../../shared/runtime/logger.ts';

/** A reply may be due; the interaction itself says whether it is. */
export const createRepliesHandler = (deps: ReplyDeps) =>
  consumer(ReplyMessage, async (message) => {
    const result = await workOnReply(deps, contextOf(message), message.interactionId);
    logger.info('Reply looked at', { ...message, result });
  });

export const handler = createRepliesHandler({
  accounts,
  blocklists,
  campaigns,
  clock,
  contents,
  interactions,
  limits,
  newId,
  organizations,
  platform: platformReplies,
  quietSeconds: requireEnvironment('REPLY_QUIET_SECONDS'),
  recapture,
  replyModel,
  rules,
  templates,
  wakeReply,
});
