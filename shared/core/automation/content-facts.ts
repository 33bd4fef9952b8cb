import type { CampaignStore } from '../campaigns/ports.ts';
import type { ContentStore } from '../content/ports.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { VariableValues } from '../replies/render-template.ts';

export interface ContentDeps {
  contents: Pick<ContentStore, 'findMany'>;
  campaigns: Pick<CampaignStore, 'find'>;
}

/** What a decision needs to know about the content under which something was said (CM-12). */
export interface ContentFacts {
  campaignId: string | null;
  variables: VariableValues;
}

/** The variables of a reply text and the campaign that rules may be limited to. */
export async function contentFactsOf(
  deps: ContentDeps,
  context: TenantContext,
  { contentId, author }: Pick<Interaction, 'contentId' | 'author'>,
): Promise<ContentFacts> {
  const [content] = contentId === null ? [] : await deps.contents.findMany(context, [contentId]);
  const campaignId = content?.campaignId ?? null;
  const campaign = campaignId === null ? undefined : await deps.campaigns.find(context, campaignId);
  return {
    campaignId,
    variables: {
      author_name: author.name,
      content_title: content?.title ?? null,
      campaign_name: campaign?.name ?? null,
    },
  };
}
