import { ProviderError } from '../../shared/core/accounts/provider-error.ts';
import type { MessageOutcome, PlatformMessages, Recipient } from '../../shared/core/conversations/ports.ts';
import type { Clock } from '../../shared/core/kernel/time.ts';
import type { Look, PlatformReplies, PostOutcome, VisibleReply } from '../../shared/core/replies/platform.ts';

/** What happens at the next post: the effect may land although the answer says otherwise, or never comes. */
export type PostFault =
  | { effect: boolean; outcome: PostOutcome }
  /** The function dies after the platform has published the reply. */
  | { effect: boolean; crash: true };

export class Crash extends Error {}

/** A platform in memory: comments with their replies, and faults that a test plans. */
export class FakePlatform implements PlatformReplies, PlatformMessages {
  readonly #clock: Clock;
  readonly #comments = new Map<string, { text: string; isHidden: boolean }>();
  readonly #replies = new Map<string, VisibleReply[]>();
  readonly #faults: PostFault[] = [];
  /** Called in the middle of a post, before its answer. */
  whilePosting: (() => Promise<void>) | undefined;
  nextLook: Look | undefined;
  /** Why no reply can be deleted. */
  removalFailure: ProviderError | undefined;
  /** What becomes of the next message instead of being sent. */
  nextMessage: MessageOutcome | undefined;
  readonly sent: { recipient: Recipient; text: string }[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async send(
    _context: unknown,
    _account: unknown,
    recipient: Recipient,
    text: string,
  ): Promise<MessageOutcome> {
    const outcome = this.nextMessage;
    this.nextMessage = undefined;
    if (outcome) return outcome;
    this.sent.push({ recipient, text });
    const recipientExternalId = recipient.kind === 'person' ? recipient.externalId : 'psid_of_commenter';
    return { kind: 'sent', externalId: `m_sent_${this.sent.length}`, recipientExternalId };
  }

  show(externalId: string, text: string): void {
    this.#comments.set(externalId, { text, isHidden: false });
  }

  remove(externalId: string): void {
    this.#comments.delete(externalId);
  }

  failNext(fault: PostFault): void {
    this.#faults.push(fault);
  }

  /** The account's owner answers on the platform itself. */
  answer(externalId: string, text: string): void {
    this.#publish(externalId, text);
  }

  /** @throws ProviderError `gone` for a reply that is not there, or the failure that a test plans */
  removeReply(externalReplyId: string): void {
    if (this.removalFailure) throw this.removalFailure;
    const holder = [...this.#replies.values()].find((replies) =>
      replies.some(({ externalId }) => externalId === externalReplyId),
    );
    if (!holder) throw new ProviderError('gone', 'There is no such comment.');
    holder.splice(
      holder.findIndex(({ externalId }) => externalId === externalReplyId),
      1,
    );
  }

  repliesTo(externalId: string): string[] {
    return (this.#replies.get(externalId) ?? []).map((reply) => reply.text);
  }

  get allReplies(): string[] {
    return [...this.#replies.values()].flat().map((reply) => reply.text);
  }

  look: PlatformReplies['look'] = async (_context, _account, { externalId }) => {
    const planned = this.nextLook;
    this.nextLook = undefined;
    if (planned) return planned;
    const comment = this.#comments.get(externalId);
    return comment
      ? { kind: 'found', comment, replies: this.#replies.get(externalId) ?? [] }
      : { kind: 'gone' };
  };

  post: PlatformReplies['post'] = async (_context, _account, { externalId }, text) => {
    const fault = this.#faults.shift();
    await this.whilePosting?.();
    if (!fault) return { kind: 'posted', externalReplyId: this.#publish(externalId, text) };
    if (fault.effect) this.#publish(externalId, text);
    if ('crash' in fault) throw new Crash('The function died.');
    return fault.outcome;
  };

  #publish(externalId: string, text: string): string {
    const replies = this.#replies.get(externalId) ?? [];
    const id = `${externalId}_reply_${replies.length + 1}`;
    replies.push({ externalId: id, isOwn: true, text, createdAt: this.#clock.now() });
    this.#replies.set(externalId, replies);
    return id;
  }
}
