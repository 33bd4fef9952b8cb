import type { PlatformModeration } from '../../../shared/core/accounts/platform-interactions.ts';
import type { PrivateReplyDeps } from '../../../shared/core/conversations/reply-privately.ts';
import type { DeleteDeps } from '../../../shared/core/interactions/delete-interaction.ts';
import type { HideDeps } from '../../../shared/core/interactions/hide-interaction.ts';
import type { LikeDeps } from '../../../shared/core/interactions/like-interaction.ts';
import type { OrganizationStore } from '../../../shared/core/organizations/ports.ts';
import type { PersonDeps } from '../../../shared/core/replies/reply-by-person.ts';
import type { SuggestDeps } from '../../../shared/core/replies/suggest-reply.ts';
import { requireEnvironment } from '../../../shared/runtime/env.ts';
import { accounts } from '../../../shared/runtime/live/accounts.ts';
import { blocklists } from '../../../shared/runtime/live/blocklists.ts';
import { campaigns } from '../../../shared/runtime/live/campaigns.ts';
import { clock, newId } from '../../../shared/runtime/live/clock.ts';
import { contents } from '../../../shared/runtime/live/contents.ts';
import { conversations } from '../../../shared/runtime/live/conversations.ts';
import { interactions } from '../../../shared/runtime/live/interactions.ts';
import { limits } from '../../../shared/runtime/live/limits.ts';
import { organizations } from '../../../shared/runtime/live/organizations.ts';
import {
  platformMessages,
  platformModeration,
  platformReplies,
} from '../../../shared/runtime/live/platform-replies.ts';
import { suggestionModel } from '../../../shared/runtime/live/reply-model.ts';
import { templates } from '../../../shared/runtime/live/templates.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import { deleteInteraction } from './delete-interaction.ts';
import { getInteraction } from './get-interaction.ts';
import { type ContentDeps, getInteractionContent } from './get-interaction-content.ts';
import { getInteractionTimeline } from './get-interaction-timeline.ts';
import { hideInteraction } from './hide-interaction.ts';
import { likeInteraction } from './like-interaction.ts';
import { listInteractions } from './list-interactions.ts';
import { replyPrivately } from './reply-privately.ts';
import { replyToInteraction } from './reply-to-interaction.ts';
import { suggestReply } from './suggest-reply.ts';
import { updateInteraction } from './update-interaction.ts';
import { updateInteractions } from './update-interactions.ts';

interface Deps
  extends PersonDeps,
    HideDeps,
    LikeDeps,
    DeleteDeps,
    PrivateReplyDeps,
    ContentDeps,
    SuggestDeps {
  accounts: PersonDeps['accounts'];
  contents: ContentDeps['contents'] & SuggestDeps['contents'];
  interactions: PersonDeps['interactions'];
  moderation: PlatformModeration;
  organizations: Pick<OrganizationStore, 'get' | 'member'>;
}

export const createInteractionsHandler = (deps: Deps, options?: Parameters<typeof resource>[1]) =>
  resource(
    [
      listInteractions(deps),
      getInteraction(deps),
      getInteractionContent(deps),
      getInteractionTimeline(deps),
      updateInteraction(deps),
      updateInteractions(deps),
      replyToInteraction(deps),
      suggestReply(deps),
      hideInteraction(deps),
      likeInteraction(deps),
      replyPrivately(deps),
      deleteInteraction(deps),
    ],
    options,
  );

export const handler = createInteractionsHandler({
  accounts,
  blocklists,
  campaigns,
  clock,
  contents,
  conversations,
  interactions,
  limits,
  messages: platformMessages,
  moderation: platformModeration,
  newId,
  organizations,
  platform: platformReplies,
  quietSeconds: requireEnvironment('REPLY_QUIET_SECONDS'),
  replyModel: suggestionModel,
  templates,
});
