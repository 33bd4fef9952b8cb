import { toInstant } from '../../shared/core/kernel/time.ts';
import type { Look, PostOutcome } from '../../shared/core/replies/platform.ts';
import { History } from './history.ts';

export interface ShownReply {
  externalId: string;
  text: string;
  landedAt: number;
  /** Lists show a reply a little later than it exists. */
  visibleAt: number;
  isDeleted: boolean;
  /** Who pressed the button: our worker, a member in Earshot, or the owner on the platform. */
  by: 'automation' | 'member' | 'owner';
}

export interface ShownComment {
  externalId: string;
  text: History<string>;
  exists: History<boolean>;
  isHidden: History<boolean>;
  /** Nobody can list what stands below a mention. */
  listsReplies: boolean;
  replies: ShownReply[];
}

/** The truth about what people see: comments with the replies below them. */
export class SimulatedPlatform {
  readonly comments = new Map<string, ShownComment>();

  show(externalId: string, text: string, listsReplies = true): ShownComment {
    const comment: ShownComment = {
      externalId,
      text: new History(text),
      exists: new History(true),
      isHidden: new History(false),
      listsReplies,
      replies: [],
    };
    this.comments.set(externalId, comment);
    return comment;
  }

  comment(externalId: string): ShownComment {
    const comment = this.comments.get(externalId);
    if (!comment) throw new Error(`Nobody wrote ${externalId}.`);
    return comment;
  }

  look(externalId: string, now: number): Look {
    const { text, exists, isHidden, listsReplies, replies } = this.comment(externalId);
    if (!exists.current) return { kind: 'gone' };
    const visible = replies.filter(
      ({ visibleAt, isDeleted }) => listsReplies && visibleAt <= now && !isDeleted,
    );
    return {
      kind: 'found',
      comment: { text: text.current, isHidden: isHidden.current },
      replies: visible.map((reply) => ({
        externalId: reply.externalId,
        isOwn: true,
        text: reply.text,
        createdAt: toInstant(reply.landedAt),
      })),
    };
  }

  /** A reply reaches the platform; undefined when its comment is gone. */
  land(
    externalId: string,
    reply: Pick<ShownReply, 'text' | 'by' | 'landedAt' | 'visibleAt'>,
  ): ShownReply | undefined {
    const comment = this.comment(externalId);
    if (!comment.exists.current) return undefined;
    const landed = {
      ...reply,
      isDeleted: false,
      externalId: `${externalId}_reply_${comment.replies.length + 1}`,
    };
    comment.replies.push(landed);
    return landed;
  }

  /** Somebody deletes a reply; false when it is gone already. */
  remove(replyId: string): boolean {
    const all = [...this.comments.values()].flatMap(({ replies }) => replies);
    const reply = all.find(({ externalId, isDeleted }) => externalId === replyId && !isDeleted);
    if (reply) reply.isDeleted = true;
    return reply !== undefined;
  }
}

/** How a post can go: what the platform does with it, and what it says. */
export const PostFaults = {
  /** The answer gets lost on its way back. */
  answer_lost: { lands: true, answer: { kind: 'uncertain', reason: 'time-out' }, seconds: 15 },
  error_after_effect: { lands: true, answer: { kind: 'uncertain', reason: 'HTTP 500' }, seconds: 2 },
  error_before_effect: { lands: false, answer: { kind: 'uncertain', reason: 'HTTP 503' }, seconds: 2 },
  never_arrived: { lands: false, answer: { kind: 'uncertain', reason: 'time-out' }, seconds: 15 },
  /** The platform works on it for longer than we wait. */
  landed_late: { lands: true, answer: { kind: 'uncertain', reason: 'time-out' }, seconds: 15 },
  throttled: { lands: false, answer: { kind: 'refused', code: 'throttled', reason: 'HTTP 429' }, seconds: 1 },
  token_rejected: {
    lands: false,
    answer: { kind: 'refused', code: 'token_rejected', reason: 'error 190' },
    seconds: 1,
  },
  not_allowed: {
    lands: false,
    answer: { kind: 'refused', code: 'not_allowed', reason: 'error 200' },
    seconds: 1,
  },
} as const satisfies Record<string, { lands: boolean; answer: PostOutcome; seconds: number }>;
export type PostFault = keyof typeof PostFaults;
