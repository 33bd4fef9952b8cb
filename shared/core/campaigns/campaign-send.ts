import * as z from 'zod';

export const SendStatus = z.enum(['sent', 'failed', 'bounced']);

/** What became of the press mail to one recipient (PM-03); Earshot records it, others send it. */
export const CampaignSend = z.object({
  campaignId: z.string(),
  contactId: z.string(),
  status: SendStatus,
  sentAt: z.string(),
});
export type CampaignSend = z.infer<typeof CampaignSend>;
