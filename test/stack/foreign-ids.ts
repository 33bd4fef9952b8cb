import type { Client } from '../../bin/demo/client.ts';
import { ListAccounts, StartConnection } from '../../shared/contract/api/accounts.ts';
import {
  CheckTracker,
  GetTracker,
  ListCampaigns,
  ListTrackers,
} from '../../shared/contract/api/campaigns.ts';
import { ListContents } from '../../shared/contract/api/contents.ts';
import { ListConversations } from '../../shared/contract/api/conversations.ts';
import { ListClippings, ListSuggestions } from '../../shared/contract/api/coverage.ts';
import { ListInteractions } from '../../shared/contract/api/interactions.ts';
import { CreateInvitation, ListMembers } from '../../shared/contract/api/members.ts';
import { ListContacts, ListPublications } from '../../shared/contract/api/publications.ts';
import { ListTemplates } from '../../shared/contract/api/reply-texts.ts';
import { ListReportSchedules } from '../../shared/contract/api/reports.ts';
import { ListRules } from '../../shared/contract/api/rules.ts';
import { CreateSpamPattern } from '../../shared/contract/api/spam-patterns.ts';
import { CreateToken } from '../../shared/contract/api/tokens.ts';
import { CreateWebhook, TestWebhook } from '../../shared/contract/api/webhooks.ts';

/** Real ids of an organization by the name of the path parameter that takes them. */
export async function idsOf(client: Client): Promise<Record<string, string>> {
  const tracker = (await client.call(ListTrackers)).items[0];
  const trackerId = tracker?.trackerId ?? '';
  const { channels } = await client.call(GetTracker, { params: { trackerId } });
  const { job } = await client.call(CheckTracker, { params: { trackerId } });
  const connection = await client.call(StartConnection, { body: { provider: 'facebook' } });
  const token = await client.call(CreateToken, { body: { name: 'BI', scopes: ['reports:read'] } });
  const invited = { email: 'lea@beanbar.example', role: 'viewer' } as const;
  const address = { url: 'https://hooks.example.com/earshot' };
  const { webhookId } = await client.call(CreateWebhook, { body: address });
  const spam = { type: 'url_domain', pattern: 'spam.example' } as const;
  const ids = {
    patternId: (await client.call(CreateSpamPattern, { body: spam })).patternId,
    tokenId: token.tokenId,
    memberId: (await client.call(ListMembers)).items[0]?.memberId,
    invitationId: (await client.call(CreateInvitation, { body: invited })).invitationId,
    webhookId,
    deliveryId: (await client.call(TestWebhook, { params: { webhookId } })).deliveryId,
    jobId: job.jobId,
    connectionId: connection.connectionId,
    accountId: (await client.call(ListAccounts)).items[0]?.accountId,
    contentId: (await client.call(ListContents)).items[0]?.contentId,
    conversationId: (await client.call(ListConversations)).items[0]?.conversationId,
    interactionId: (await client.call(ListInteractions)).items[0]?.interactionId,
    ruleId: (await client.call(ListRules)).items[0]?.ruleId,
    templateId: (await client.call(ListTemplates)).items[0]?.templateId,
    publicationId: (await client.call(ListPublications)).items[0]?.publicationId,
    contactId: (await client.call(ListContacts)).items[0]?.contactId,
    campaignId: (await client.call(ListCampaigns)).items[0]?.campaignId,
    trackerId,
    channelId: channels[0]?.channelId,
    suggestionId: (await client.call(ListSuggestions)).items[0]?.suggestionId,
    clippingId: (await client.call(ListClippings)).items[0]?.clippingId,
    /** Of a file of an export. */
    number: '1',
    // Neither does the demo make: they need a superadmin.
    entryId: 'dir_1',
    proposalId: 'mrg_1',
    scheduleId: (await client.call(ListReportSchedules)).items[0]?.scheduleId,
  };
  const missing = Object.entries(ids).filter(([, id]) => !id);
  if (missing.length > 0)
    throw new Error(`The demo left nothing for ${missing.map(([name]) => name).join(', ')}.`);
  return ids as Record<string, string>;
}

/** A body that each changing operation accepts, so that only the id can be wrong. */
export const AcceptedBodies: Record<string, unknown> = {
  changeMember: { role: 'viewer' },
  chooseAccounts: { externalIds: ['1'] },
  updateAccount: { channelType: 'business' },
  updateInteraction: { isRead: true },
  replyToInteraction: { text: 'Hello' },
  suggestReply: {},
  hideInteraction: { hidden: true },
  updateContent: { campaignId: null },
  likeInteraction: { liked: true },
  replyPrivately: { text: 'Hello' },
  sendMessage: { text: 'Hello' },
  updateRule: { name: 'Taken over', action: { type: 'reply_fixed', texts: ['Hello'] } },
  undoRule: { since: new Date(Date.now() - 86_400_000).toISOString() },
  updateTemplate: { name: 'Taken over', text: 'Hello', language: 'en' },
  updatePublication: { title: 'Taken over' },
  updateContact: { name: 'Taken over' },
  updateCampaign: { name: 'Taken over' },
  importSends: { csv: 'email\nmax@daily-herald.example' },
  recordSends: { sends: [{ contactId: 'contact_1' }] },
  updateClipping: { title: 'Taken over' },
  updateSpamPattern: { isActive: false },
  updateDirectoryEntry: { title: 'Taken over' },
  updateReportSchedule: { name: 'Taken over' },
  updateWebhook: { description: 'Taken over' },
  rotateWebhookSecret: { overlapHours: 1 },
  replayFailedDeliveries: { since: '2026-11-20T00:00:00.000Z' },
  sendReportToMe: { period: 'last' },
};
