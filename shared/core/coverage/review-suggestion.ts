import { type TrackerChannel, trackerIdOf } from '../campaigns/tracker.ts';
import { AppError, isAppError, notFound } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { actorName } from './actor-name.ts';
import type { Clipping } from './clipping.ts';
import { confirmation } from './confirmation.ts';
import { watchOf } from './feed-watch.ts';
import type { CoverageChange, CoverageStore, FeedRegistry, TrackedChannels } from './ports.ts';
import type { Suggestion } from './suggestion.ts';

export interface ReviewDeps {
  coverage: CoverageStore;
  trackers: TrackedChannels;
  feeds: Pick<FeedRegistry, 'watch' | 'unwatch'>;
  newId: NewId;
}

/** PM-11: a person's confirmation makes one clipping, as the sources' own agreement would; a second one changes nothing. */
export async function confirmSuggestion(
  deps: ReviewDeps,
  context: TenantContext,
  suggestionId: string,
  now: Instant,
): Promise<Suggestion> {
  const suggestion = await existing(deps, context, suggestionId);
  if (suggestion.status === 'confirmed' || suggestion.status === 'auto_confirmed') return suggestion;
  const tracker = await deps.trackers.tracker(context, suggestion.trackerId);
  const channels = await deps.trackers.channels(context, suggestion.trackerId);
  const change: CoverageChange = {
    ...unchanged(suggestion),
    totals: suggestion.status === 'spam' ? { markedAsSpam: -1 } : {},
  };
  const by = actorName(context);
  const confirmed = confirmation(
    change,
    { by, projectId: tracker?.projectId ?? null, channels },
    deps.newId,
    now,
  );
  const after = {
    ...suggestionOf(confirmed, suggestion),
    spamMarkedBy: null,
    spamMarkedAt: null,
    spamPatternId: null,
  };
  await applied(deps, context, { ...confirmed, suggestion: { after, versionBefore: suggestion.version } });
  for (const channel of changedChannels(confirmed, channels)) {
    await deps.feeds.unwatch({
      ...channel,
      organizationId: context.organizationId,
      trackerId: suggestion.trackerId,
    });
  }
  return after;
}

/** PM-11: a suggestion that is spam is no coverage: its clipping goes, the totals follow, its channels look on. */
export async function markSuggestionAsSpam(
  deps: ReviewDeps,
  context: TenantContext,
  suggestionId: string,
  spamPatternId: string | null,
  now: Instant,
): Promise<Suggestion> {
  const suggestion = await existing(deps, context, suggestionId);
  if (suggestion.status === 'spam') return suggestion;
  const clipping = suggestion.clippingId && (await deps.coverage.clipping(context, suggestion.clippingId));
  const channels = await deps.trackers.channels(context, suggestion.trackerId);
  const contributed = new Set(suggestion.sources.flatMap((source) => source.channelIds));
  const resting = clipping
    ? channels.filter((channel) => channel.isFound && contributed.has(channel.channelId))
    : [];
  const after: Suggestion = {
    ...unchanged(suggestion).suggestion.after,
    status: 'spam',
    clippingId: null,
    spamMarkedBy: actorName(context),
    spamMarkedAt: now,
    spamPatternId,
  };
  await applied(deps, context, {
    ...unchanged(suggestion),
    suggestion: { after, versionBefore: suggestion.version },
    clipping: clipping ? { deleted: clipping } : null,
    totals: { markedAsSpam: 1, ...(suggestion.status === 'auto_confirmed' && { autoConfirmed: -1 }) },
    channels: resting.map(({ channelId }) => ({
      channelId,
      isActive: true,
      isFound: false,
      foundAt: null,
      newArticles: 0,
    })),
  });
  await watchAgain(deps, context, suggestion.trackerId, resting, now);
  return after;
}

/** PM-11: spam among the clippings turns the suggestion that it came from to spam; a manual entry just goes. */
export async function markClippingAsSpam(
  deps: ReviewDeps,
  context: TenantContext,
  clippingId: string,
  spamPatternId: string | null,
  now: Instant,
): Promise<Clipping> {
  const clipping = await deps.coverage.clipping(context, clippingId);
  if (!clipping) throw notFound('The clipping');
  if (clipping.suggestionId !== null) {
    await markSuggestionAsSpam(deps, context, clipping.suggestionId, spamPatternId, now);
    return clipping;
  }
  await applied(deps, context, withoutEntry(clipping, { manuallyAdded: -1, markedAsSpam: 1 }));
  return clipping;
}

/** Takes back what a person entered by mistake; what was found is no mistake, but coverage or spam. */
export async function deleteClipping(
  deps: ReviewDeps,
  context: TenantContext,
  clippingId: string,
): Promise<void> {
  const clipping = await deps.coverage.clipping(context, clippingId);
  if (!clipping) throw notFound('The clipping');
  if (clipping.suggestionId !== null) {
    const message = 'This clipping was found, not entered. Mark it as spam if it is no coverage.';
    throw new AppError('conflict', 'clipping_was_found', message);
  }
  await applied(deps, context, withoutEntry(clipping, { manuallyAdded: -1 }));
}

function withoutEntry(clipping: Clipping, totals: CoverageChange['totals']): CoverageChange {
  return {
    trackerId: trackerIdOf(clipping.campaignId),
    suggestion: null,
    keys: [],
    clipping: { deleted: clipping },
    totals,
    channels: [],
  };
}

async function existing(deps: ReviewDeps, context: TenantContext, suggestionId: string): Promise<Suggestion> {
  const suggestion = await deps.coverage.suggestion(context, suggestionId);
  if (!suggestion) throw notFound('The suggestion');
  return suggestion;
}

function unchanged(
  suggestion: Suggestion,
): CoverageChange & { suggestion: NonNullable<CoverageChange['suggestion']> } {
  const after = { ...suggestion, version: suggestion.version + 1 };
  return {
    trackerId: suggestion.trackerId,
    suggestion: { after, versionBefore: suggestion.version },
    keys: [],
    clipping: null,
    totals: {},
    channels: [],
  };
}

function suggestionOf(change: CoverageChange, otherwise: Suggestion): Suggestion {
  return change.suggestion?.after ?? otherwise;
}

function changedChannels(change: CoverageChange, channels: readonly TrackerChannel[]): TrackerChannel[] {
  const changed = new Set(change.channels.map(({ channelId }) => channelId));
  return channels.filter(({ channelId }) => changed.has(channelId));
}

async function watchAgain(
  deps: ReviewDeps,
  context: TenantContext,
  trackerId: string,
  channels: readonly TrackerChannel[],
  now: Instant,
): Promise<void> {
  const tracker = await deps.trackers.tracker(context, trackerId);
  for (const channel of tracker ? channels : []) {
    const watch = tracker && watchOf(context.organizationId, tracker, { ...channel, isActive: true });
    if (watch) await deps.feeds.watch(watch, now);
  }
}

/** A crawl or another person was faster: the reviewer should look at the suggestion as it is now. */
async function applied(deps: ReviewDeps, context: TenantContext, change: CoverageChange): Promise<void> {
  try {
    await deps.coverage.apply(context, change);
  } catch (error) {
    if (!isAppError(error, 'transaction_condition_failed')) throw error;
    const message = 'This changed while you looked at it. Reload and decide again.';
    throw new AppError('conflict', 'changed_meanwhile', message, { cause: error });
  }
}
