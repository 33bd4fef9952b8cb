import { analyseTexts, type TextOutcome } from '../analysis/analyse-texts.ts';
import { type PurposeUsage, sumOfUsage } from '../analysis/model-usage.ts';
import type { AnalysisModel } from '../analysis/ports.ts';
import { blocklistHits } from '../automation/blocklist.ts';
import {
  type AutomationSettings,
  isOwnAuthor,
  loadSettings,
  type SettingsDeps,
} from '../automation/load-settings.ts';
import { type FollowDeps, followConversation } from '../conversations/follow-conversation.ts';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { MillisecondsPerMinute, millisecondsBetween } from '../kernel/time.ts';
import { closeAnsweredParent } from './close-answered-parent.ts';
import type { Interaction } from './interaction.ts';
import { newInteraction, revised } from './new-interaction.ts';
import { recogniseOwner } from './recognise-owner.ts';
import { type News, newsOf, type Sighting, subjectIdOf } from './sighting.ts';
import { ensureBlockRecorded, type StoreDeps, storeChange, storeFresh } from './store-news.ts';

export interface IntakeDeps extends StoreDeps, SettingsDeps, FollowDeps {
  model: AnalysisModel;
}

/** What became of each message: `later` ones come back after a delay, `failed` ones as the queue decides. */
export interface IntakeReport<M> {
  done: M[];
  later: { message: M; delaySeconds: number }[];
  failed: { message: M; error: unknown }[];
  analyses: AnalysisCount;
}

/** How many texts the model was asked about, and how many it was spared, by the reason. */
export type AnalysisCount = Record<'asked' | AvoidedBecause, number>;
/**
 * `own`: written by an account of the organization; `wordless`: no letter in it; `unautomated`: no rule could answer,
 * and the organization wants no analysis then; `repeated`: the same text in the same batch.
 */
type AvoidedBecause = 'own' | 'wordless' | 'blocklist' | 'unautomated' | 'repeated';

const BusySeconds = 60;
const ModelRetrySeconds = 60;
/** After this a person gets the interaction without an analysis (design §4). */
const LongestModelWait = 15 * MillisecondsPerMinute;
const MostRounds = 5;

/**
 * Takes in what one organization's webhooks and sync passes saw: each interaction is stored once, with its analysis
 * and decision in the same write, however often and in whatever order it is seen (CM-11, CM-14, AR-01).
 */
export async function takeIn<M extends { sighting: Sighting }>(
  deps: IntakeDeps,
  context: TenantContext,
  messages: readonly M[],
  remainingMilliseconds: () => number,
): Promise<IntakeReport<M>> {
  const analyses: AnalysisCount = {
    asked: 0,
    own: 0,
    wordless: 0,
    blocklist: 0,
    unautomated: 0,
    repeated: 0,
  };
  const report: IntakeReport<M> = { done: [], later: [], failed: [], analyses };
  const intake = new Intake(
    deps,
    context,
    await loadSettings(deps, context, deps.clock.now()),
    remainingMilliseconds,
  );
  let pending = [...messages];
  for (let round = 0; round < MostRounds && pending.length > 0; round += 1) {
    const batch = oneEach(pending);
    const again = await intake.round(batch, report);
    pending = [...again, ...pending.filter((message) => !batch.includes(message))];
  }
  report.later.push(...pending.map((message) => ({ message, delaySeconds: BusySeconds })));
  return report;
}

/** Several messages about one interaction are taken in one after another. */
function oneEach<M extends { sighting: Sighting }>(messages: readonly M[]): M[] {
  const subjects = new Set<string>();
  return messages.filter(({ sighting }) => {
    const id = subjectIdOf(sighting);
    return !subjects.has(id) && subjects.add(id);
  });
}

type Readable = Extract<News, { kind: 'new' | 'edited' }>;
type Progress = 'done' | 'again' | { delaySeconds: number };

class Intake {
  readonly #deps: IntakeDeps;
  readonly #context: TenantContext;
  readonly #settings: AutomationSettings;
  readonly #remainingMilliseconds: () => number;
  /** By text, so that a write that has to be repeated asks the model no second time. */
  readonly #analysed = new Map<string, TextOutcome>();
  /** What the model took for a call, by the first of its texts. */
  readonly #used = new Map<string, PurposeUsage>();

  constructor(
    deps: IntakeDeps,
    context: TenantContext,
    settings: AutomationSettings,
    remainingMilliseconds: () => number,
  ) {
    this.#deps = deps;
    this.#context = context;
    this.#settings = settings;
    this.#remainingMilliseconds = remainingMilliseconds;
  }

