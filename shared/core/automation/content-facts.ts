import type { Interaction } from '../interactions/interaction.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { VariableValues } from '../replies/render-template.ts';

/** What a decision needs to know about the content under which something was said (CM-12). */
export interface ContentReader {
  find(
    context: TenantContext,
    contentId: string,
  ): Promise<{ title: string; campaignId: string | null } | undefined>;
}

export interface CampaignNames {
  nameOf(context: TenantContext, campaignId: string): Promise<string | undefined>;
}

export interface ContentFacts {
  campaignId: string | null;
  variables: VariableValues;
}

/** The variables of a reply text and the campaign that rules may be limited to. */
export async function contentFactsOf(
  deps: { contents: ContentReader; campaigns: CampaignNames },
  context: TenantContext,
  { contentId, author }: Pick<Interaction, 'contentId' | 'author'>,
): Promise<ContentFacts> {
  const content = contentId === null ? undefined : await deps.contents.find(context, contentId);
  const campaignId = content?.campaignId ?? null;
  const campaignName = campaignId === null ? undefined : await deps.campaigns.nameOf(context, campaignId);
  return {
    campaignId,
    variables: {
      author_name: author.name,
      content_title: content?.title ?? null,
      campaign_name: campaignName ?? null,
    },
  };
}
