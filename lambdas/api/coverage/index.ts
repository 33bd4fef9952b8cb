import type { CampaignStore, TrackerStore } from '../../../shared/core/campaigns/ports.ts';
import type { GatherCoverageDeps } from '../../../shared/core/coverage/gather-coverage.ts';
import type { MarkAsSpamDeps } from '../../../shared/core/coverage/mark-as-spam.ts';
import { campaigns } from '../../../shared/runtime/live/campaigns.ts';
import { newId } from '../../../shared/runtime/live/clock.ts';
import { compileRegex } from '../../../shared/runtime/live/compile-regex.ts';
import { contacts } from '../../../shared/runtime/live/contacts.ts';
import { coverage } from '../../../shared/runtime/live/coverage.ts';
import { feeds } from '../../../shared/runtime/live/feeds.ts';
import { organizations } from '../../../shared/runtime/live/organizations.ts';
import { publications } from '../../../shared/runtime/live/publications.ts';
import { spamPatterns } from '../../../shared/runtime/live/spam-patterns.ts';
import { trackers } from '../../../shared/runtime/live/trackers.ts';
import { writeWorkbook } from '../../../shared/runtime/live/workbook.ts';
import { resource } from '../../../shared/runtime/resource.ts';
import { confirmSuggestion } from './confirm-suggestion.ts';
import { createSpamPattern } from './create-spam-pattern.ts';
import { deleteClipping } from './delete-clipping.ts';
import { deleteSpamPattern } from './delete-spam-pattern.ts';
import { enterClipping } from './enter-clipping.ts';
import { exportClippings } from './export-clippings.ts';
import { exportClippingsWorkbook } from './export-clippings-workbook.ts';
import { getClipping } from './get-clipping.ts';
import { getCoverageReport } from './get-coverage-report.ts';
import { getCoverageWorkbook } from './get-coverage-workbook.ts';
import { getSpamPattern } from './get-spam-pattern.ts';
import { getSuggestion } from './get-suggestion.ts';
import { listClippings } from './list-clippings.ts';
import { listSpamPatterns } from './list-spam-patterns.ts';
import { listSuggestions } from './list-suggestions.ts';
import { markClippingAsSpam } from './mark-clipping-as-spam.ts';
import { markSuggestionAsSpam } from './mark-suggestion-as-spam.ts';
import { updateClipping } from './update-clipping.ts';
import { updateSpamPattern } from './update-spam-pattern.ts';
import type { TablesDeps } from './write-tables.ts';

interface Deps extends MarkAsSpamDeps, TablesDeps {
  campaigns: CampaignStore;
  trackers: TrackerStore;
  contacts: GatherCoverageDeps['contacts'];
  publications: GatherCoverageDeps['publications'];
}

export const createCoverageHandler = (deps: Deps) =>
  resource([
    listSuggestions(deps),
    getSuggestion(deps),
    confirmSuggestion(deps),
    markSuggestionAsSpam(deps),
    listClippings(deps),
    exportClippings(deps),
    exportClippingsWorkbook(deps),
    getCoverageReport(deps),
    getCoverageWorkbook(deps),
    getClipping(deps),
    enterClipping(deps),
    updateClipping(deps),
    deleteClipping(deps),
    markClippingAsSpam(deps),
    listSpamPatterns(deps),
    createSpamPattern(deps),
    getSpamPattern(deps),
    updateSpamPattern(deps),
    deleteSpamPattern(deps),
  ]);

export const handler = createCoverageHandler({
  coverage,
  campaigns,
  contacts,
  organizations,
  publications,
  trackers,
  feeds,
  spamPatterns,
  compileRegex,
  newId,
  writeWorkbook,
});
