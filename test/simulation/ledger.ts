import type { Interaction } from '../../shared/core/interactions/interaction.ts';
import type { PostOutcome } from '../../shared/core/replies/platform.ts';
import type { workOnReply } from '../../shared/core/replies/work-on-reply.ts';
import type { ShownReply } from './platform.ts';
import type { Process } from './process.ts';
import type { Committed } from './table.ts';

/** What the reply protocol promises, whatever goes wrong around it. */
export const Invariants = {
  I1: 'one automatic reply per interaction, ever, and none beside a person’s',
  I2: 'no reply whose fresh precondition failed',
  I3: 'not before capture + 30 s nor before it is due, not after its latest time',
  I4: 'limits hold at every instant; what certainly failed returns its slot once, what may be out there keeps it',
  I5: 'one terminal record per decision, and the posted text is the recorded text',
  I6: 'every captured interaction ends answered, cancelled, blocked, manual or plainly in the inbox',
  I7: 'nothing touches another tenant’s partition',
  I8: 'absolute blocks are evaluated after the last wait and before the post',
} as const;
export type Invariant = keyof typeof Invariants;

export interface Violation {
  invariant: Invariant;
  what: string;
}

type WorkResult = Awaited<ReturnType<typeof workOnReply>>;

/** One call of a platform that asks it to publish a reply. */
export interface Post {
  process: Process;
  organizationId: string;
  /** As stored when the call was made. */
  interaction: Interaction;
  ruleId: string;
  text: string;
  calledAt: number;
  landed: ShownReply | undefined;
  answer: PostOutcome | undefined;
  /** What the worker said about it; undefined when it died or failed before that. */
  result: WorkResult | undefined;
}

/** What was observed in a run from outside of the code under test, and what was wrong about it. */
export class Ledger {
  readonly posts: Post[] = [];
  readonly violations: Violation[] = [];
  /** How often the intent to post was noted, by interaction. */
  readonly intents = new Map<string, number>();

  /** Replies that an undo says it has deleted. */
  readonly undone = new Set<string>();

  violated(invariant: Invariant, what: string): void {
    this.violations.push({ invariant, what });
  }

  /** The reasons for which replies waited or ended: shows that the days of a simulation lead everywhere. */
  readonly reached = new Set<string>();

  committed({ before, write }: Committed): void {
    const { interactionId, pendingReply } = write.interaction;
    for (const record of [...(write.executions ?? []), write.recordedAhead, write.recordedBehind])
      if (record) this.reached.add(record.reason);
    if (pendingReply?.waitingFor) this.reached.add(pendingReply.waitingFor);
    if (pendingReply?.origin.kind === 'automation' && pendingReply.origin.decidedAnew)
      this.reached.add('decided_anew');
    if ((pendingReply?.attempts ?? 0) <= (before?.pendingReply?.attempts ?? 0)) return;
    this.intents.set(interactionId, (this.intents.get(interactionId) ?? 0) + 1);
  }

  /** Automatic posts that people can see. */
  landedOf(interactionId: string): Post[] {
    return this.posts.filter(
      (post) => post.landed?.by === 'automation' && post.interaction.interactionId === interactionId,
    );
  }

  resultOf(process: Process, result: WorkResult): void {
    for (const post of this.posts) if (post.process === process) post.result = result;
  }
}
