import type { Cell } from '../activity/rollup-cell.ts';
import { addToTally, emptyTally, type ResponseTimes, responseTimes, type Tally } from './tally.ts';

/** How often what was counted. */
export interface Counted {
  cell: Cell;
  amount: number;
}

export interface AccountFigures extends Tally, ResponseTimes {
  accountId: string;
  provider: string;
}

export interface ProviderFigures extends Tally, ResponseTimes {
  provider: string;
}

export interface MemberFigures extends ResponseTimes {
  /** A member's id, `automation`, or `platform` for answers that were given there. */
  responder: string;
  answers: number;
}

/** Topics are counted by sentiment alone. */
export interface TopicFigures extends Omit<Tally, 'answered' | 'waiting'> {
  topic: string;
}

export interface ContentFigures extends Tally {
  contentId: string;
}

type CellOf<Kind extends Cell['counts']> = Extract<Cell, { counts: Kind }>;

export function accountFigures(counts: readonly Counted[]): AccountFigures[] {
  const steps = histograms(counts, ({ accountId }) => accountId);
  const found = tallies(counts, 'interaction', ({ accountId, provider }) => ({ key: accountId, provider }));
  return found.map(({ key: accountId, provider, ...tally }) => ({
    accountId,
    provider,
    ...tally,
    ...responseTimes(steps.get(accountId) ?? new Map()),
  }));
}

export function providerFigures(counts: readonly Counted[]): ProviderFigures[] {
  const platforms = new Map(accountFigures(counts).map(({ accountId, provider }) => [accountId, provider]));
  const steps = histograms(counts, ({ accountId }) => platforms.get(accountId) ?? '');
  return tallies(counts, 'interaction', ({ provider }) => ({ key: provider })).map(
    ({ key: provider, ...tally }) => ({
      provider,
      ...tally,
      ...responseTimes(steps.get(provider) ?? new Map()),
    }),
  );
}

export function memberFigures(counts: readonly Counted[]): MemberFigures[] {
  return [...histograms(counts, ({ responder }) => responder)]
    .map(([responder, steps]) => ({
      responder,
      answers: [...steps.values()].reduce((sum, amount) => sum + amount, 0),
      ...responseTimes(steps),
    }))
    .filter(({ answers }) => answers > 0)
    .sort((a, b) => b.answers - a.answers || (a.responder < b.responder ? -1 : 1));
}

export function topicFigures(counts: readonly Counted[]): TopicFigures[] {
  return tallies(counts, 'topic', ({ topic }) => ({ key: topic })).map(
    ({ key: topic, answered: _answered, waiting: _waiting, ...tally }) => ({ topic, ...tally }),
  );
}

export function contentFigures(counts: readonly Counted[]): ContentFigures[] {
  return tallies(counts, 'content', ({ contentId }) => ({ key: contentId })).map(
    ({ key: contentId, ...tally }) => ({ contentId, ...tally }),
  );
}

/** Tallies the cells of a kind by a key, the most interactions first; keys that count nothing are left out. */
function tallies<Kind extends 'interaction' | 'content' | 'topic', Named extends { key: string }>(
  counts: readonly Counted[],
  kind: Kind,
  nameOf: (cell: CellOf<Kind>) => Named,
): (Named & Tally)[] {
  const found = new Map<string, Named & Tally>();
  for (const { cell, amount } of counts) {
    if (!isOfKind(cell, kind)) continue;
    const named = nameOf(cell);
    const tally = found.get(named.key) ?? { ...emptyTally(), ...named };
    const said: CellOf<'interaction' | 'content' | 'topic'> = cell;
    addToTally(tally, { status: '', ...said }, amount);
    found.set(named.key, tally);
  }
  return [...found.values()]
    .filter(({ interactions }) => interactions > 0)
    .sort((a, b) => b.interactions - a.interactions || (a.key < b.key ? -1 : 1));
}

function histograms(
  counts: readonly Counted[],
  keyOf: (cell: CellOf<'response'>) => string,
): Map<string, Map<number, number>> {
  const found = new Map<string, Map<number, number>>();
  for (const { cell, amount } of counts) {
    if (!isOfKind(cell, 'response')) continue;
    const steps = found.get(keyOf(cell)) ?? new Map<number, number>();
    steps.set(cell.step, (steps.get(cell.step) ?? 0) + amount);
    found.set(keyOf(cell), steps);
  }
  return found;
}

function isOfKind<Kind extends Cell['counts']>(cell: Cell, kind: Kind): cell is CellOf<Kind> {
  return cell.counts === kind;
}
