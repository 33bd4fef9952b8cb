import { trackerIdOf } from '../campaigns/tracker.ts';
import { AppError, isAppError } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { actorName } from './actor-name.ts';
import type { Clipping } from './clipping.ts';
import type { CoverageStore } from './ports.ts';

export type ClippingEntry = Pick<
  Clipping,
  | 'campaignId'
  | 'title'
  | 'url'
  | 'excerpt'
  | 'publishedAt'
  | 'outlet'
  | 'outletType'
  | 'publicationId'
  | 'sentiment'
  | 'projectId'
>;

/** PM-13: what people found themselves, print above all, is coverage like any other and counts on the tracker. */
export async function enterClipping(
  deps: { coverage: Pick<CoverageStore, 'apply'>; newId: NewId },
  context: TenantContext,
  entry: ClippingEntry,
  now: Instant,
): Promise<Clipping> {
  const by = actorName(context);
  const clipping: Clipping = {
    ...entry,
    clippingId: deps.newId('clip'),
    suggestionId: null,
    detection: 'manual',
    detectedAt: now,
    createdBy: by,
    verifiedBy: by,
    verifiedAt: now,
    evidence: [],
    version: 1,
  };
  try {
    await deps.coverage.apply(context, {
      trackerId: trackerIdOf(entry.campaignId),
      suggestion: null,
      keys: [],
      clipping: { created: clipping },
      totals: { manuallyAdded: 1 },
      channels: [],
    });
  } catch (error) {
    if (!isAppError(error, 'transaction_condition_failed')) throw error;
    const message = 'This campaign has no tracker yet. Give it a monitoring configuration first.';
    throw new AppError('conflict', 'campaign_not_tracked', message, { cause: error });
  }
  return clipping;
}
