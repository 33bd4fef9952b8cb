import { conversationStore } from '../../infra/dynamo/conversation-store.ts';
import { table } from './table.ts';

export const conversations = conversationStore(table);
