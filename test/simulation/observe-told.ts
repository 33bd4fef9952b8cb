import type { Interaction } from '../../shared/core/interactions/interaction.ts';
import { checkPost } from './check-post.ts';
import type { Post } from './ledger.ts';
import type { Process } from './process.ts';
import type { Committed } from './table.ts';
import type { World } from './world.ts';

/**
 * A rule's webhook is told by the record of it, so the write that ends the reply is judged as its post:
 * by the same preconditions, and as the one thing that automation does about an interaction (I1).
 */
export function observeTold(
  world: World,
  process: Process,
  { organizationId, before: interaction, write }: Committed & { before: Interaction },
): void {
  const told = write.executions?.find(({ outcome }) => outcome === 'webhook_sent');
  if (!told) return;
  const { ledger, platform, scheduler } = world;
  const { interactionId, externalId } = interaction;
  const isSecond = ledger.posts.some(
    ({ process: { kind }, interaction: other, answer }) =>
      kind === 'replies' && other.interactionId === interactionId && answer?.kind !== 'refused',
  );
  if (isSecond)
    ledger.violated('I1', `a webhook was told of ${externalId}, which was answered or told before`);
  const post: Post = {
    process,
    organizationId,
    interaction,
    ruleId: told.ruleId ?? '',
    text: '',
    calledAt: scheduler.milliseconds,
    landed: undefined,
    answer: undefined,
    result: undefined,
  };
  ledger.posts.push(post);
  checkPost(ledger, post, world.facts(organizationId), platform.comment(externalId));
}
