import { describe, expect, it } from 'vitest';
import type { ObservedInteraction } from '../../../shared/core/activity/observed-item.ts';
import { instantOfBucket } from '../../../shared/core/activity/rollup.ts';
import { polarityOf } from '../../../shared/core/analysis/analysis.ts';
import { epochMilliseconds } from '../../../shared/core/kernel/time.ts';
import { dayIn } from '../../../shared/core/kernel/zoned-time.ts';
import { periodFigures } from '../../../shared/core/reports/figures.ts';
import { boundsOf } from '../../../shared/core/reports/report-period.ts';
import { bucketsOf, sampleInteractions } from '../../support/sample-interactions.ts';

const period = { from: '2026-11-09', to: '2026-11-15', timeZone: 'Australia/Adelaide' };
const all = sampleInteractions(1_500, '2026-11-17T00:00:00.000Z', 14);
const counted = all.filter(({ commentedAt, isFromOwner, status }) => {
  const day = dayIn(period.timeZone, commentedAt);
  return day >= period.from && day <= period.to && !isFromOwner && status !== 'deleted';
});
const { from, until } = boundsOf(period);
const buckets = bucketsOf(all).filter(({ bucket }) => {
  const instant = instantOfBucket(bucket);
  return instant >= from && instant < until;
});
const figures = periodFigures(period, buckets);

/** The time within which a share of the answers came, by sorting them all. */
function secondsBySorting(interactions: readonly ObservedInteraction[], share: number): number {
  const seconds = interactions
    .flatMap(({ reply, commentedAt }) =>
      reply ? [(epochMilliseconds(reply.repliedAt) - epochMilliseconds(commentedAt)) / 1_000] : [],
    )
    .sort((a, b) => a - b);
  return seconds[Math.ceil(seconds.length * share) - 1] ?? Number.NaN;
}

function tallyOneByOne(interactions: readonly ObservedInteraction[]) {
  const polarities = interactions.map(({ analysis }) =>
    analysis ? polarityOf(analysis.sentiment) : 'unknown',
  );
  const among = (polarity: string) => polarities.filter((one) => one === polarity).length;
  return {
    interactions: interactions.length,
    positive: among('positive'),
    neutral: among('neutral'),
    negative: among('negative'),
    unknown: among('unknown'),
    answered: interactions.filter(({ reply }) => reply !== null).length,
    waiting: interactions.filter(({ status, reply }) => status === 'manual' && !reply).length,
  };
}

const within = (seconds: number | null, exact: number) => Math.abs((seconds ?? 0) - exact) / exact;

describe('the figures of a report, against every comment counted by hand', () => {
  it('CM-19 of the period and of each day', () => {
    expect(figures.figures).toMatchObject(tallyOneByOne(counted));
    for (const day of figures.days) {
      const thatDay = counted.filter(({ commentedAt }) => dayIn(period.timeZone, commentedAt) === day.day);
      expect(day).toMatchObject(tallyOneByOne(thatDay));
    }
  });

  it.each([...new Set(counted.map(({ accountId }) => accountId))])('CM-19 of the account %s', (accountId) => {
    const own = counted.filter((interaction) => interaction.accountId === accountId);
    const account = figures.accounts.find((one) => one.accountId === accountId);

    expect(account).toMatchObject(tallyOneByOne(own));
    expect(within(account?.medianResponseSeconds ?? null, secondsBySorting(own, 0.5))).toBeLessThan(0.05);
    expect(within(account?.p90ResponseSeconds ?? null, secondsBySorting(own, 0.9))).toBeLessThan(0.05);
  });

  it('CM-19 of each post', () => {
    const posts = Map.groupBy(
      counted.filter(({ contentId }) => contentId !== null),
      ({ contentId }) => contentId,
    );

    expect(figures.content).toHaveLength(posts.size);
    for (const post of figures.content) {
      expect(post).toMatchObject(tallyOneByOne(posts.get(post.contentId) ?? []));
    }
  });

  it('CM-19 of each topic', () => {
    for (const { topic, interactions, negative } of figures.topics) {
      const about = counted.filter(({ analysis }) =>
        analysis?.topics.some((one) => one.toLowerCase() === topic),
      );
      const tally = tallyOneByOne(about);
      expect([topic, interactions, negative]).toEqual([topic, tally.interactions, tally.negative]);
    }
    expect(figures.topics).toHaveLength(7);
  });

  it('CM-19 of each member who answered, and of automation', () => {
    const responderOf = ({ reply }: ObservedInteraction) =>
      reply && (reply.repliedBy === 'automation' ? 'automation' : (reply.memberId ?? 'platform'));
    const groups = Map.groupBy(
      counted.filter(({ reply }) => reply),
      responderOf,
    );

    expect(figures.members).toHaveLength(4);
    for (const { responder, answers, medianResponseSeconds, p90ResponseSeconds } of figures.members) {
      const own = groups.get(responder) ?? [];
      expect([responder, answers]).toEqual([responder, own.length]);
      expect(within(medianResponseSeconds, secondsBySorting(own, 0.5))).toBeLessThan(0.05);
      expect(within(p90ResponseSeconds, secondsBySorting(own, 0.9))).toBeLessThan(0.05);
    }
  });
});
