import { createHmac } from 'node:crypto';
import type { WorldContext } from '../provider.ts';
import { simulatedTiktokApp } from './app.ts';
import type { Comment, Delivery, TiktokState } from './state.ts';

export type CommentAction = 'insert' | 'delete' | 'set_to_hidden' | 'set_to_public';

export interface Webhooks {
  /** Tells the app what happened to a comment, if it subscribed and the account granted `comment.list`. */
  comment(action: CommentAction, comment: Comment): void;
  /** Goes on with what an earlier process left undelivered. */
  resume(): void;
  close(): void;
}

const RetrySeconds = [5, 30, 120, 600, 3_600, 21_600, 86_400, 172_800];
const AnswerMilliseconds = 10_000;

export function createWebhooks(state: TiktokState, context: WorldContext): Webhooks {
  const stopping = new AbortController();
  const timers = new Set<NodeJS.Timeout>();

  function deliverAt(id: string, delivery: Delivery): void {
    if (stopping.signal.aborted) return;
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        void deliver(id, delivery);
      },
      Math.max(0, delivery.nextAttemptAt - context.now()),
    );
    timers.add(timer);
  }

  async function deliver(id: string, delivery: Delivery): Promise<void> {
    const seconds = Math.floor(context.now() / 1_000);
    const isAccepted = await post(delivery, seconds, stopping.signal);
    if (stopping.signal.aborted) return;
    const wait = RetrySeconds[delivery.attempts];
    if (isAccepted || wait === undefined) {
      state.deliveries.delete(id);
      return;
    }
    const nextAttemptAt = context.now() + wait * 1_000;
    const again = { ...delivery, attempts: delivery.attempts + 1, nextAttemptAt };
    state.deliveries.put(id, again);
    deliverAt(id, again);
  }

  return {
    comment: (action, comment) => {
      const subscription = state.subscriptions.get('COMMENT');
      if (!subscription || !mayBeTold(state, comment.openId, context.now())) return;
      const id = state.nextId();
      const delivery: Delivery = {
        url: subscription.callbackUrl,
        body: bodyOf(action, comment, context.now()),
        attempts: 0,
        nextAttemptAt: context.now(),
      };
      state.deliveries.put(id, delivery);
      deliverAt(id, delivery);
    },
    resume: () => {
      for (const { id, document } of state.deliveries.entries()) deliverAt(id, document);
    },
    close: () => {
      stopping.abort();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function mayBeTold(state: TiktokState, openId: string, now: number): boolean {
  return state.tokens
    .all()
    .some(
      ({ grant, isDead, expiresAt }) =>
        grant.openId === openId && grant.scopes.includes('comment.list') && !isDead && expiresAt > now,
    );
}

async function post({ url, body }: Delivery, seconds: number, stopping: AbortSignal): Promise<boolean> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'tiktok-signature': signatureOf(body, seconds),
      },
      body,
      signal: AbortSignal.any([stopping, AbortSignal.timeout(AnswerMilliseconds)]),
    });
    await answer.body?.cancel();
    return answer.status === 200;
  } catch {
    return false;
  }
}

export function signatureOf(body: string, seconds: number): string {
  const signed = createHmac('sha256', simulatedTiktokApp.appSecret)
    .update(`${seconds}.${body}`)
    .digest('hex');
  return `t=${seconds},s=${signed}`;
}

/** The content is a JSON text within the JSON, with ids as numbers that JavaScript would round. */
function bodyOf(action: CommentAction, comment: Comment, now: number): string {
  const text = JSON.stringify(comment.text);
  const content =
    `{"comment_id":${comment.id},"video_id":${comment.videoId},"parent_comment_id":${comment.parentId ?? 0},` +
    `"comment_type":"${comment.parentId === null ? 'comment' : 'reply'}","comment_action":"${action}",` +
    `"timestamp":${Math.floor(comment.createdAt / 1_000)},` +
    `"unique_identifier":"${comment.author.uniqueId}","text":${text}}`;
  return JSON.stringify({
    client_key: simulatedTiktokApp.appId,
    event: 'comment.update',
    create_time: Math.floor(now / 1_000),
    user_openid: comment.openId,
    content,
  });
}
