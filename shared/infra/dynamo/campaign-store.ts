import { Campaign } from '../../core/campaigns/campaign.ts';
import { CampaignSend } from '../../core/campaigns/campaign-send.ts';
import type { CampaignStore } from '../../core/campaigns/ports.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';
import { updateIfPresent, updateVersioned } from './versioned-item.ts';

const Partition = 'CAMPAIGN';
const keyOf = (campaignId: string): Key => ({ partition: Partition, sort: campaignId });
const sendsOf = (campaignId: string) => `SENDS#${campaignId}`;
const sendKey = ({ campaignId, contactId }: Pick<CampaignSend, 'campaignId' | 'contactId'>): Key => ({
  partition: sendsOf(campaignId),
  sort: contactId,
});
const WritesPerTransaction = 100;

export function campaignStore(table: Table): CampaignStore {
  return {
    async create(context, campaign) {
      const condition = { absent: 'pk' } as const;
      await table
        .tenant(context)
        .put(keyOf(campaign.campaignId), { type: 'Campaign', ...campaign }, { condition });
    },

    async find(context, campaignId) {
      const item = await table.tenant(context).get(keyOf(campaignId));
      return item && Campaign.parse(item);
    },

    async page(context, request) {
      const query = { partition: Partition, newestFirst: true, scope: 'campaigns' };
      const page = await table.tenant(context).page(query, request);
      return { ...page, items: page.items.map((item) => Campaign.parse(item)) };
    },

    async update(context, campaignId, changes, ifMatch) {
      const change = { set: changes, ifMatch, what: 'The campaign' };
      return Campaign.parse(await updateVersioned(table.tenant(context), keyOf(campaignId), change));
    },

    async noteTrackerProblem(context, campaignId, trackerProblem) {
      await updateIfPresent(table.tenant(context), keyOf(campaignId), { set: { trackerProblem } });
    },

    async delete(context, campaignId) {
      await table.tenant(context).delete(keyOf(campaignId));
    },

    async recordSends(context, sends) {
      for (let start = 0; start < sends.length; start += WritesPerTransaction) {
        const puts = sends.slice(start, start + WritesPerTransaction).map((send) => ({
          put: { key: sendKey(send), item: { type: 'CampaignSend', ...send } },
        }));
        await table.tenant(context).transact(puts);
      }
    },

    async sends(context, campaignId) {
      const query = { partition: sendsOf(campaignId), consistent: true };
      const items = await Array.fromAsync(table.tenant(context).all(query));
      return items.map((item) => CampaignSend.parse(item));
    },

    async *sentTo(context, contactIds) {
      for await (const item of table.tenant(context).all({ partition: Partition, consistent: true })) {
        const campaign = Campaign.parse(item);
        if (!campaign.monitoringConfig?.enabled) continue;
        const keys = contactIds.map((contactId) => sendKey({ campaignId: campaign.campaignId, contactId }));
        const sends = await table.tenant(context).getMany(keys);
        if (sends.length > 0) yield campaign;
      }
    },

    async deleteSends(context, campaignId) {
      for await (const item of table.tenant(context).all({ partition: sendsOf(campaignId) })) {
        await table.tenant(context).delete(sendKey(CampaignSend.parse(item)));
      }
    },
  };
}
