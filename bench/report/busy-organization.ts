import type { ObservedInteraction } from '../../shared/core/activity/observed-item.ts';
import { type Counts, countsOfChange } from '../../shared/core/activity/rollup.ts';
import { Sentiments } from '../../shared/core/analysis/analysis.ts';
import {
  addMilliseconds,
  epochMilliseconds,
  type Instant,
  MillisecondsPerSecond,
} from '../../shared/core/kernel/time.ts';
import { aChange, anObservedInteraction, aPublishedReply } from '../../test/support/changes.ts';

export const Accounts = [
  ['acc_page', 'facebook'],
  ['acc_page_de', 'facebook'],
  ['acc_insta', 'instagram'],
  ['acc_insta_de', 'instagram'],
  ['acc_tok', 'tiktok'],
  ['acc_tube', 'youtube'],
] as const;
export const Members = Array.from({ length: 8 }, (_, index) => `mem_${index}`);
export const Posts = 400;
const Topics = 250;
const Statuses = ['new', 'manual', 'closed'] as const;
const LongestAnswerSeconds = 3 * 24 * 3_600;

/** Numbers below a bound that look random and are the same in every run. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Month {
  amount: number;
  from: Instant;
  until: Instant;
}

/** Comments between two instants on few posts much and on many a little, in all sentiments and fates. */
export function* comments({ amount, from, until }: Month): Generator<ObservedInteraction> {
  const number = numbersFrom(amount);
  const length = epochMilliseconds(until) - epochMilliseconds(from);
  /** The first of a list far more often than the last. */
  const skewed = (size: number) => Math.floor((number(1_000) / 1_000) ** 3 * size);
  for (let index = 0; index < amount; index += 1) {
    const commentedAt = addMilliseconds(from, number(length / MillisecondsPerSecond) * MillisecondsPerSecond);
    const [accountId, provider] = Accounts[number(Accounts.length)] ?? Accounts[0];
    const isAnswered = number(10) < 6;
    const responder = number(Members.length + 2);
    const answeredBy =
      responder < Members.length
        ? ({ repliedBy: 'user', memberId: Members[responder] ?? null } as const)
        : ({ repliedBy: responder === Members.length ? 'automation' : 'user', memberId: null } as const);
    const waited = 30 + number(LongestAnswerSeconds) * (number(100) / 100) ** 4;
    const repliedAt = addMilliseconds(commentedAt, Math.round(waited) * MillisecondsPerSecond);
    yield anObservedInteraction({
      ...{ interactionId: `int_${index}`, accountId, provider, commentedAt },
      contentId: `con_${skewed(Posts)}`,
      status: isAnswered ? 'replied' : (Statuses[number(Statuses.length)] ?? 'new'),
      reply: isAnswered ? { ...aPublishedReply, ...answeredBy, repliedAt } : null,
      analysis: {
        sentiment: Sentiments[number(Sentiments.length)] ?? 'neutral',
        topics: Array.from({ length: number(4) }, () => `topic ${skewed(Topics)}`),
      },
    });
  }
}

/** What the consumer of changes has counted when all of them were stored, by quarter of an hour. */
export function rollupsOf(interactions: Iterable<ObservedInteraction>): Map<string, Counts> {
  const buckets = new Map<string, Counts>();
  for (const after of interactions) {
    for (const [bucket, counts] of countsOfChange(aChange({ after }))) {
      const sum = buckets.get(bucket) ?? {};
      for (const [cell, amount] of Object.entries(counts)) sum[cell] = (sum[cell] ?? 0) + amount;
      buckets.set(bucket, sum);
    }
  }
  return buckets;
}
