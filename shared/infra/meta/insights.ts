import * as z from 'zod';
import { isProviderError } from '../../core/accounts/provider-error.ts';
import type { Insights } from '../../core/content/figures.ts';
import type { PlatformReader } from '../../core/content/ports.ts';
import type { GraphClient } from './graph-client.ts';

const Metric = z.object({
  name: z.string(),
  values: z.array(z.object({ value: z.unknown() })).default([]),
});

/**
 * The metrics that are left, by what they mean to us: one that was taken away fails the whole call (lists of
 * deprecated metrics of Pages, 2026-03-02, and of Instagram media, 2026-06-18).
 */
export const PostMetrics: Readonly<Record<string, keyof Insights>> = {
  post_total_media_view_unique: 'reach',
};

export const MediaMetrics: Readonly<Record<string, keyof Insights>> = {
  views: 'views',
  reach: 'reach',
  saved: 'saves',
  shares: 'shares',
};

/** Reads the figures of a post; none where the platform has too few viewers to tell, or none at all. */
export function insightsReader(
  graph: GraphClient,
  metrics: Readonly<Record<string, keyof Insights>>,
): Required<Pick<PlatformReader, 'insights'>> {
  return {
    insights: async ({ token }, externalId) => {
      const params = { metric: Object.keys(metrics).join(',') };
      try {
        const told = await Array.fromAsync(graph.list(Metric, `/${externalId}/insights`, token, params));
        return Object.fromEntries(told.flatMap((metric) => figureOf(metrics, metric)));
      } catch (error) {
        if (isProviderError(error, 'permission_missing', 'invalid_request', 'gone')) return {};
        throw error;
      }
    },
  };
}

function figureOf(
  metrics: Readonly<Record<string, keyof Insights>>,
  { name, values }: z.infer<typeof Metric>,
): [keyof Insights, number][] {
  const figure = metrics[name];
  const value = z.int().safeParse(values.at(-1)?.value);
  return figure && value.success ? [[figure, value.data]] : [];
}
