import type { MetaState } from '../state.ts';
import type { Webhooks } from '../webhooks.ts';
import { pageOf } from './conversations.ts';
import type { Message } from './state.ts';

/** Somebody writes, on either side; an app that subscribed is told, of its own messages as of those of others. */
export function writeMessage(
  { state, webhooks }: { state: MetaState; webhooks: Webhooks },
  written: Omit<Message, 'id'>,
): Message {
  const message = { ...written, id: `m_${state.nextNumber()}` };
  state.messages.messages.put(message.id, message);
  const subscribed = state.pages.get(pageOf({ state }, message))?.subscribedFields ?? [];
  if (subscribed.includes(message.fromAccount ? 'message_echoes' : 'messages')) tell(webhooks, message);
  return message;
}

function tell(webhooks: Webhooks, message: Message): void {
  const { id: mid, channel, accountId, person, fromAccount, text, attachments, createdAt, appId } = message;
  const [sender, recipient] = fromAccount ? [accountId, person.id] : [person.id, accountId];
  const told = {
    mid,
    ...(text !== '' && { text }),
    ...(attachments.length > 0 && {
      attachments: attachments.map(({ type, url }) => ({ type, payload: { url } })),
    }),
    ...(fromAccount && { is_echo: true, ...(appId !== null && { app_id: Number(appId) }) }),
  };
  webhooks.notify((time) => ({
    object: channel === 'instagram' ? 'instagram' : 'page',
    entry: [
      {
        id: accountId,
        time: time * 1_000,
        messaging: [
          { sender: { id: sender }, recipient: { id: recipient }, timestamp: createdAt, message: told },
        ],
      },
    ],
  }));
}
