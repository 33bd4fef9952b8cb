import { ReplyToInteraction } from '../../../shared/contract/api/interactions.ts';
import { actorIdOf } from '../../../shared/core/kernel/tenant-context.ts';
import { type PersonDeps, replyByPerson } from '../../../shared/core/replies/reply-by-person.ts';
import { route } from '../../../shared/runtime/route.ts';

export const replyToInteraction = (deps: PersonDeps) =>
  route(ReplyToInteraction, ({ context, params, body }) =>
    replyByPerson(deps, context, {
      interactionId: params.interactionId,
      text: body.text,
      memberId: actorIdOf(context),
    }),
  );
