import * as z from 'zod';
import type { TenantContext } from '../kernel/tenant-context.ts';
import { Findings } from './analysis.ts';
import type { AnalysisModel, TextToAnalyse } from './ports.ts';

/** What the model must answer: findings for every id, once. */
export const ModelFindings = z.object({ comments: z.array(Findings.extend({ id: z.string() })) });

/** Longer texts are cut for the model; the word-list screen always reads them whole. */
const LongestText = 4_000;
/** A call is not begun when the function would end before its answer. */
const ShortestRemainingMilliseconds = 10_000;

export type TextOutcome =
  | { kind: 'analysed'; findings: Findings }
  /** No answer fitted the schema, in company and alone. */
  | { kind: 'invalid' }
  /** The model has no capacity, or there is no time left: to be tried later. */
  | { kind: 'later' }
  /** The organization has spent what it allows the model to cost. */
  | { kind: 'over_budget' };

interface Deps {
  model: AnalysisModel;
  remainingMilliseconds(): number;
}

interface Asking extends Deps {
  context: TenantContext;
}

/**
 * Analyses texts of one organization with as few model calls as possible, in the order of the texts.
 * An answer with a missing, extra or doubled id, or findings out of shape, is not trusted for any of its texts:
 * the batch is split once, then every text goes alone; one that does not fit even then is given up (CM-14).
 */
export async function analyseTexts(
  deps: Deps,
  context: TenantContext,
  texts: readonly string[],
): Promise<TextOutcome[]> {
  const keyed = texts.map((text, index) => ({
    id: `c${index + 1}`,
    // Half a character, also where a text is cut, would make the request of all of them unreadable.
    text: text.slice(0, LongestText).toWellFormed(),
  }));
  const found = new Map<string, TextOutcome>();
  let pending: TextToAnalyse[][] = [keyed];
  for (const split of [splitInTwo, singly, () => []]) {
    const misfits: TextToAnalyse[][] = [];
    for (const batch of pending) {
      const outcomes = await askOnce({ ...deps, context }, batch);
      if (outcomes) for (const [id, outcome] of outcomes) found.set(id, outcome);
      else misfits.push(batch);
    }
    pending = misfits.flatMap(split);
  }
  return keyed.map(({ id }) => found.get(id) ?? { kind: 'invalid' });
}

function splitInTwo(batch: TextToAnalyse[]): TextToAnalyse[][] {
  const middle = Math.ceil(batch.length / 2);
  return [batch.slice(0, middle), batch.slice(middle)].filter((half) => half.length > 0);
}

function singly(batch: TextToAnalyse[]): TextToAnalyse[][] {
  return batch.map((text) => [text]);
}

/** Undefined when the answer does not fit the question. */
async function askOnce(deps: Asking, batch: TextToAnalyse[]): Promise<Map<string, TextOutcome> | undefined> {
  if (batch.length === 0) return new Map();
  if (deps.remainingMilliseconds() < ShortestRemainingMilliseconds) return alike(batch, { kind: 'later' });
  const answer = await deps.model.ask(batch, deps.context);
  if (answer.kind === 'throttled') return alike(batch, { kind: 'later' });
  if (answer.kind === 'over_budget') return alike(batch, { kind: 'over_budget' });
  const parsed = ModelFindings.safeParse(answer.input);
  if (!parsed.success || !namesEachOnce(parsed.data.comments, batch)) return undefined;
  return new Map(
    parsed.data.comments.map(({ id, ...findings }) => [
      id,
      { kind: 'analysed', findings: Findings.parse(findings) },
    ]),
  );
}

function alike(batch: readonly TextToAnalyse[], outcome: TextOutcome): Map<string, TextOutcome> {
  return new Map(batch.map(({ id }) => [id, outcome]));
}

function namesEachOnce(answered: readonly { id: string }[], asked: readonly { id: string }[]): boolean {
  const ids = new Set(answered.map(({ id }) => id));
  return (
    answered.length === asked.length && ids.size === asked.length && asked.every(({ id }) => ids.has(id))
  );
}
