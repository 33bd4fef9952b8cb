import type * as campaigns from '../../../../shared/contract/api/campaigns.ts';
import type * as coverage from '../../../../shared/contract/api/coverage.ts';
import type * as directory from '../../../../shared/contract/api/directory.ts';
import type * as publications from '../../../../shared/contract/api/publications.ts';
import type * as spam from '../../../../shared/contract/api/spam-patterns.ts';
import { type Answer, type Arguments, operation } from '../../lib/operation.ts';

export type Suggestion = Answer<typeof coverage.GetSuggestion>;
export type Clipping = Answer<typeof coverage.GetClipping>;
export type Campaign = Answer<typeof campaigns.GetCampaign>;
export type Publication = Answer<typeof publications.GetPublication>;
export type Tracker = Answer<typeof campaigns.GetTracker>;
export type Channel = Tracker['channels'][number];
export type Recipient = Tracker['recipients'][number];
export type CoverageReport = Answer<typeof coverage.GetCoverageReport>;
export type MergeProposal = Answer<typeof directory.ListMergeProposals>['items'][number];
export type Contact = Answer<typeof publications.GetContact>;
export type ContactInput = Arguments<typeof publications.CreateContact>['body'];
export type SpamPattern = Answer<typeof spam.GetSpamPattern>;
export type FutureSpam = NonNullable<Arguments<typeof coverage.MarkSuggestionAsSpam>['query']>;
export type SpamPatternInput = Arguments<typeof spam.CreateSpamPattern>['body'];
export type ClippingInput = Arguments<typeof coverage.EnterClipping>['body'];
export type CampaignInput = Arguments<typeof campaigns.CreateCampaign>['body'];
export type PublicationInput = Arguments<typeof publications.CreatePublication>['body'];

export const ListSuggestions = operation<typeof coverage.ListSuggestions>('GET', '/v1/suggestions', false);
export const ConfirmSuggestion = operation<typeof coverage.ConfirmSuggestion>(
  'POST',
  '/v1/suggestions/{suggestionId}/confirm',
  false,
);
export const MarkSuggestionAsSpam = operation<typeof coverage.MarkSuggestionAsSpam>(
  'POST',
  '/v1/suggestions/{suggestionId}/spam',
  false,
);
export const ListClippings = operation<typeof coverage.ListClippings>('GET', '/v1/clippings', false);
export const EnterClipping = operation<typeof coverage.EnterClipping>('POST', '/v1/clippings', true);
export const UpdateClipping = operation<typeof coverage.UpdateClipping>(
  'PATCH',
  '/v1/clippings/{clippingId}',
  false,
);
export const DeleteClipping = operation<typeof coverage.DeleteClipping>(
  'DELETE',
  '/v1/clippings/{clippingId}',
  false,
);
export const ListCampaigns = operation<typeof campaigns.ListCampaigns>('GET', '/v1/campaigns', false);
export const CreateCampaign = operation<typeof campaigns.CreateCampaign>('POST', '/v1/campaigns', true);
export const GetCampaign = operation<typeof campaigns.GetCampaign>(
  'GET',
  '/v1/campaigns/{campaignId}',
  false,
);
export const UpdateCampaign = operation<typeof campaigns.UpdateCampaign>(
  'PATCH',
  '/v1/campaigns/{campaignId}',
  false,
);
export const ImportSends = operation<typeof campaigns.ImportSends>(
  'POST',
  '/v1/campaigns/{campaignId}/sends/csv',
  false,
);
export const GetCoverageReport = operation<typeof coverage.GetCoverageReport>(
  'GET',
  '/v1/campaigns/{campaignId}/coverage',
  false,
);
export const GetCoverageWorkbook = operation<typeof coverage.GetCoverageWorkbook>(
  'GET',
  '/v1/campaigns/{campaignId}/coverage/workbook',
  false,
);
export const ExportClippings = operation<typeof coverage.ExportClippings>(
  'GET',
  '/v1/clippings/export',
  false,
);
export const ExportClippingsWorkbook = operation<typeof coverage.ExportClippingsWorkbook>(
  'GET',
  '/v1/clippings/workbook',
  false,
);
export const ReactivateChannel = operation<typeof campaigns.ReactivateChannel>(
  'POST',
  '/v1/trackers/{trackerId}/channels/{channelId}/reactivate',
  false,
);
export const GetTracker = operation<typeof campaigns.GetTracker>('GET', '/v1/trackers/{trackerId}', false);
export const CheckTracker = operation<typeof campaigns.CheckTracker>(
  'POST',
  '/v1/trackers/{trackerId}/crawl',
  false,
);
export const ListPublications = operation<typeof publications.ListPublications>(
  'GET',
  '/v1/publications',
  false,
);
export const CreatePublication = operation<typeof publications.CreatePublication>(
  'POST',
  '/v1/publications',
  true,
);
export const ListSpamPatterns = operation<typeof spam.ListSpamPatterns>('GET', '/v1/spam-patterns', false);
export const CreateSpamPattern = operation<typeof spam.CreateSpamPattern>('POST', '/v1/spam-patterns', true);
export const UpdateSpamPattern = operation<typeof spam.UpdateSpamPattern>(
  'PATCH',
  '/v1/spam-patterns/{patternId}',
  false,
);
export const DeleteSpamPattern = operation<typeof spam.DeleteSpamPattern>(
  'DELETE',
  '/v1/spam-patterns/{patternId}',
  false,
);
export const UpdatePublication = operation<typeof publications.UpdatePublication>(
  'PATCH',
  '/v1/publications/{publicationId}',
  false,
);
export const DeletePublication = operation<typeof publications.DeletePublication>(
  'DELETE',
  '/v1/publications/{publicationId}',
  false,
);
export const DetectFeeds = operation<typeof publications.DetectFeeds>(
  'POST',
  '/v1/publications/{publicationId}/detect-feeds',
  false,
);
export const ListMergeProposals = operation<typeof directory.ListMergeProposals>(
  'GET',
  '/v1/merge-proposals',
  false,
);
export const ConfirmMerge = operation<typeof directory.ConfirmMerge>(
  'POST',
  '/v1/merge-proposals/{proposalId}/confirm',
  false,
);
export const RejectMerge = operation<typeof directory.RejectMerge>(
  'POST',
  '/v1/merge-proposals/{proposalId}/reject',
  false,
);
export const ListContacts = operation<typeof publications.ListContacts>('GET', '/v1/contacts', false);
export const CreateContact = operation<typeof publications.CreateContact>('POST', '/v1/contacts', true);
export const UpdateContact = operation<typeof publications.UpdateContact>(
  'PATCH',
  '/v1/contacts/{contactId}',
  false,
);
export const DeleteContact = operation<typeof publications.DeleteContact>(
  'DELETE',
  '/v1/contacts/{contactId}',
  false,
);
