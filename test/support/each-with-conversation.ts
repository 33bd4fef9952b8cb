import { afterAll, beforeAll, beforeEach } from 'vitest';
import { Conversation } from './conversation.ts';
import { aRule } from './conversation-builders.ts';
import { type StartedTable, startTable } from './start-table.ts';

/** One table for a test file, and in it a new organization with one rule that thanks for praise for every test. */
export function eachWithConversation(): () => Conversation {
  let started: StartedTable;
  let conversation: Conversation;
  let organizations = 0;
  beforeAll(async () => {
    started = await startTable();
  });
  afterAll(() => started.stop());
  beforeEach(async () => {
    organizations += 1;
    conversation = new Conversation(started.table, `org_${organizations}`);
    await conversation.addRule(aRule());
  });
  return () => conversation;
}
