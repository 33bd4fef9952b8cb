import type { TenantContext } from '../../shared/core/kernel/tenant-context.ts';
import type { Look, PlatformReplies, PostOutcome, ReplyTarget } from '../../shared/core/replies/platform.ts';
import type { Post } from './ledger.ts';
import { type PostFault, PostFaults } from './platform.ts';
import type { Process } from './process.ts';
import type { World } from './world.ts';

const ReconnectMinutes = 20;

/** The platform's adapter as one process sees it: it reports everything that it does not know as uncertain. */
export function platformPort(world: World, process: Process): PlatformReplies {
  return {
    look: (context, _account, { externalId }) =>
      world.callOf(process, context, 'look', 'read', (): Look => {
        const { random, severity } = world.faults;
        if (world.outage('platform_down')) return { kind: 'unavailable', reason: 'HTTP 503' };
        if (random.chance(0.08 * severity))
          return { kind: 'unavailable', reason: 'HTTP 429', retryAfterSeconds: random.between(1, 300) };
        return world.platform.look(externalId, world.scheduler.milliseconds);
      }),
    post: (context, _account, target, text) => post(world, process, { context, target, text }),
  };
}

interface Request {
  context: TenantContext;
  target: ReplyTarget;
  text: string;
}

async function post(world: World, process: Process, request: Request): Promise<PostOutcome> {
  const fault = faultOf(world);
  const { random } = world.faults;
  const landsAfter = fault === 'landed_late' ? random.between(15_000, 30_000) : random.between(20, 1_000);
  const sent = await world.callOf(process, request.context, 'post', 'write', () => {
    const made = world.observePost(process, request);
    if (fault === undefined || PostFaults[fault].lands)
      world.scheduler.after(landsAfter, () => world.land(made));
    return made;
  });
  const answersAfter = fault === undefined ? landsAfter + 10 : PostFaults[fault].seconds * 1_000;
  const answer = () => answerOf(sent, fault);
  const outcome = await world.call(
    { process, label: 'post.answer', isWrite: false, milliseconds: answersAfter },
    answer,
  );
  if (outcome.kind === 'refused' && outcome.code === 'token_rejected') noteRejectedToken(world, request);
  return outcome;
}

function faultOf(world: World): PostFault | undefined {
  const { random, severity } = world.faults;
  if (world.outage('platform_down')) return 'error_before_effect';
  if (!random.chance(0.35 * severity)) return undefined;
  return random.pick([
    'answer_lost',
    'answer_lost',
    'error_after_effect',
    'error_before_effect',
    'never_arrived',
    'landed_late',
    'throttled',
    'token_rejected',
    'not_allowed',
  ]);
}

function answerOf(sent: Post, fault: PostFault | undefined): PostOutcome {
  sent.answer =
    fault !== undefined
      ? PostFaults[fault].answer
      : sent.landed
        ? { kind: 'posted', externalReplyId: sent.landed.externalId }
        : { kind: 'refused', code: 'comment_gone', reason: 'The comment is gone.' };
  return sent.answer;
}

/** The adapter asks for a new connection, and a person makes it after a while. */
function noteRejectedToken(world: World, { context }: Request): void {
  const facts = world.facts(context.organizationId);
  if (facts.account?.status !== 'active') return;
  facts.changeAccount(world.scheduler.milliseconds, { status: 'needs_reconnect' });
  world.scheduler.after(ReconnectMinutes * 60_000, () => {
    if (facts.account?.status === 'needs_reconnect')
      facts.changeAccount(world.scheduler.milliseconds, { status: 'active' });
  });
}
