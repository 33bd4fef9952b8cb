import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { accountStore } from '../../shared/infra/dynamo/account-store.ts';
import { activityStore } from '../../shared/infra/dynamo/activity-store.ts';
import { blocklistStore } from '../../shared/infra/dynamo/blocklist-store.ts';
import { campaignStore } from '../../shared/infra/dynamo/campaign-store.ts';
import { contentStore } from '../../shared/infra/dynamo/content-store.ts';
import { conversationStore } from '../../shared/infra/dynamo/conversation-store.ts';
import { interactionStore } from '../../shared/infra/dynamo/interaction-store.ts';
import { limitStore } from '../../shared/infra/dynamo/limit-store.ts';
import { modelUsageStore } from '../../shared/infra/dynamo/model-usage-store.ts';
import { organizationStore } from '../../shared/infra/dynamo/organization-store.ts';
import { rollupStore } from '../../shared/infra/dynamo/rollup-store.ts';
import { ruleStore } from '../../shared/infra/dynamo/rule-store.ts';
import { Table } from '../../shared/infra/dynamo/table.ts';
import { templateStore } from '../../shared/infra/dynamo/template-store.ts';
import { compileRegex } from '../../shared/runtime/live/compile-regex.ts';

export const TableName = 'earshot';

export type Stores = ReturnType<typeof storesOn>;

/** The stores that the pipeline uses, as they are shipped, on any client. */
export function storesOn(client: DynamoDBDocumentClient) {
  const table = new Table({ client, tableName: TableName, signingKey: async () => 'a key for the bench' });
  return {
    accounts: accountStore(table),
    activity: activityStore(table),
    blocklists: blocklistStore(table, compileRegex),
    campaigns: campaignStore(table),
    contents: contentStore(table),
    conversations: conversationStore(table),
    interactions: interactionStore(table),
    limits: limitStore(table),
    modelUsages: modelUsageStore(table),
    organizations: organizationStore(table),
    rollups: rollupStore(table),
    rules: ruleStore(table),
    templates: templateStore(table),
  };
}
