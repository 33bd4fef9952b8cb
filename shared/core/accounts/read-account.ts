import type { Content } from '../content/content.ts';
import { areSameFigures, type Insights, latestFigures } from '../content/figures.ts';
import type { ContentStore, PlatformReader, Reading } from '../content/ports.ts';
import { type CapturedInteraction, interactionIdOf } from '../interactions/captured-interaction.ts';
import { hashOfText } from '../interactions/interaction.ts';
import type { Known } from '../interactions/ports.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { addMilliseconds } from '../kernel/time.ts';
import { capabilitiesOfAccount } from './capabilities.ts';
import { findRemoved, type RemovalDeps } from './find-removed.ts';
import { isProviderError } from './provider-error.ts';
import type { Capture } from './receive-events.ts';
import { needsRefresh } from './retention.ts';
import type { SocialAccount } from './social-account.ts';
import type { SyncReport } from './sync-report.ts';
import {
  readSince,
  type SyncRun,
  type SyncState,
  type SyncStateStore,
  WindowMilliseconds,
} from './sync-state.ts';

export interface ReadDeps extends RemovalDeps {
  reader: PlatformReader;
  contents: ContentStore;
  states: SyncStateStore;
  remainingMilliseconds: () => number;
}

interface AccountReading {
  account: SocialAccount;
  token: string;
  state: SyncState;
  run: SyncRun;
  leaseToken: string;
  /** Shows people how far a long reading has come. */
  noteProgress: (report: SyncReport) => Promise<void>;
}

/** With less time left a pass stops in good order. */
const LeastMilliseconds = 20_000;

const InteractionsPerBatch = 10;

/** In a reading of the whole window, so that 30 days on a new account come with a visible progress (CM-11). */
const PostsPerNote = 5;

/**
 * Reads the posts of the last 30 days and what is new below them; the run's report and position are kept up to date.
 * A post counts as read only when all its comments were handed over, so that a crash repeats and never skips.
 * @returns false when the time was not enough.
 */
export async function readAccount(
  deps: ReadDeps,
  context: TenantContext,
  { account, token, state, run, leaseToken, noteProgress }: AccountReading,
): Promise<boolean> {
  const capturedAt = deps.clock.now();
  const window = addMilliseconds(run.startedAt, -WindowMilliseconds);
  const reading: Reading = { account, token, since: window, capturedAt };
  const since = readSince(state, run);
  let isBehind = run.after !== null;
  for await (const content of deps.reader.posts(reading)) {
    if (isBehind) {
      isBehind = content.externalId !== run.after;
      continue;
    }
    if (deps.remainingMilliseconds() < LeastMilliseconds) return false;
    const [known] = await deps.contents.findMany(context, [content.contentId]);
    const told = since === null ? await insightsOf(deps, reading, content) : undefined;
    const statistics = latestFigures(known?.statistics, content.statistics, told);
    let stored = { ...content, statistics, reading: known?.reading ?? null };
    if (since === null || deps.reader.hasLateCounts || hasNewComments(known, content)) {
      const ended = await readPost(deps, context, { ...reading, since }, { content, known, run });
      stored = { ...stored, reading: ended };
      run.after = content.externalId;
      await deps.states.save(context, { ...state, run }, leaseToken);
    }
    if (!known || since === null || hasChanged(known, stored)) await deps.contents.save(context, stored);
    run.report.posts += 1;
    if (since === null && run.report.posts % PostsPerNote === 0) await noteProgress(run.report);
  }
  // The post that marks the position was deleted meanwhile: nothing was read, so the whole window is read again.
  if (isBehind) {
    run.after = null;
    return false;
  }
  return readBesidePosts(deps, context, { ...reading, since: since ?? window }, run.report);
}

/** Messages and mentions. What is refused to an account is no reason to stop reading the rest of it. */
async function readBesidePosts(
  deps: ReadDeps,
  context: TenantContext,
  reading: Reading,
  report: SyncReport,
): Promise<boolean> {
  const { reader } = deps;
  const mayReadMessages = capabilitiesOfAccount(reading.account).messages;
  const lists = [mayReadMessages && reader.messages?.(reading), reader.mentions?.(reading)];
  for (const list of lists) {
    if (!list) continue;
    if (deps.remainingMilliseconds() < LeastMilliseconds) return false;
    try {
      await captureAll(deps, context, list, report);
    } catch (error) {
      if (!isProviderError(error, 'permission_missing', 'gone', 'invalid_request')) throw error;
      report.failed += 1;
    }
  }
  return true;
}

