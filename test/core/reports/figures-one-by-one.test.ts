import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ObservedInteraction, ObservedItem } from '../../../shared/core/activity/observed-item.ts';
import { instantOfBucket } from '../../../shared/core/activity/rollup.ts';
import { polarityOf, Sentiments } from '../../../shared/core/analysis/analysis.ts';
import { epochMilliseconds } from '../../../shared/core/kernel/time.ts';
import { dayIn } from '../../../shared/core/kernel/zoned-time.ts';
import { type FigureScope, type Figures, periodFigures } from '../../../shared/core/reports/figures.ts';
import { boundsOf, type Period, previousPeriod } from '../../../shared/core/reports/report-period.ts';
import { bucketsOf, sampleClippings, sampleInteractions } from '../../support/sample-interactions.ts';

const Week = { from: '2026-11-09', to: '2026-11-15' };
const Until = '2026-11-17T00:00:00.000Z';
const Days = 18;

/** The comments and the coverage of a week, and what the table has counted of them. */
function aWeek(amount: number, period: Period) {
  const all = sampleInteractions(amount, Until, Days);
  const coverage = sampleClippings(Math.ceil(amount / 20), Until, Days);
  const { from, until } = boundsOf(period);
  const isWithin = (instant: string) => {
    const day = dayIn(period.timeZone, instant);
    return day >= period.from && day <= period.to;
  };
  const counted = all.filter(
    ({ commentedAt, isFromOwner, status }) => isWithin(commentedAt) && !isFromOwner && status !== 'deleted',
  );
  const items: ObservedItem[] = [...all, ...coverage];
  const buckets = bucketsOf(items).filter(({ bucket }) => {
    const instant = instantOfBucket(bucket);
    return instant >= from && instant < until;
  });
  const found = coverage.flatMap((item) => (item.type === 'Clipping' ? [item.detectedAt] : []));
  return { counted, clippings: found.filter(isWithin), buckets };
}

/** The time within which a share of the answers came, by sorting them all. */
function secondsBySorting(interactions: readonly ObservedInteraction[], share: number): number | null {
  const seconds = interactions
    .flatMap(({ reply, commentedAt }) =>
      reply ? [(epochMilliseconds(reply.repliedAt) - epochMilliseconds(commentedAt)) / 1_000] : [],
    )
    .sort((a, b) => a - b);
  return seconds[Math.ceil(seconds.length * share) - 1] ?? null;
}

function tallyOneByOne(interactions: readonly ObservedInteraction[]) {
  const among = (matches: (interaction: ObservedInteraction) => boolean) =>
    interactions.filter(matches).length;
  const ofPolarity = (polarity: string) =>
    among(({ analysis }) => analysis !== null && polarityOf(analysis.sentiment) === polarity);
  const finer = Sentiments.map((name) => [name, among(({ analysis }) => analysis?.sentiment === name)]);
  const unknown = among(({ analysis }) => analysis === null);
  return {
    interactions: interactions.length,
    positive: ofPolarity('positive'),
    neutral: ofPolarity('neutral'),
    negative: ofPolarity('negative'),
    unknown,
    sentiments: { ...Object.fromEntries(finer), unknown },
    answered: among(({ reply }) => reply !== null),
    waiting: among(({ status, reply }) => status === 'manual' && !reply),
  };
}

type Times = Pick<Figures, 'medianResponseSeconds' | 'p90ResponseSeconds'>;

/** Figures are whole seconds. */
const RoundingSeconds = 0.5;

/** Both are null, or at most 5 % apart. */
function expectTimes(given: Times, interactions: readonly ObservedInteraction[]): void {
  for (const [figure, share] of [
    [given.medianResponseSeconds, 0.5],
    [given.p90ResponseSeconds, 0.9],
  ] as const) {
    const exact = secondsBySorting(interactions, share);
    if (figure === null || exact === null) expect(figure).toBe(exact);
    else expect(Math.abs(figure - exact)).toBeLessThanOrEqual(exact * 0.05 + RoundingSeconds);
  }
}

function expectFigures(
  given: Figures,
  interactions: readonly ObservedInteraction[],
  clippings: number,
): void {
  const { medianResponseSeconds, p90ResponseSeconds, ...rest } = given;
  const tally = tallyOneByOne(interactions);
  const answeredShare = tally.interactions > 0 ? tally.answered / tally.interactions : null;
  expect(rest).toEqual({ ...tally, answeredShare, clippings });
  expectTimes({ medianResponseSeconds, p90ResponseSeconds }, interactions);
}

