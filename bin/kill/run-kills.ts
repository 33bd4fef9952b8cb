import { setTimeout as pause } from 'node:timers/promises';
import { Random } from '../../test/simulation/random.ts';
import { type Customer, Customers, type Fate } from './customers.ts';
import { type KilledCloudOptions, startKilledCloud } from './killed-cloud.ts';
import { Killer } from './killer.ts';
import { planKills } from './plan-kills.ts';
import { Followers, type KillPoint } from './points.ts';

export interface KillRunOptions extends KilledCloudOptions {
  seed: number;
  /** How often a function's process dies on the way of a comment to its answer. */
  kills: number;
  /** Between one comment and the next; comments that are taken in together die together. */
  pauseMilliseconds: number;
  /** Where they die; every point in turn where nothing is said. */
  plans?: KillPoint[][];
  mostSeconds: number;
  /** Ends the run early, with what it has found by then. */
  stop: AbortSignal;
  tell(line: string): void;
}

export interface KillRun {
  kills: number;
  comments: number;
  /** Comments below which people see more than one answer. */
  doubles: number;
  /** Comments that nobody answered and that no person was told of, and those that still wait. */
  lost: number;
  /** Answers that the records do not show exactly once. */
  misrecorded: number;
  /** By how many the figures of the rules miss the answers. */
  miscounted: number;
  /** Comments that people were told of, because they may be answered already. */
  handed: number;
  points: Partial<Record<KillPoint, number>>;
  seconds: number;
}

const PauseBetweenLooks = 5_000;
/** Looks share the machine with the functions that are killed. */
const LooksAtOnce = 4;
/** The followers of the table's stream are never idle, so a death of each is planned with every so many comments. */
const CommentsPerFollowerDeath = 15;
/** Until everything is counted that happened to the table. */
const MostLooksAtFigures = 20;

/**
 * Lets customers comment while the functions that answer them are killed at planned instants, until every comment has
 * found its end; then counts on the platform.
 */
export async function runKills(options: KillRunOptions): Promise<KillRun> {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1_000);
  const killer = new Killer();
  const cloud = await startKilledCloud(killer, options);
  try {
    const customers = await Customers.of(cloud.url);
    const all = await interrupted(customers, killer, options, seconds);
    // The last deaths' messages come again, and an attempt whose end is unknown is looked for.
    await pause((options.restSeconds + options.quietSeconds) * 1_000);
    const fates = await fatesOf(customers, all);
    const count = (...wanted: Fate[]) => fates.filter((fate) => wanted.includes(fate)).length;
    return {
      kills: killer.kills,
      comments: all.length,
      doubles: count('double'),
      lost: count('lost', 'waiting'),
      misrecorded: count('misrecorded'),
      miscounted: await miscountedOf(customers, count('answered')),
      handed: count('handed'),
      points: Object.fromEntries([...killer.counts].toSorted()),
      seconds: seconds(),
    };
  } finally {
    await cloud.stop();
  }
}

/** The comments, when each has found its end and there were deaths enough. */
async function interrupted(
  customers: Customers,
  killer: Killer,
  options: KillRunOptions,
  seconds: () => number,
): Promise<Customer[]> {
  const { seed, kills, tell, mostSeconds, stop } = options;
  const mayGoOn = () => !stop.aborted && seconds() < mostSeconds;
  const random = new Random(seed);
  const all: Customer[] = [];
  let fates: Fate[] = [];
  let plans = options.plans ?? planKills(random, kills);
  // A comment's second death may not come about; then others take its place.
  while (plans.length > 0 && mayGoOn()) {
    all.push(...(await comments(customers, killer, plans, options.pauseMilliseconds)));
    do {
      await pause(PauseBetweenLooks);
      fates = await fatesOf(customers, all, fates);
      const ended = fates.filter((fate) => fate !== 'waiting').length;
      tell(`${seconds()} s: ${killer.kills} kills, ${ended} of ${all.length} comments at their end`);
    } while (fates.includes('waiting') && mayGoOn());
    plans = planKills(random, kills - killer.kills);
  }
  return all;
}

/** Figures come a little later than what they count. */
async function miscountedOf(customers: Customers, answered: number): Promise<number> {
  let counted = await customers.countedAnswers();
  for (let look = 0; look < MostLooksAtFigures && counted !== answered; look += 1) {
    await pause(PauseBetweenLooks);
    counted = await customers.countedAnswers();
  }
  return Math.abs(counted - answered);
}

/** Looks at the comments, apart from those that were seen at their end before. */
async function fatesOf(
  customers: Customers,
  all: readonly Customer[],
  before: readonly Fate[] = [],
): Promise<Fate[]> {
  const fates: Fate[] = all.map((_, index) => before[index] ?? 'waiting');
  const open = all.flatMap((customer, index) => (fates[index] === 'waiting' ? [{ customer, index }] : []));
  for (let start = 0; start < open.length; start += LooksAtOnce) {
    const looks = open.slice(start, start + LooksAtOnce).map(async ({ customer, index }) => {
      fates[index] = await customers.fateOf(customer);
    });
    await Promise.all(looks);
  }
  return fates;
}

async function comments(
  customers: Customers,
  killer: Killer,
  plans: KillPoint[][],
  pauseMilliseconds: number,
): Promise<Customer[]> {
  const made: Customer[] = [];
  for (const [index, plan] of plans.entries()) {
    const customer = await customers.comment();
    killer.plan([customer.commentId, customer.interactionId], plan);
    if (index % CommentsPerFollowerDeath === CommentsPerFollowerDeath - 1) {
      const moment = index % 2 === 0 ? 'before' : 'after';
      for (const follower of Followers) killer.planFollower(follower, moment);
    }
    made.push(customer);
    await pause(pauseMilliseconds);
  }
  return made;
}
