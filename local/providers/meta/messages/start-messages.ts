import { beanBarInstagram } from '../instagram/start-state.ts';
import { beanBar } from '../start-state.ts';
import type { MetaState } from '../state.ts';
import type { Channel } from './state.ts';

const MillisecondsPerHour = 3_600_000;

interface StartConversation {
  channel: Channel;
  name: string;
  /** What either side wrote; the account's own begin with `> `. */
  messages: readonly [hoursAgo: number, text: string][];
}

const Conversations: readonly StartConversation[] = [
  {
    channel: 'messenger',
    name: 'Carla Nunes',
    messages: [
      [30, 'Hi! Do you cater for office breakfasts? We are twelve people.'],
      [29, '> We do! Which day are you thinking of?'],
      [3, 'Next Thursday at nine would be perfect.'],
    ],
  },
  {
    channel: 'messenger',
    name: 'Jonas Weber',
    messages: [
      [50, 'Habt ihr am Feiertag offen?'],
      [49, '> Ja, von neun bis vier.'],
    ],
  },
  {
    channel: 'instagram',
    name: 'mia.chen',
    messages: [[5, 'Is the oat milk gluten free?']],
  },
];

/** What people wrote to the page and its Instagram account before anybody connected them. */
export function populateMessages(state: MetaState, now: number): void {
  const { messages } = state.messages;
  if (messages.all().length > 0) return;
  for (const { channel, name, messages: written } of Conversations) {
    const person = { id: state.nextNumber(), name };
    for (const [hoursAgo, text] of written) {
      const fromAccount = text.startsWith('> ');
      const id = `m_${state.nextNumber()}`;
      messages.put(id, {
        id,
        channel,
        accountId: channel === 'messenger' ? beanBar.id : beanBarInstagram.id,
        person,
        fromAccount,
        text: fromAccount ? text.slice(2) : text,
        attachments: [],
        createdAt: now - hoursAgo * MillisecondsPerHour,
        appId: null,
        commentId: null,
      });
    }
  }
}