/** Each entry of a list against the comments that share its key, none left out and the largest first. */
function expectList<T extends { interactions: number }>(
  list: readonly T[],
  keyOf: (entry: T) => string,
  groups: ReadonlyMap<string, ObservedInteraction[]>,
): void {
  expect(list.map(keyOf).sort()).toEqual([...groups.keys()].sort());
  expect(list.map(({ interactions }) => interactions)).toEqual(
    list.map(({ interactions }) => interactions).sort((a, b) => b - a),
  );
  for (const entry of list) {
    const tally = Object.entries(tallyOneByOne(groups.get(keyOf(entry)) ?? []));
    expect(entry).toMatchObject(Object.fromEntries(tally.filter(([figure]) => figure in entry)));
  }
}

function groupsOf(
  interactions: readonly ObservedInteraction[],
  keysOf: (interaction: ObservedInteraction) => readonly (string | null)[],
): Map<string, ObservedInteraction[]> {
  const groups = new Map<string, ObservedInteraction[]>();
  for (const interaction of interactions) {
    for (const key of new Set(keysOf(interaction))) {
      if (key !== null) groups.set(key, [...(groups.get(key) ?? []), interaction]);
    }
  }
  return groups;
}

const responderOf = ({ reply }: ObservedInteraction) =>
  reply && (reply.repliedBy === 'automation' ? 'automation' : (reply.memberId ?? 'platform'));

function expectAll(amount: number, period: Period, scope: FigureScope = {}): void {
  const week = aWeek(amount, period);
  const counted = week.counted.filter(
    ({ accountId, provider }) =>
      (!scope.accountIds?.length || scope.accountIds.includes(accountId)) &&
      (scope.provider === undefined || scope.provider === provider),
  );
  const found = periodFigures(period, week.buckets, scope);
  const byAccount = groupsOf(counted, ({ accountId }) => [accountId]);
  const byProvider = groupsOf(counted, ({ provider }) => [provider]);
  const byResponder = groupsOf(counted, (one) => [responderOf(one)]);

  expectFigures(found.figures, counted, week.clippings.length);
  for (const { day, ...figures } of found.days) {
    const thatDay = counted.filter(({ commentedAt }) => dayIn(period.timeZone, commentedAt) === day);
    const clippings = week.clippings.filter((at) => dayIn(period.timeZone, at) === day).length;
    expectFigures(figures, thatDay, clippings);
  }
  expectList(found.accounts, ({ accountId }) => accountId, byAccount);
  for (const account of found.accounts) expectTimes(account, byAccount.get(account.accountId) ?? []);
  expectList(found.providers, ({ provider }) => provider, byProvider);
  for (const one of found.providers) expectTimes(one, byProvider.get(one.provider) ?? []);
  expectList(
    found.content,
    ({ contentId }) => contentId,
    groupsOf(counted, ({ contentId }) => [contentId]),
  );
  expectList(
    found.topics,
    ({ topic }) => topic,
    groupsOf(counted, ({ analysis }) => (analysis?.topics ?? []).map((topic) => topic.toLowerCase())),
  );
  expect(found.members.map(({ responder }) => responder).sort()).toEqual([...byResponder.keys()].sort());
  for (const { responder, answers, ...times } of found.members) {
    const own = byResponder.get(responder) ?? [];
    expect([responder, answers]).toEqual([responder, own.length]);
    expectTimes(times, own);
  }
}

describe('every figure of a report, against every comment counted by hand', () => {
  it.each(['Australia/Adelaide', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu'])(
    'CM-19 is right of a busy week in %s: whole, days, accounts, platforms, posts, topics, people, coverage',
    (timeZone) => {
      expectAll(1_500, { ...Week, timeZone });
    },
  );

  it('CM-19 is right of the week before', () => {
    expectAll(1_200, previousPeriod({ ...Week, timeZone: 'Europe/Berlin' }, 'weekly'));
  });

  it.each<[string, FigureScope]>([
    ['one account', { accountIds: ['acc_insta'] }],
    ['two accounts', { accountIds: ['acc_insta', 'acc_tube'] }],
    ['a platform', { provider: 'facebook' }],
    ['an account and a platform that is not its own', { accountIds: ['acc_insta'], provider: 'youtube' }],
  ])('CM-19 is right of %s alone; press coverage belongs to none', (_what, scope) => {
    expectAll(900, { ...Week, timeZone: 'Europe/Berlin' }, scope);
  });

  it('CM-19 is right of weeks with nothing, with one comment, and with any number', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Pacific/Auckland');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), zones, (amount, timeZone) =>
        expectAll(amount, { ...Week, timeZone }),
      ),
      {
        numRuns: 60,
        examples: [
          [0, 'UTC'],
          [1, 'UTC'],
          [2, 'Europe/Berlin'],
        ],
      },
    );
  });
});
