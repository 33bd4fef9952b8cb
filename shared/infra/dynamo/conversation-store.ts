import * as z from 'zod';
import { Conversation, SentBy } from '../../core/conversations/conversation.ts';
import type {
  ConversationFilter,
  ConversationStore,
  MessagePlace,
  RecordedMessage,
} from '../../core/conversations/ports.ts';
import { isAppError } from '../../core/kernel/errors.ts';
import type { TenantContext } from '../../core/kernel/tenant-context.ts';
import type { Condition } from './expression.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';
import type { Item } from './table-requests.ts';

const Partition = 'CONVERSATION';
const conversationKey = (conversationId: string): Key => ({ partition: Partition, sort: conversationId });

const messagesOf = (conversationId: string): string => `${Partition}#${conversationId}`;

const StoredPlace = z.object({
  messageId: z.string(),
  sentAt: z.string(),
  isFromOwner: z.boolean(),
  sentBy: SentBy.nullable().default(null),
});

const StoredConversation = Conversation.omit({ participant: true }).extend({
  participantId: z.string(),
  participantName: z.string().default(''),
  lastInboundAt: z.string().nullable().default(null),
});

/** Conversations and the places of their messages; what the messages say lies in the interactions. */
export function conversationStore(table: Table): ConversationStore {
  return {
    async record(context, message) {
      const { conversation, messageId, sentAt, isFromOwner, sentBy } = message;
      await table
        .tenant(context)
        .update(
          { partition: messagesOf(conversation.conversationId), sort: `${sentAt}#${messageId}` },
          { set: { type: 'Message', messageId, sentAt, isFromOwner, ...(sentBy && { sentBy }) } },
        );
      await noteLatest(table, context, message);
      if (!isFromOwner) await noteInbound(table, context, message);
    },

    async find(context, conversationId) {
      const item = await table.tenant(context).get(conversationKey(conversationId));
      return item && conversationOf(item);
    },

    async page(context, filter, request) {
      const query = {
        partition: Partition,
        index: 'inbox',
        newestFirst: true,
        filter: conditionOf(filter),
        scope: `conversations|${JSON.stringify(filter)}`,
      } as const;
      const { items, cursor } = await table.tenant(context).page(query, request);
      const ids = items.map(({ summary }) => String((summary as Item)['conversationId']));
      const stored = await table.tenant(context).getMany(ids.map(conversationKey));
      const found = new Map(stored.map((item) => [String(item['conversationId']), conversationOf(item)]));
      return { items: ids.flatMap((id) => found.get(id) ?? []), ...(cursor && { cursor }) };
    },

    async messages(context, conversationId, request) {
      const query = {
        partition: messagesOf(conversationId),
        newestFirst: true,
        consistent: true,
        scope: `messages|${conversationId}`,
      };
      const { items, cursor } = await table.tenant(context).page(query, request);
      const places: MessagePlace[] = items.map((item) => StoredPlace.parse(item));
      return { items: places, ...(cursor && { cursor }) };
    },
  };
}

/** A conversation stands where its latest message is; an older one that comes late moves nothing. */
async function noteLatest(table: Table, context: TenantContext, message: RecordedMessage): Promise<void> {
  const { conversation, preview, sentAt, isFromOwner } = message;
  const { conversationId, provider, accountId, participant } = conversation;
  const { externalId: participantId, name: participantName } = participant;
  await unlessOlder(() =>
    table.tenant(context).update(conversationKey(conversationId), {
      set: {
        type: 'Conversation',
        conversationId,
        provider,
        accountId,
        participantId,
        ...(participantName !== '' && { participantName }),
        preview,
        lastMessageAt: sentAt,
        isLastFromOwner: isFromOwner,
        summary: { conversationId, provider, accountId, isLastFromOwner: isFromOwner },
      },
      inbox: { partition: Partition, sort: `${sentAt}#${conversationId}` },
      condition: notAfter('lastMessageAt', sentAt),
    }),
  );
}

async function noteInbound(table: Table, context: TenantContext, message: RecordedMessage): Promise<void> {
  const { conversation, sentAt } = message;
  const { name: participantName } = conversation.participant;
  await unlessOlder(() =>
    table.tenant(context).update(conversationKey(conversation.conversationId), {
      set: { lastInboundAt: sentAt, ...(participantName !== '' && { participantName }) },
      condition: notAfter('lastInboundAt', sentAt),
    }),
  );
}

function notAfter(field: string, instant: string): Condition {
  return { any: [{ absent: field }, { atMost: [field, instant] }] };
}

async function unlessOlder(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isAppError(error, 'condition_failed')) throw error;
  }
}

function conversationOf(item: Item): Conversation {
  const { participantId: externalId, participantName: name, ...stored } = StoredConversation.parse(item);
  return { ...stored, participant: { externalId, name } };
}

function conditionOf({ accountId, provider, isUnanswered }: ConversationFilter): Condition | undefined {
  const isLastFromOwner = isUnanswered === undefined ? undefined : !isUnanswered;
  const all = Object.entries({ accountId, provider, isLastFromOwner }).flatMap(([field, value]) =>
    value === undefined ? [] : [{ equals: [`summary.${field}`, value] } as const],
  );
  return all.length > 0 ? { all } : undefined;
}
