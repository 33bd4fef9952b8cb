import type { ObservedInteraction, ObservedItem } from '../../shared/core/activity/observed-item.ts';
import { type Counts, countsOfChange, sumOfCounts } from '../../shared/core/activity/rollup.ts';
import { Sentiments } from '../../shared/core/analysis/analysis.ts';
import { addMilliseconds, type Instant } from '../../shared/core/kernel/time.ts';
import { aChange, anObservedInteraction, aPublishedReply } from './changes.ts';

const Topics = [
  'Opening hours',
  'oat milk',
  'Prices',
  'Öffnungszeiten',
  'barista course',
  'delivery',
  'loyalty card',
];
const Accounts = [
  { accountId: 'acc_page', provider: 'facebook' },
  { accountId: 'acc_insta', provider: 'instagram' },
  { accountId: 'acc_tube', provider: 'youtube' },
] as const;
const Statuses = ['new', 'manual', 'closed', 'deleted'] as const;
const Responders = [
  { repliedBy: 'automation', memberId: null },
  { repliedBy: 'user', memberId: 'mem_ana' },
  { repliedBy: 'user', memberId: 'mem_bob' },
  { repliedBy: 'user', memberId: null },
] as const;

/** Numbers that look random and are the same in every run. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function pick<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError('There is no such entry.');
  return found;
}

/** Comments of some days before an instant, of all sentiments, topics and fates. */
export function sampleInteractions(amount: number, until: Instant, days: number): ObservedInteraction[] {
  const number = numbersFrom(amount);
  return Array.from({ length: amount }, (_, index) => {
    const commentedAt = addMilliseconds(until, -1 - number(days * 86_400) * 1_000);
    const isAnswered = number(10) < 6;
    const repliedAt = addMilliseconds(commentedAt, 30_000 + number(6) ** 4 * 97_000 + number(60) * 1_000);
    return anObservedInteraction({
      interactionId: `int_${index}`,
      ...pick(Accounts, number(3)),
      contentId: number(12) === 0 ? null : `con_${number(7)}`,
      commentedAt,
      isFromOwner: number(20) === 0,
      status: isAnswered ? 'replied' : pick(Statuses, number(4)),
      reply: isAnswered ? { ...aPublishedReply, ...pick(Responders, number(4)), repliedAt } : null,
      analysis:
        number(15) === 0
          ? null
          : {
              sentiment: pick(Sentiments, number(6)),
              topics: [pick(Topics, number(7)), pick(Topics, number(7))],
            },
    });
  });
}

/** Coverage that was confirmed in some days before an instant. */
export function sampleClippings(amount: number, until: Instant, days: number): ObservedItem[] {
  const number = numbersFrom(amount);
  return Array.from({ length: amount }, (_, index) => ({
    ...{ type: 'Clipping', clippingId: `clip_${index}`, campaignId: `cam_${number(3)}` },
    detection: pick(['automated', 'manual'] as const, number(2)),
    detectedAt: addMilliseconds(until, -1 - number(days * 86_400) * 1_000),
  }));
}

/** What the consumer of changes makes of items that are there from the start. */
export function bucketsOf(interactions: readonly ObservedItem[]): { bucket: string; counts: Counts }[] {
  const entries = interactions.flatMap((after) => [...countsOfChange(aChange({ after }))]);
  return [...Map.groupBy(entries, ([bucket]) => bucket)].map(([bucket, found]) => ({
    bucket,
    counts: sumOfCounts(found.map(([, counts]) => counts)),
  }));
}
