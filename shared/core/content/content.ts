import * as z from 'zod';
import { Provider } from '../accounts/social-account.ts';

/** A published post, video or story with its latest statistics (CM-12); absent figures are unknown, not 0. */
export const Content = z.object({
  contentId: z.string(),
  provider: Provider,
  accountId: z.string(),
  externalId: z.string(),
  kind: z.enum(['post', 'photo', 'video', 'link', 'event', 'image', 'carousel', 'reel', 'story']),
  /** The platform's own title, else the first line of the text. */
  title: z.string(),
  text: z.string(),
  permalink: z.string().nullable(),
  imageUrl: z.string().nullable(),
  postedAt: z.string(),
  campaignId: z.string().nullable(),
  statistics: z.object({
    reactions: z.int().nullable(),
    comments: z.int().nullable(),
    shares: z.int().nullable(),
    saves: z.int().nullable().optional(),
    views: z.int().nullable().optional(),
    /** How many different people saw it. */
    reach: z.int().nullable().optional(),
  }),
  /** Null before everything below it was read once. */
  reading: z
    .object({
      /** What the platform counted at the last complete reading and did not show; null where it does not count. */
      missing: z.int().nullable(),
      /** Everything that was said until then was taken in. */
      completeUntil: z.string(),
    })
    .nullable()
    .default(null),
  capturedAt: z.string(),
});
export type Content = z.infer<typeof Content>;
