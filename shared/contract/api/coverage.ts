import * as z from 'zod';
import { Clipping, CoverageSentiment, OutletType } from '../../core/coverage/clipping.ts';
import { CoverageReport } from '../../core/coverage/coverage-report.ts';
import { Suggestion, SuggestionStatus } from '../../core/coverage/suggestion.ts';
import { endpoint } from '../endpoint.ts';
import { FileBytes, WorkbookContentType } from '../file-bytes.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { FutureSpamQuery } from './spam-patterns.ts';

const read = { role: 'viewer', scope: 'coverage:read' } as const;
const work = { role: 'agent', scope: 'coverage:write' } as const;
const SuggestionParams = z.object({ suggestionId: z.string() });
const CampaignParams = z.object({ campaignId: z.string() });
const ClippingParams = z.object({ clippingId: z.string() });

const EditableClipping = {
  title: z.string().trim().min(1).max(300),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullable(),
  excerpt: z.string().max(2_000),
  publishedAt: z.iso.datetime().nullable(),
  outlet: z.string().trim().min(1).max(200),
  outletType: OutletType,
  publicationId: z.string().nullable(),
  sentiment: CoverageSentiment,
};
const ClippingEntry = z.strictObject({
  ...EditableClipping,
  campaignId: z.string(),
  url: EditableClipping.url.default(null),
  excerpt: EditableClipping.excerpt.default(''),
  publishedAt: EditableClipping.publishedAt.default(null),
  publicationId: EditableClipping.publicationId.default(null),
  sentiment: EditableClipping.sentiment.default('neutral'),
});

const ClippingFilter = {
  campaignId: z.string().optional(),
  projectId: z.string().optional(),
  publicationId: z.string().optional(),
  sentiment: CoverageSentiment.optional(),
  outletType: OutletType.optional(),
  detection: Clipping.shape.detection.optional(),
  /** Found at this time or later, and before that. */
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
};

export const ListSuggestions = endpoint({
  id: 'listSuggestions',
  method: 'GET',
  path: '/v1/suggestions',
  resource: 'coverage',
  access: read,
  summary: 'Articles that may be coverage, the newest first',
  query: PageQuery.extend({
    campaignId: z.string().optional(),
    status: SuggestionStatus.optional(),
    /** The copies of one text. */
    syndicationGroupId: z.string().optional(),
  }),
  status: 200,
  response: pageOf(Suggestion),
});

export const GetSuggestion = endpoint({
  id: 'getSuggestion',
  method: 'GET',
  path: '/v1/suggestions/{suggestionId}',
  resource: 'coverage',
  access: read,
  summary: 'One suggestion with all its sources',
  params: SuggestionParams,
  status: 200,
  response: Suggestion,
});

export const ConfirmSuggestion = endpoint({
  id: 'confirmSuggestion',
  method: 'POST',
  path: '/v1/suggestions/{suggestionId}/confirm',
  resource: 'coverage',
  access: work,
  summary: 'Confirm that an article is coverage; makes its clipping',
  params: SuggestionParams,
  status: 200,
  response: Suggestion,
});

export const MarkSuggestionAsSpam = endpoint({
  id: 'markSuggestionAsSpam',
  method: 'POST',
  path: '/v1/suggestions/{suggestionId}/spam',
  resource: 'coverage',
  access: work,
  summary: 'Say that an article is no coverage, and keep its like out if you name a pattern',
  params: SuggestionParams,
  query: FutureSpamQuery,
  status: 200,
  response: Suggestion,
});

export const ListClippings = endpoint({
  id: 'listClippings',
  method: 'GET',
  path: '/v1/clippings',
  resource: 'coverage',
  access: read,
  summary: 'Confirmed coverage, the newest first',
  query: PageQuery.extend(ClippingFilter),
  status: 200,
  response: pageOf(Clipping),
});

export const ExportClippings = endpoint({
  id: 'exportClippings',
  method: 'GET',
  path: '/v1/clippings/export',
  resource: 'coverage',
  access: read,
  summary: 'Confirmed coverage as a table (CSV)',
  query: z.strictObject(ClippingFilter),
  produces: 'text/csv; charset=utf-8',
  status: 200,
  response: z.string(),
});

export const ExportClippingsWorkbook = endpoint({
  id: 'exportClippingsWorkbook',
  method: 'GET',
  path: '/v1/clippings/workbook',
  resource: 'coverage',
  access: read,
  summary: 'Confirmed coverage as a spreadsheet (XLSX)',
  query: z.strictObject(ClippingFilter),
  produces: WorkbookContentType,
  status: 200,
  response: FileBytes,
});

export const GetCoverageReport = endpoint({
  id: 'getCoverageReport',
  method: 'GET',
  path: '/v1/campaigns/{campaignId}/coverage',
  resource: 'coverage',
  access: read,
  summary: 'What the press made of a campaign: outlets, weeks, recipients who published, the clippings',
  params: CampaignParams,
  status: 200,
  response: CoverageReport,
});

export const GetCoverageWorkbook = endpoint({
  id: 'getCoverageWorkbook',
  method: 'GET',
  path: '/v1/campaigns/{campaignId}/coverage/workbook',
  resource: 'coverage',
  access: read,
  summary: 'The coverage report of a campaign as a spreadsheet (XLSX)',
  params: CampaignParams,
  produces: WorkbookContentType,
  status: 200,
  response: FileBytes,
});

export const GetClipping = endpoint({
  id: 'getClipping',
  method: 'GET',
  path: '/v1/clippings/{clippingId}',
  resource: 'coverage',
  access: read,
  summary: 'One clipping with its evidence',
  params: ClippingParams,
  status: 200,
  response: Clipping,
});

export const EnterClipping = endpoint({
  id: 'enterClipping',
  method: 'POST',
  path: '/v1/clippings',
  resource: 'coverage',
  access: work,
  summary: 'Enter coverage that no feed reported, print above all',
  body: ClippingEntry,
  status: 201,
  response: Clipping,
  idempotent: true,
});

export const UpdateClipping = endpoint({
  id: 'updateClipping',
  method: 'PATCH',
  path: '/v1/clippings/{clippingId}',
  resource: 'coverage',
  access: work,
  summary: 'Correct a clipping, or judge its tone',
  params: ClippingParams,
  body: z.strictObject(z.object(EditableClipping).partial().shape),
  status: 200,
  response: Clipping,
});

export const DeleteClipping = endpoint({
  id: 'deleteClipping',
  method: 'DELETE',
  path: '/v1/clippings/{clippingId}',
  resource: 'coverage',
  access: work,
  summary: 'Remove a clipping that a person has entered',
  params: ClippingParams,
  status: 204,
});

export const MarkClippingAsSpam = endpoint({
  id: 'markClippingAsSpam',
  method: 'POST',
  path: '/v1/clippings/{clippingId}/spam',
  resource: 'coverage',
  access: work,
  summary: 'Take a clipping out of the coverage; its channels look on',
  params: ClippingParams,
  query: FutureSpamQuery,
  status: 204,
});

export const coverageEndpoints = [
  ListSuggestions,
  GetSuggestion,
  ConfirmSuggestion,
  MarkSuggestionAsSpam,
  ListClippings,
  ExportClippings,
  ExportClippingsWorkbook,
  GetCoverageReport,
  GetCoverageWorkbook,
  GetClipping,
  EnterClipping,
  UpdateClipping,
  DeleteClipping,
  MarkClippingAsSpam,
];
