import { simulatedMetaApp } from '../app.ts';
import type { GraphCall } from '../graph-call.ts';
import { GraphError, invalidParameter, missingObject } from '../graph-error.ts';
import { mailboxOf } from './conversations.ts';
import { type Channel, type Message, messagesWith } from './state.ts';
import { writeMessage } from './thread.ts';

const MillisecondsPerDay = 86_400_000;
const LongestMessengerText = 2_000;
const LongestInstagramBytes = 1_000;

interface Recipient {
  person: Message['person'];
  commentId: string | null;
}

/** `POST /{page}/messages`: to a person inside the window, or once and within seven days to who wrote a comment. */
export function sendMessage(call: GraphCall, pageId: string): unknown {
  const recipient = objectOf(call, 'recipient');
  const { text = '' } = objectOf(call, 'message');
  const commentId = recipient['comment_id'];
  const channel = channelOf(call, recipient);
  const mailbox = mailboxOf(call, pageId, channel);
  if (text === '') throw invalidParameter('(#100) The message must not be empty.');
  if (isTooLong(channel, text)) throw invalidParameter('(#100) The message is too long.');
  const to =
    commentId === undefined
      ? personInWindow(call, mailbox.accountId, channel, recipient['id'] ?? '')
      : authorOf(call, commentId);
  const message = writeMessage(call, {
    ...mailbox,
    person: to.person,
    fromAccount: true,
    text,
    attachments: [],
    createdAt: call.now,
    appId: simulatedMetaApp.appId,
    commentId: to.commentId,
  });
  return { recipient_id: message.person.id, message_id: message.id };
}

function channelOf({ state }: GraphCall, recipient: Record<string, string>): Channel {
  const { comment_id: commentId, id } = recipient;
  if (commentId !== undefined) return state.instagram.comments.get(commentId) ? 'instagram' : 'messenger';
  const known = state.messages.messages.all().find(({ person }) => person.id === id);
  return known?.channel ?? 'messenger';
}

function isTooLong(channel: Channel, text: string): boolean {
  return channel === 'messenger'
    ? text.length > LongestMessengerText
    : Buffer.byteLength(text) > LongestInstagramBytes;
}

function personInWindow(call: GraphCall, accountId: string, channel: Channel, personId: string): Recipient {
  const last = messagesWith(call.state.messages, accountId, personId).find(({ fromAccount }) => !fromAccount);
  if (!last) throw invalidParameter('(#100) No matching user found');
  const isTagged = call.params.get('tag') === 'HUMAN_AGENT' && channel === 'messenger';
  const window = (isTagged ? 7 : 1) * MillisecondsPerDay;
  if (call.now - last.createdAt > window) {
    const message = '(#10) This message is sent outside of allowed window.';
    throw new GraphError(400, 10, message, { subcode: channel === 'messenger' ? 2018278 : 2534022 });
  }
  return { person: last.person, commentId: null };
}

function authorOf(call: GraphCall, commentId: string): Recipient {
  const { state, now } = call;
  const onPage = state.comments.get(commentId);
  const onInstagram = state.instagram.comments.get(commentId);
  const comment = onPage ?? onInstagram;
  if (!comment) throw missingObject(commentId);
  const isAnswered = state.messages.messages.all().some((message) => message.commentId === commentId);
  if (isAnswered || now - comment.createdAt > 7 * MillisecondsPerDay) {
    throw new GraphError(400, 10900, '(#10900) Activity already replied to, or too old.');
  }
  const name = onPage?.author.name ?? onInstagram?.author.username ?? '';
  // In messages people go by another id than below posts.
  return { person: { id: `p${comment.author.id}`, name }, commentId };
}

function objectOf({ params }: GraphCall, name: string): Record<string, string> {
  try {
    return JSON.parse(params.get(name) ?? '') as Record<string, string>;
  } catch {
    throw invalidParameter(`(#100) The parameter ${name} is required.`);
  }
}
