import type { CampaignStore } from '../../../shared/core/campaigns/ports.ts';
import type { ReviewDeps } from '../../../shared/core/coverage/review-suggestion.ts';
import { campaigns } from '../../../shared/runtime/live/campaigns.ts';
import { newId } from '../../../shared/runtime/live/clock.ts';
import { coverage } from '../../../shared/runtime/live/coverage.ts';
import { feeds } from '../../../shared/runtime/live/feeds.ts';
import { trackers } from '../../../shared/runtime/live/trackers.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import { confirmSuggestion } from './confirm-suggestion.ts';
import { enterClipping } from './enter-clipping.ts';
import { getClipping } from './get-clipping.ts';
import { getSuggestion } from './get-suggestion.ts';
import { listClippings } from './list-clippings.ts';
import { listSuggestions } from './list-suggestions.ts';
import { markClippingAsSpam } from './mark-clipping-as-spam.ts';
import { markSuggestionAsSpam } from './mark-suggestion-as-spam.ts';
import { updateClipping } from './update-clipping.ts';

export const createCoverageHandler = (deps: ReviewDeps & { campaigns: CampaignStore }) =>
  resource([
    listSuggestions(deps),
    getSuggestion(deps),
    confirmSuggestion(deps),
    markSuggestionAsSpam(deps),
    listClippings(deps),
    getClipping(deps),
    enterClipping(deps),
    updateClipping(deps),
    markClippingAsSpam(deps),
  ]);

export const handler = createCoverageHandler({ coverage, campaigns, trackers, feeds, newId });
