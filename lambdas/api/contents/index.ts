import type { CampaignStore } from '../../../shared/core/campaigns/ports.ts';
import type { ContentStore } from '../../../shared/core/content/ports.ts';
import { campaigns } from '../../../shared/runtime/live/campaigns.ts';
import { contents } from '../../../shared/runtime/live/contents.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import { getContent } from './get-content.ts';
import { listContents } from './list-contents.ts';
import { updateContent } from './update-content.ts';

interface Deps {
  contents: ContentStore;
  campaigns: Pick<CampaignStore, 'find'>;
}

export const createContentsHandler = (deps: Deps, options?: Parameters<typeof resource>[1]) =>
  resource([listContents(deps), getContent(deps), updateContent(deps)], options);

export const handler = createContentsHandler({ contents, campaigns });
