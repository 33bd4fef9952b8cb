import * as z from 'zod';
import { Publication, WebAddress } from '../publications/publication.ts';

/** What may be said of an outlet in only one way, so that two sources can contradict each other. */
export const MergeVariant = z.object({
  ...Publication.pick({ title: true, type: true, language: true, country: true }).shape,
  websiteUrl: WebAddress.nullable(),
});
export type MergeVariant = z.infer<typeof MergeVariant>;

export const MergeField = z.enum(['title', 'type', 'language', 'country', 'websiteUrl']);
export type MergeField = z.infer<typeof MergeField>;

/** How to settle what an organization's publication and the directory say differently; people decide (PM-31). */
export const MergeProposal = z.object({
  proposalId: z.string(),
  publicationId: z.string(),
  conflicts: z.array(MergeField).min(1),
  existing: MergeVariant,
  directory: MergeVariant,
  proposed: MergeVariant,
  /** Why, in words; empty where nobody gave a reason. */
  reason: z.string(),
  /** `rules`: the model's answer could not be used, so that the existing publication is proposed as it is. */
  proposedBy: z.enum(['model', 'rules']),
  status: z.enum(['pending', 'confirmed', 'rejected']),
  createdAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  version: z.int(),
});
export type MergeProposal = z.infer<typeof MergeProposal>;
