import type { CampaignStore } from '../campaigns/ports.ts';
import { notFound } from '../kernel/errors.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Content } from './content.ts';
import type { ContentStore } from './ports.ts';

interface Deps {
  contents: Pick<ContentStore, 'assign'>;
  campaigns: Pick<CampaignStore, 'find'>;
}

/** Rules of a campaign, and texts that name it, hold for what is said below a post from then on (CM-12). */
export async function assignCampaign(
  { contents, campaigns }: Deps,
  context: TenantContext,
  contentId: string,
  campaignId: string | null,
): Promise<Content> {
  if (campaignId !== null && !(await campaigns.find(context, campaignId))) throw notFound('The campaign');
  const content = await contents.assign(context, contentId, campaignId);
  if (!content) throw notFound('The content');
  return content;
}
