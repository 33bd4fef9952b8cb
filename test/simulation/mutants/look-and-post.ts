import { textToPost } from '../../../shared/core/replies/pending-reply.ts';
import type { Look, PlatformReplies, PostOutcome } from '../../../shared/core/replies/platform.ts';
import type { Mutant } from '../mutant.ts';
import type { Ports } from '../ports.ts';

const unanswered = (text: string): Look => ({
  kind: 'found',
  comment: { text, isHidden: false },
  replies: [],
});

function withPlatform(ports: Ports, changed: Partial<PlatformReplies>): Ports {
  return { ...ports, platform: { ...ports.platform, ...changed } };
}

type Answer = (outcome: PostOutcome) => PostOutcome;

function withAnswers(ports: Ports, changed: Answer): Ports {
  return withPlatform(ports, {
    post: async (...request) => changed(await ports.platform.post(...request)),
  });
}

/** What is seen on the platform before a post, and how its answer is read. */
export const LookAndPostMutants: readonly Mutant[] = [
  {
    name: 'no look',
    breaks: 'Posts again without asking the platform what it shows.',
    ports: (ports, _process, world) =>
      withPlatform(ports, {
        look: async ({ organizationId }, _account, { interactionId }) =>
          unanswered(world.table.interaction(organizationId, interactionId)?.text ?? ''),
      }),
  },
  {
    name: 'own replies not counted',
    breaks: 'The look leaves out what the account itself wrote.',
    ports: (ports) =>
      withPlatform(ports, {
        look: async (...request) => {
          const look = await ports.platform.look(...request);
          return look.kind === 'found' ? { ...look, replies: [] } : look;
        },
      }),
  },
  {
    name: 'edits not seen',
    breaks: 'The look compares the stored text with itself.',
    ports: (ports, _process, world) =>
      withPlatform(ports, {
        look: async (context, account, target) => {
          const look = await ports.platform.look(context, account, target);
          const stored = world.table.interaction(context.organizationId, target.interactionId);
          if (look.kind !== 'found' || !stored) return look;
          return { ...look, comment: { ...look.comment, text: stored.text } };
        },
      }),
  },
  {
    name: 'hidden comments answered',
    breaks: 'The look does not say that a comment was hidden.',
    ports: (ports) =>
      withPlatform(ports, {
        look: async (...request) => {
          const look = await ports.platform.look(...request);
          return look.kind === 'found' ? { ...look, comment: { ...look.comment, isHidden: false } } : look;
        },
      }),
  },
  {
    name: 'no look means no reply',
    breaks: 'A platform that cannot be asked counts as one that shows no reply.',
    ports: (ports, _process, world) =>
      withPlatform(ports, {
        look: async (context, account, target) => {
          const look = await ports.platform.look(context, account, target);
          const stored = world.table.interaction(context.organizationId, target.interactionId);
          return look.kind === 'unavailable' ? unanswered(stored?.text ?? '') : look;
        },
      }),
  },
  {
    name: 'every reply is ours',
    breaks: 'Adopts what the owner wrote as if it were our reply.',
    ports: (ports, _process, world) =>
      withPlatform(ports, {
        look: async (context, account, target) => {
          const look = await ports.platform.look(context, account, target);
          const pending = world.table.interaction(context.organizationId, target.interactionId)?.pendingReply;
          if (look.kind !== 'found' || !pending) return look;
          const text = textToPost(pending);
          return { ...look, replies: look.replies.map((reply) => ({ ...reply, text })) };
        },
      }),
  },
  {
    name: 'silence is proof',
    breaks: 'A reply that a list does not show counts as one that was never posted.',
    ports: (ports, process, world) => ({
      ...ports,
      interactions: {
        ...ports.interactions,
        find: async (...request) => {
          const found = await ports.interactions.find(...request);
          if (process.kind !== 'replies' || process.claimedAt !== null || !found?.pendingReply) return found;
          const look = world.platform.look(found.externalId, world.scheduler.milliseconds);
          const isSilent = look.kind === 'found' && look.replies.length === 0;
          return isSilent ? { ...found, pendingReply: { ...found.pendingReply, attempts: 0 } } : found;
        },
      },
    }),
  },
  {
    name: 'no quiet period',
    breaks: 'Looks and posts again at once after an attempt with an unknown end.',
    ports: (ports) => ({ ...ports, quietSeconds: 0 }),
  },
  {
    name: 'client repeats posts',
    breaks: 'The HTTP client sends a post again when it got no answer.',
    ports: (ports) =>
      withPlatform(ports, {
        post: async (...request) => {
          const outcome = await ports.platform.post(...request);
          return outcome.kind === 'uncertain' ? ports.platform.post(...request) : outcome;
        },
      }),
  },
  {
    name: 'no answer is a refusal',
    breaks: 'A time-out or a 5xx counts as certainly not published.',
    ports: (ports) =>
      withAnswers(ports, (outcome) =>
        outcome.kind === 'uncertain'
          ? { kind: 'refused', code: 'throttled', reason: outcome.reason, retryAfterSeconds: 1 }
          : outcome,
      ),
  },
  {
    name: 'no answer is success',
    breaks: 'A time-out or a 5xx is recorded as published.',
    ports: (ports) =>
      withAnswers(ports, (outcome) =>
        outcome.kind === 'uncertain' ? { kind: 'posted', externalReplyId: 'unknown' } : outcome,
      ),
  },
  {
    name: 'a refusal is no answer',
    breaks: 'Keeps the slot of a reply that certainly failed.',
    ports: (ports) =>
      withAnswers(ports, (outcome) =>
        outcome.kind === 'refused' ? { kind: 'uncertain', reason: outcome.reason } : outcome,
      ),
  },
  {
    name: 'text of a retry differs',
    breaks: 'Words the reply anew for every attempt.',
    ports: (ports, process) => ({
      ...ports,
      interactions: {
        ...ports.interactions,
        find: async (...request) => {
          const found = await ports.interactions.find(...request);
          if (process.kind !== 'replies' || !found?.pendingReply) return found;
          const { pendingReply } = found;
          return { ...found, pendingReply: { ...pendingReply, text: `Thanks! ${process.name}` } };
        },
      },
    }),
  },
];
