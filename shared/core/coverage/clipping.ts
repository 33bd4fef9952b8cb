import * as z from 'zod';
import { SuggestionSource } from './suggestion.ts';

export const OutletType = z.enum(['online', 'print', 'radio', 'tv', 'podcast']);
export const CoverageSentiment = z.enum(['positive', 'neutral', 'negative']);

/** Confirmed coverage (PM-11). */
export const Clipping = z.object({
  clippingId: z.string(),
  campaignId: z.string(),
  projectId: z.string().nullable(),
  /** Null for coverage that a person entered. */
  suggestionId: z.string().nullable(),
  title: z.string(),
  /** Null for print and broadcast. */
  url: z.string().nullable(),
  excerpt: z.string(),
  publishedAt: z.string().nullable(),
  outlet: z.string(),
  outletType: OutletType,
  publicationId: z.string().nullable(),
  sentiment: CoverageSentiment,
  detection: z.enum(['automated', 'manual']),
  detectedAt: z.string(),
  createdBy: z.string(),
  verifiedBy: z.string().nullable(),
  verifiedAt: z.string().nullable(),
  /** Who reported it and why it counted, as it was at the confirmation. */
  evidence: z.array(SuggestionSource),
  version: z.int(),
});
export type Clipping = z.infer<typeof Clipping>;

/** Shown as the author of what no person did. */
export const AutomationName = 'earshot';