  /** Works on messages about different interactions; answers those that somebody else was faster with. */
  async round<M extends { sighting: Sighting }>(batch: readonly M[], report: IntakeReport<M>): Promise<M[]> {
    const now = this.#deps.clock.now();
    const known = await this.#deps.interactions.known(
      this.#context,
      batch.map(({ sighting }) => subjectIdOf(sighting)),
    );
    const news = batch.map(({ sighting }) =>
      newsOf(recogniseOwner(sighting, this.#settings.accounts), known.get(subjectIdOf(sighting)), now),
    );
    const fresh = news.map((one) => (isReadable(one) ? freshOf(one) : undefined));
    await this.#analyse(
      fresh.filter((interaction) => interaction !== undefined),
      report.analyses,
    );
    const again: M[] = [];
    const work = batch.map(async (message, index) => {
      try {
        await ensureBlockRecorded(this.#deps, this.#context, known.get(subjectIdOf(message.sighting)));
        const progress = await this.#store(news[index] ?? { kind: 'nothing' }, fresh[index]);
        if (progress === 'done') await followConversation(this.#deps, this.#context, message.sighting);
        if (progress === 'done') report.done.push(message);
        else if (progress === 'again') again.push(message);
        else report.later.push({ message, ...progress });
      } catch (error) {
        report.failed.push({ message, error });
      }
    });
    await Promise.all(work);
    return again;
  }

  /** `interaction`: as it reads now, where the news are a text. */
  async #store(news: News, interaction: Interaction | undefined): Promise<Progress> {
    if (news.kind === 'nothing') return 'done';
    if (news.kind === 'busy') return { delaySeconds: BusySeconds };
    if (!isReadable(news)) return (await storeChange(this.#deps, this.#context, news)) ? 'done' : 'again';
    if (!interaction) return 'again';
    const outcome = this.#analysed.get(interaction.textHash);
    const now = this.#deps.clock.now();
    if (outcome?.kind === 'later' && millisecondsBetween(interaction.textSeenAt, now) < LongestModelWait) {
      return { delaySeconds: ModelRetrySeconds };
    }
    // One comment carries it, also where two say the same.
    const modelUsage = this.#used.get(interaction.textHash);
    this.#used.delete(interaction.textHash);
    const stored = await storeFresh(this.#deps, this.#context, this.#settings, {
      interaction: { ...interaction, modelUsage },
      known: news.kind === 'edited' ? news.known : undefined,
      analysis: outcome?.kind === 'analysed' ? { ...outcome.findings, analysedAt: now } : null,
      missingAnalysis: missingOf(outcome),
    });
    if (!stored && modelUsage) this.#used.set(interaction.textHash, modelUsage);
    if (stored && interaction.isFromOwner) await closeAnsweredParent(this.#deps, this.#context, interaction);
    return stored ? 'done' : 'again';
  }

  /** One model call for all texts whose analysis can matter and that have none yet. */
  async #analyse(interactions: readonly Interaction[], counts: AnalysisCount): Promise<void> {
    const wanted = new Map<string, string>();
    for (const interaction of interactions) {
      const { textHash, text } = interaction;
      const isRepeated = wanted.has(textHash) || this.#analysed.has(textHash);
      const avoided = this.#whyUnneeded(interaction) ?? (isRepeated ? 'repeated' : undefined);
      counts[avoided ?? 'asked'] += 1;
      if (!avoided) wanted.set(textHash, text);
    }
    if (wanted.size === 0) return;
    const [first = ''] = wanted.keys();
    const model: AnalysisModel = {
      ask: async (texts, context) => {
        const answer = await this.#deps.model.ask(texts, context);
        if (answer.kind === 'answer' && answer.uncounted)
          this.#used.set(first, sumOfUsage(this.#used.get(first), answer.uncounted));
        return answer;
      },
    };
    const tools = { model, remainingMilliseconds: this.#remainingMilliseconds };
    const outcomes = await analyseTexts(tools, this.#context, [...wanted.values()]);
    [...wanted.keys()].forEach((hash, index) => {
      this.#analysed.set(hash, outcomes[index] ?? { kind: 'invalid' });
    });
  }

  /** No call where its answer cannot change the outcome. */
  #whyUnneeded({ isFromOwner, author, text, accountId }: Interaction): AvoidedBecause | undefined {
    const { accounts, blocklist, organization, rules } = this.#settings;
    if (isFromOwner || isOwnAuthor(accounts.values(), author.externalId)) return 'own';
    if (!/\p{L}/u.test(text)) return 'wordless';
    if (blocklistHits(blocklist, text).length > 0) return 'blocklist';
    const automates = rules.length > 0 && accounts.get(accountId)?.automationEnabledAt != null;
    return automates || organization.analysesWithoutRules !== false ? undefined : 'unautomated';
  }
}

function isReadable(news: News): news is Readable {
  return news.kind === 'new' || news.kind === 'edited';
}

function freshOf(news: Readable): Interaction {
  return news.kind === 'new' ? newInteraction(news.captured) : revised(news.known, news.captured);
}

function missingOf(outcome: TextOutcome | undefined) {
  if (outcome === undefined) return 'not-needed';
  if (outcome.kind === 'later') return 'unavailable';
  if (outcome.kind === 'over_budget') return 'over_budget';
  return outcome.kind === 'invalid' ? 'invalid' : null;
}