function hasNewComments(known: Content | undefined, content: Content): boolean {
  return known === undefined || known.statistics.comments !== content.statistics.comments;
}

function hasChanged(known: Content, content: Content): boolean {
  return (
    (['title', 'text', 'permalink', 'imageUrl'] as const).some((field) => known[field] !== content[field]) ||
    !areSameFigures(known.statistics, content.statistics)
  );
}

/** Once a day, as each costs a call (CM-12). */
async function insightsOf(
  { reader }: ReadDeps,
  reading: Reading,
  { externalId }: Content,
): Promise<Insights | undefined> {
  const isAllowed = !reading.account.limitations?.includes('no_insights');
  return isAllowed ? reader.insights?.(reading, externalId) : undefined;
}

interface PostReading {
  content: Content;
  known: Content | undefined;
  run: SyncRun;
}

/** A post that is gone or refuses to be read costs the pass nothing but a count. */
async function readPost(
  deps: ReadDeps,
  context: TenantContext,
  reading: Reading,
  { content, known, run }: PostReading,
): Promise<Content['reading']> {
  const { contentId, externalId } = content;
  const before = known?.reading ?? null;
  try {
    const readIds = await readComments(deps, context, reading, externalId, run.report);
    if (reading.since !== null) return before && { ...before, completeUntil: run.startedAt };
    run.report.removed += await findRemoved(deps, context, reading.account, { contentId, readIds });
    const counted = content.statistics.comments;
    const missing = counted === null ? null : Math.max(0, counted - readIds.size);
    return { missing, completeUntil: run.startedAt };
  } catch (error) {
    if (!isProviderError(error, 'gone', 'invalid_request')) throw error;
    run.report.failed += 1;
    return before;
  }
}

/** Hands over what is new or changed below a post. @returns the platform's ids of all that it showed */
async function readComments(
  deps: ReadDeps,
  context: TenantContext,
  reading: Reading,
  contentExternalId: string,
  report: SyncReport,
): Promise<Set<string>> {
  return captureAll(deps, context, deps.reader.comments(reading, contentExternalId), report);
}

async function captureAll(
  deps: ReadDeps,
  context: TenantContext,
  interactions: AsyncIterable<CapturedInteraction>,
  report: SyncReport,
): Promise<Set<string>> {
  const readIds = new Set<string>();
  let batch: CapturedInteraction[] = [];
  for await (const interaction of interactions) {
    readIds.add(interaction.externalId);
    batch.push(interaction);
    if (batch.length < InteractionsPerBatch) continue;
    await captureChanged(deps, context, batch, report);
    batch = [];
  }
  if (batch.length > 0) await captureChanged(deps, context, batch, report);
  return readIds;
}

async function captureChanged(
  deps: ReadDeps,
  context: TenantContext,
  interactions: readonly CapturedInteraction[],
  report: SyncReport,
): Promise<void> {
  const known = await deps.interactions.known(context, interactions.map(interactionIdOf));
  const changed = interactions.filter((interaction) => {
    const stored = known.get(interactionIdOf(interaction));
    if (!stored) report.new += 1;
    else if (isSame(stored, interaction)) report.skipped += 1;
    else report.updated += 1;
    return !stored || !isSame(stored, interaction);
  });
  const { organizationId } = context;
  const captures = changed.map((interaction): Capture => ({ kind: 'seen', organizationId, interaction }));
  if (captures.length > 0) await deps.capture(captures);
}

/** A removal wins over a list that was read before it. */
function isSame(stored: Known, seen: CapturedInteraction): boolean {
  if (stored === 'removed') return true;
  if (needsRefresh(stored.expiresAt, seen.capturedAt)) return false;
  return stored.textHash === hashOfText(seen.text) && stored.isHidden === seen.isHidden;
}
