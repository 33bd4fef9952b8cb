import { isAppError } from '../kernel/errors.ts';
import type { NewId } from '../kernel/ids.ts';
import { systemContext, type TenantContext } from '../kernel/tenant-context.ts';
import type { Instant } from '../kernel/time.ts';
import { articleKeys, decideFinding, isSameStory } from './decide-finding.ts';
import type { Finding } from './match-articles.ts';
import type { ArticleKey, CoverageChange, CoverageStore, FeedRegistry, TrackedChannels } from './ports.ts';
import { isKeptOut, type ScreenFindingDeps } from './screen-finding.ts';
import type { Suggestion } from './suggestion.ts';
import { copyKey, isCopyOf } from './syndication.ts';

export interface RecordFindingDeps extends ScreenFindingDeps {
  coverage: Pick<CoverageStore, 'recognise' | 'suggestion' | 'apply'>;
  trackers: Pick<TrackedChannels, 'withChannels'>;
  feeds: Pick<FeedRegistry, 'unwatch'>;
  /** Counts an article on its publication, if that still exists. */
  countArticle(context: TenantContext, publicationId: string): Promise<void>;
  newId: NewId;
  pause(milliseconds: number): Promise<void>;
}

export type RecordOutcome =
  | 'nothing_new'
  | 'spam'
  | 'suggested'
  | 'source_added'
  | 'confirmed'
  | 'not_watched';

/** Of those who meet on one article one wins each round; more than a dozen at once are helped by the queue. */
const MostAttempts = 12;
const PausePerAttemptMilliseconds = 20;

/**
 * Records a finding in its tenant, however often and by however many crawls at once it is reported:
 * one suggestion per article and campaign, one clipping per suggestion.
 */
export async function recordFinding(
  deps: RecordFindingDeps,
  finding: Finding,
  now: Instant,
): Promise<RecordOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tryToRecord(deps, finding, now);
    } catch (error) {
      const isContended =
        isAppError(error, 'transaction_condition_failed') || isAppError(error, 'transaction_conflict');
      if (!isContended || attempt === MostAttempts) throw error;
      await deps.pause(attempt * PausePerAttemptMilliseconds);
    }
  }
}

async function tryToRecord(deps: RecordFindingDeps, finding: Finding, now: Instant): Promise<RecordOutcome> {
  const { watch, article } = finding;
  const context = systemContext(watch.organizationId);
  const copies = copyKey(article);
  const lookedUp = copies === null ? articleKeys(article) : [...articleKeys(article), copies];
  const keys = await deps.coverage.recognise(context, watch.campaignId, lookedUp);
  const suggestion = await recognised(deps, context, finding, keys);
  // Most findings are yesterday's articles again: they cost no read of the tracker.
  if (!decideFinding(finding, { keys, suggestion, channels: [], projectId: null }, deps.newId, now))
    return 'nothing_new';

  const contributing = suggestion?.sources.flatMap(({ channelIds }) => channelIds) ?? [];
  const [isSpam, tracked] = await Promise.all([
    suggestion ? false : isKeptOut(deps, context, finding, now),
    deps.trackers.withChannels(context, watch.trackerId, [...new Set([...contributing, watch.channelId])]),
  ]);
  if (isSpam) return 'spam';
  if (tracked?.tracker.status !== 'active') {
    await deps.feeds.unwatch(watch);
    return 'not_watched';
  }
  const { channels, tracker } = tracked;
  const original = suggestion ? undefined : await copied(deps, context, finding, keys);
  const known = { keys, suggestion, original, channels, projectId: tracker.projectId };
  const change = decideFinding(finding, known, deps.newId, now);
  if (!change) return 'nothing_new';
  await deps.coverage.apply(context, change);

  const resting = channels.filter(({ channelId, isActive }) => restsAfter(change, channelId, isActive));
  await Promise.all(resting.map((channel) => deps.feeds.unwatch({ ...watch, ...channel })));
  const isNewSource = !suggestion?.sources.some(({ identity }) => identity === finding.source.identity);
  if (isNewSource && watch.publicationId !== null) await deps.countArticle(context, watch.publicationId);
  return outcomeOf(change, suggestion);
}

/** The suggestion that a finding belongs to: by address, by the aggregator's identifier, else by its story. */
async function recognised(
  deps: RecordFindingDeps,
  context: TenantContext,
  { article }: Finding,
  keys: ReadonlyMap<ArticleKey, string>,
): Promise<Suggestion | undefined> {
  for (const key of articleKeys(article)) {
    const suggestionId = keys.get(key);
    const suggestion = suggestionId && (await deps.coverage.suggestion(context, suggestionId));
    if (suggestion && (!key.startsWith('story ') || isSameStory(suggestion, article))) return suggestion;
  }
  return undefined;
}

/** The suggestion whose text another publisher has printed here. */
async function copied(
  deps: RecordFindingDeps,
  context: TenantContext,
  { article }: Finding,
  keys: ReadonlyMap<ArticleKey, string>,
): Promise<Suggestion | undefined> {
  const copies = copyKey(article);
  const suggestionId = copies && keys.get(copies);
  const original = suggestionId ? await deps.coverage.suggestion(context, suggestionId) : undefined;
  return original && isCopyOf(original, article) ? original : undefined;
}

function restsAfter(change: CoverageChange, channelId: string, wasActive: boolean): boolean {
  const changed = change.channels.find((channel) => channel.channelId === channelId);
  return changed?.isActive === false || (changed !== undefined && !wasActive);
}

function outcomeOf(change: CoverageChange, before: Suggestion | undefined): RecordOutcome {
  if (change.clipping) return 'confirmed';
  return before ? 'source_added' : 'suggested';
}
