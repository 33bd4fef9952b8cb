import type { Random } from '../../test/simulation/random.ts';
import type { KillPoint } from './points.ts';

/** In the order in which a comment reaches them. */
const BeforeReply = ['before-capture', 'after-capture', 'before-wake', 'after-wake'] as const;
const BeforePost = [
  'before-claim',
  'after-claim',
  'before-look',
  'after-look',
  'before-intent',
  'after-intent',
  'before-post',
] as const;
const AfterPost = ['after-post', 'after-answer', 'before-record'] as const;
/** What a look still passes that finds no reply, and asks people. */
const Asking = ['before-claim', 'after-claim', 'before-look', 'after-look'] as const;
/** What a look still passes that finds the reply of the first one on the platform. */
const Adopting = [
  'before-claim',
  'after-claim',
  'before-look',
  'after-look',
  'before-record',
  'after-record',
] as const;

/** Where a comment's answer can be interrupted; each of them equally often. */
export const ReplyPoints: readonly KillPoint[] = [
  ...BeforeReply,
  ...BeforePost,
  ...AfterPost,
  'after-record',
];

/** After a crash at one point, those at which whoever comes next can be interrupted. */
function followersOf(point: KillPoint): readonly KillPoint[] {
  if (point === 'after-intent' || point === 'before-post') return Asking;
  if (AfterPost.some((after) => after === point)) return Adopting;
  return point === 'after-record' ? [] : [...BeforePost, ...AfterPost, 'after-record'];
}

/** Deals so many deaths to comments: every second one is interrupted twice, where it can be. */
export function planKills(random: Random, kills: number): KillPoint[][] {
  const plans: KillPoint[][] = [];
  let points: KillPoint[] = [];
  for (let left = kills; left > 0; ) {
    if (points.length === 0) points = shuffled(random, ReplyPoints);
    const first = points.pop() ?? 'after-post';
    const [follower] = left > 1 && plans.length % 2 === 1 ? shuffled(random, followersOf(first)) : [];
    const plan = follower ? [first, follower] : [first];
    plans.push(plan);
    left -= plan.length;
  }
  return plans;
}

function shuffled(random: Random, points: readonly KillPoint[]): KillPoint[] {
  return points
    .map((point) => ({ point, order: random.next() }))
    .toSorted((one, other) => one.order - other.order)
    .map(({ point }) => point);
}
