import { type GraphCall, requirePage, requireToken } from '../graph-call.ts';
import { missingObject } from '../graph-error.ts';
import { type GraphNode, parseFields, project } from '../graph-fields.ts';
import { listAnswer } from '../graph-list.ts';
import { graphTime } from '../graph-time.ts';
import { requireAccount } from '../instagram/accounts.ts';
import type { MetaState } from '../state.ts';
import { type Channel, type Message, messagesWith } from './state.ts';

/** Only the newest messages of a conversation are shown with what they say. */
const ShownMessages = 20;

/** Whose conversations a call is about, if its token may read them. */
export interface Mailbox {
  channel: Channel;
  accountId: string;
}

export function mailboxOf(call: GraphCall, pageId: string, channel: Channel): Mailbox {
  const token = requireToken(call);
  if (channel === 'messenger') {
    return { channel, accountId: requirePage(call, token, pageId, 'pages_messaging').id };
  }
  const linked = call.state.instagram.accounts.all().find((account) => account.pageId === pageId);
  const account = requireAccount(call, linked?.id ?? '', 'instagram_manage_messages');
  return { channel, accountId: account.id };
}

/** `/{page}/conversations?platform=…&user_id=…`: the latest first. */
export function listConversations(call: GraphCall, pageId: string): unknown {
  const channel = call.params.get('platform')?.toLowerCase() === 'instagram' ? 'instagram' : 'messenger';
  const { accountId } = mailboxOf(call, pageId, channel);
  const wanted = call.params.get('user_id');
  const messages = call.state.messages.messages.all().filter((message) => message.accountId === accountId);
  const people = new Set(messages.map(({ person }) => person.id));
  const nodes = [...people]
    .filter((id) => wanted === null || id === wanted)
    .map((id) => messagesWith(call.state.messages, accountId, id))
    .sort(([one], [other]) => (other?.createdAt ?? 0) - (one?.createdAt ?? 0))
    .flatMap((thread) => conversationNode(call, thread));
  return listAnswer(nodes, {
    path: call.path,
    params: call.params,
    fields: parseFields(call.params.get('fields')),
  });
}

function conversationNode(call: GraphCall, thread: readonly Message[]): GraphNode[] {
  const [newest] = thread;
  if (!newest) return [];
  const nodes = thread.slice(0, ShownMessages).map((message) => messageNode(call, message));
  const id = `t_${newest.accountId}_${newest.person.id}`;
  return [
    {
      id,
      fields: {
        updated_time: graphTime(newest.createdAt),
        message_count: thread.length,
        participants: { data: [personOf(newest), ownerOf(call, newest)] },
        snippet: newest.text,
      },
      defaults: ['updated_time'],
      edges: {
        messages: (request) =>
          listAnswer(nodes, {
            path: `/${id}/messages`,
            params: request.arguments,
            fields: request.fields,
            largestLimit: ShownMessages,
          }),
      },
    },
  ];
}

/** `/{message}` */
export function readMessage(call: GraphCall, message: Message): unknown {
  const pageId = pageOf(call, message);
  mailboxOf(call, pageId, message.channel);
  return project(messageNode(call, message), parseFields(call.params.get('fields')));
}

/** `/{person}`: told once the person has written. */
export function readPerson(call: GraphCall, personId: string): unknown {
  const message = call.state.messages.messages
    .all()
    .find(({ person, fromAccount }) => person.id === personId && !fromAccount);
  if (!message) throw missingObject(personId);
  mailboxOf(call, pageOf(call, message), message.channel);
  const { name, username } = personOf(message);
  return project(
    { id: personId, fields: { name, username }, defaults: ['name'], edges: {} },
    parseFields(call.params.get('fields')),
  );
}

export function pageOf(
  { state }: { state: Pick<MetaState, 'instagram'> },
  { channel, accountId }: Mailbox,
): string {
  return channel === 'messenger' ? accountId : (state.instagram.accounts.get(accountId)?.pageId ?? '');
}

function messageNode(call: GraphCall, message: Message): GraphNode {
  const [from, to] = message.fromAccount
    ? [ownerOf(call, message), personOf(message)]
    : [personOf(message), ownerOf(call, message)];
  const mention = message.attachments.find(({ type }) => type === 'story_mention');
  return {
    id: message.id,
    fields: {
      created_time: graphTime(message.createdAt),
      message: message.text,
      from,
      to: { data: [to] },
      story: mention && { mention: { link: mention.url, id: message.id } },
      attachments:
        message.attachments.length > 0 && !mention
          ? {
              data: message.attachments.map(({ type, url }) =>
                type === 'image' ? { mime_type: 'image/jpeg', image_data: { url } } : { file_url: url },
              ),
            }
          : undefined,
    },
    defaults: ['created_time'],
    edges: {},
  };
}

function personOf({ channel, person: { id, name } }: Message): Record<string, string> {
  return channel === 'instagram' ? { id, username: name } : { id, name, email: `${id}@facebook.com` };
}

function ownerOf({ state }: GraphCall, { channel, accountId: id }: Message): Record<string, string> {
  return channel === 'instagram'
    ? { id, username: state.instagram.accounts.get(id)?.username ?? '' }
    : { id, name: state.pages.get(id)?.name ?? '' };
}
