import { createHmac } from 'node:crypto';
import type { WorldContext } from '../provider.ts';
import { simulatedMetaApp } from './app.ts';
import type { Comment, Delivery, MetaState } from './state.ts';

export type CommentVerb = 'add' | 'edited' | 'remove' | 'hide' | 'unhide';

export interface Webhooks {
  /** Tells the app what happened to a comment, if the page is subscribed to its feed. */
  comment(verb: CommentVerb, comment: Comment): void;
  /** Delivers a notification, made for the second in which it is sent for the first time. */
  notify(notification: (epochSeconds: number) => unknown): void;
  /** Goes on with what an earlier process left undelivered. */
  resume(): void;
  close(): void;
}

/** At once, then with falling frequency over 36 hours. */
const RetrySeconds = [5, 30, 120, 600, 3_600, 21_600, 43_200, 64_800];
const AnswerMilliseconds = 20_000;

export function createWebhooks(state: MetaState, context: WorldContext): Webhooks {
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
    const isAccepted = await post(`${context.hooksUrl}/meta`, delivery.body, stopping.signal);
    if (stopping.signal.aborted) return;
    const wait = RetrySeconds[delivery.attempts];
    if (isAccepted || wait === undefined) {
      state.deliveries.delete(id);
      return;
    }
    const again = {
      ...delivery,
      attempts: delivery.attempts + 1,
      nextAttemptAt: context.now() + wait * 1_000,
    };
    state.deliveries.put(id, again);
    deliverAt(id, again);
  }

  function notify(notification: (epochSeconds: number) => unknown): void {
    const now = context.now();
    const id = state.nextNumber();
    const body = escaped(JSON.stringify(notification(Math.floor(now / 1_000))));
    const delivery: Delivery = { body, attempts: 0, nextAttemptAt: now };
    state.deliveries.put(id, delivery);
    deliverAt(id, delivery);
  }

  return {
    comment: (verb, comment) => {
      if (!state.pages.get(comment.pageId)?.subscribedFields?.includes('feed')) return;
      notify((time) => commentPayload(state, verb, comment, time));
    },
    notify,
    resume: () => {
      for (const { id, document } of state.deliveries.entries()) deliverAt(id, document);
    },
    close: () => {
      stopping.abort();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

async function post(address: string, body: string, stopping: AbortSignal): Promise<boolean> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'facebookexternalua',
        'x-hub-signature-256': signatureOf(body),
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

export function signatureOf(body: string): string {
  return `sha256=${createHmac('sha256', simulatedMetaApp.appSecret).update(body).digest('hex')}`;
}

/** Meta signs and sends its JSON with slashes and everything outside ASCII escaped. */
export function escaped(json: string): string {
  return json
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function commentPayload(state: MetaState, verb: CommentVerb, comment: Comment, time: number): unknown {
  const post = state.posts.get(comment.postId);
  const value = {
    item: 'comment',
    verb,
    comment_id: comment.id,
    post_id: comment.postId,
    parent_id: comment.parentId ?? comment.postId,
    created_time: Math.floor(comment.createdAt / 1_000),
    from: comment.author,
    ...(verb !== 'remove' && { message: comment.message }),
    ...(post && {
      post: {
        id: post.id,
        status_type: 'mobile_status_update',
        is_published: true,
        updated_time: new Date(post.createdAt).toISOString(),
        permalink_url: `https://www.facebook.com/${post.id.replace('_', '/posts/')}`,
      },
    }),
  };
  return { object: 'page', entry: [{ id: comment.pageId, time, changes: [{ field: 'feed', value }] }] };
}
