import type { Job } from '../../activity/job.ts';
import { type DoSlice, type SliceDeps, startSlicedJob } from '../../activity/run-slice.ts';
import type { Content } from '../../content/content.ts';
import type { Interaction } from '../../interactions/interaction.ts';
import type { InteractionStore } from '../../interactions/ports.ts';
import { AppError } from '../../kernel/errors.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { TenantContext } from '../../kernel/tenant-context.ts';
import {
  addMilliseconds,
  type Clock,
  type Instant,
  MillisecondsPerDay,
  millisecondsBetween,
} from '../../kernel/time.ts';
import { addDays } from '../../kernel/zoned-time.ts';
import type { ContentDeps, ContentFacts } from '../content-facts.ts';
import { loadSettings, type SettingsDeps } from '../load-settings.ts';
import type { RuleStore } from '../ports.ts';
import { resultOf } from './backtest-result.ts';
import { BacktestRun } from './backtest-run.ts';
import { BacktestState, EmptyTally } from './backtest-state.ts';
import { replayInteraction } from './replay-interaction.ts';
import { rulesToTry, type TriedRule } from './rules-to-try.ts';

const DefaultDays = 30;
const MostDays = 92;
const PageLength = 100;
/** As many as are replayed well within the time-out of the function, also by a slow one. */
const PagesPerSlice = 10;

export interface StartDeps extends Pick<SliceDeps, 'jobs' | 'work' | 'sendSlice'> {
  rules: Pick<RuleStore, 'list'>;
  newId: NewId;
}

export interface BacktestRequest {
  rules: readonly TriedRule[];
  since?: Instant | undefined;
  until?: Instant | undefined;
}

/** Tries a set of rules on past interactions, in a job; nothing but that job is stored, and no model is asked (AR-17). */
export async function startBacktest(
  deps: StartDeps,
  context: TenantContext,
  request: BacktestRequest,
  now: Instant,
): Promise<Job> {
  const until = request.until ?? now;
  const since = request.since ?? addMilliseconds(until, -DefaultDays * MillisecondsPerDay);
  assertPeriod(since, until);
  const state: BacktestState = {
    since,
    until,
    rules: await rulesToTry(deps, context, request.rules, now),
    usages: {},
    cooldowns: {},
    waiting: [],
    tally: EmptyTally,
    ruleTallies: {},
    examples: {},
  };
  return startSlicedJob(
    deps,
    context,
    { kind: 'backtest', parts: daysFrom(since, until).length, state },
    now,
  );
}

function assertPeriod(since: Instant, until: Instant): void {
  if (since >= until) throw new AppError('invalid', 'empty_period', 'The period ends before it begins.');
  if (millisecondsBetween(since, until) > MostDays * MillisecondsPerDay)
    throw new AppError('invalid', 'period_too_long', `Ask for at most ${MostDays} days at once.`);
}

/** The parts of the job: the UTC days that the period touches. */
function daysFrom(since: Instant, until: Instant): string[] {
  const days: string[] = [];
  for (let day = since.slice(0, 10); day <= until.slice(0, 10); day = addDays(day, 1)) days.push(day);
  return days;
}

export interface BacktestDeps extends SettingsDeps, ContentDeps {
  interactions: Pick<InteractionStore, 'page' | 'known'>;
  clock: Clock;
}

/** Replays the next interactions in the order in which they were made. */
export function continueBacktest(deps: BacktestDeps, pagesPerSlice = PagesPerSlice): DoSlice {
  return async (context, _job, given) => {
    const state = BacktestState.parse(given);
    const settings = await loadSettings(deps, context, deps.clock.now());
    const run = new BacktestRun(state);
    const filter = { from: state.since, until: state.until, includeOwn: false, oldestFirst: true };
    let reached = state.since;
    for (let pages = 0; pages < pagesPerSlice; pages += 1) {
      const page = await deps.interactions.page(context, filter, { limit: PageLength, cursor: state.cursor });
      const ids = page.items.map(({ interactionId }) => interactionId);
      const interactions = await readAll(deps, context, ids);
      const contents = await contentsOf(deps, context, interactions);
      for (const interaction of interactions)
        replayInteraction(run, settings, contents(interaction), interaction);
      reached = page.items.at(-1)?.commentedAt ?? reached;
      state.cursor = page.cursor;
      if (page.cursor === undefined) return lastSlice(run);
    }
    return {
      state,
      result: null,
      findings: run.findings,
      doneParts: daysFrom(state.since, reached).slice(0, -1),
    };
  };
}

function lastSlice(run: BacktestRun) {
  run.settleUntil(undefined);
  const { state, findings } = run;
  return { state: null, result: resultOf(state), findings, doneParts: daysFrom(state.since, state.until) };
}

async function readAll(
  { interactions }: BacktestDeps,
  context: TenantContext,
  ids: readonly string[],
): Promise<Interaction[]> {
  const known = await interactions.known(context, ids);
  return ids.flatMap((id) => {
    const found = known.get(id);
    return found && found !== 'removed' && found.status !== 'deleted' ? [found] : [];
  });
}

/** Reads the content and the campaigns of a page of interactions at once. */
async function contentsOf(
  deps: ContentDeps,
  context: TenantContext,
  interactions: readonly Interaction[],
): Promise<(interaction: Interaction) => ContentFacts> {
  const ids = new Set(interactions.flatMap(({ contentId }) => contentId ?? []));
  const contents = new Map<string, Content>(
    (await deps.contents.findMany(context, [...ids])).map((content) => [content.contentId, content]),
  );
  const campaignIds = new Set([...contents.values()].flatMap(({ campaignId }) => campaignId ?? []));
  const campaigns = new Map(
    await Promise.all(
      [...campaignIds].map(async (id) => [id, await deps.campaigns.find(context, id)] as const),
    ),
  );
  return ({ contentId, author }) => {
    const content = contentId === null ? undefined : contents.get(contentId);
    const campaignId = content?.campaignId ?? null;
    const campaign_name = campaignId === null ? null : (campaigns.get(campaignId)?.name ?? null);
    const variables = { author_name: author.name, content_title: content?.title ?? null, campaign_name };
    return { campaignId, variables };
  };
}
