import { beforeAll, describe, expect, it } from 'vitest';
import {
  type EnumeratedRun,
  everyCrash,
  everyCrashOf,
  everyInterference,
  everyInterleaving,
} from './enumerate.ts';
import { type Invariant, Invariants } from './ledger.ts';
import { Mutants } from './mutants/all.ts';
import { runMutant } from './run-mutants.ts';
import { runSeed } from './run-scenario.ts';
import {
  DeletedReplyScenario,
  HiddenMentionScenario,
  LastSlotScenario,
  MentionScenario,
  UndoneReplyScenario,
  WordedScenario,
} from './scenario.ts';

const Seed = 1;
const Days = 2_000;

/** What must happen to replies among the random days: a simulation that never gets there proves nothing about it. */
const Destinations = [
  'posted',
  'reply_uncertain',
  'may_be_answered',
  'decided_anew',
  'limit_hourly',
  'limit_daily',
  'limit_cooldown',
  'limit_midnight',
  'outside_hours',
  'platform_unavailable',
  'platform_throttled',
  'platform_refused',
  'needs_reconnect',
  'answered_on_platform',
  'answered_by_person',
  'closed_by_person',
  'deleted_on_platform',
  'comment_edited',
  'comment_hidden',
  'edited',
  'medical',
  'blocklist',
  'from_owner',
  'automation_paused',
  'dry_run_on',
  'rule_changed',
  'rule_disabled',
  'account_disconnected',
  'analysis_missing',
  'send_window_passed',
  'preparing',
  'gate:link',
  'reply_invalid',
  'model_unavailable',
  'budget:model',
  'dropped_by_person',
  'sent_to_webhook',
];

async function allOf(runs: AsyncIterable<EnumeratedRun>): Promise<EnumeratedRun[]> {
  return Array.fromAsync(runs);
}

/** What was wrong, with the crashes that led to it. */
function wrongOf(runs: readonly EnumeratedRun[]): unknown[] {
  return runs
    .filter(({ violations }) => violations.length > 0)
    .map(({ plan, violations }) => ({ plan: [...plan], violations }));
}

/** Between the noted intent and the call of the platform: before and after it, the only instants that cost an answer. */
const DeathsForPeople = 2;

const isFound = (replies: number) => (run: EnumeratedRun) =>
  wrongOf([run]).length === 0 && run.answered + run.handed === replies;

describe('the reply protocol', () => {
  it('AR-12 I1-I8 answers once wherever a process crashes, asks a person where it noted no more than its intent, and never answers twice when another crash follows', async () => {
    const runs = await allOf(everyCrash());
    expect(wrongOf(runs)).toEqual([]);
    const single = runs.filter(({ plan }) => plan.size < 2);
    expect(single.filter((run) => !isFound(1)(run))).toEqual([]);
    expect(single.filter(({ handed }) => handed > 0)).toHaveLength(DeathsForPeople);
    expect(runs.length).toBeGreaterThan(500);
  }, 180_000);

  it('AR-08 AR-12 I1-I8 answers in the words of the model, or asks a person, wherever a process crashes', async () => {
    const runs = await allOf(everyCrashOf(WordedScenario));
    expect(runs.filter((run) => !isFound(1)(run))).toEqual([]);
    expect(runs.filter(({ handed }) => handed > 0)).toHaveLength(DeathsForPeople);
  }, 180_000);

  it('AR-12 I1-I8 answers a mention at most once wherever a process crashes, as nobody can look for the answer', async () => {
    const runs = [
      ...(await allOf(everyCrashOf(MentionScenario))),
      ...(await allOf(everyCrashOf(HiddenMentionScenario))),
    ];
    expect(runs.filter((run) => wrongOf([run]).length > 0 || run.answered > 1)).toEqual([]);
    expect(runs.some(({ answered }) => answered === 0)).toBe(true);
  }, 180_000);

  it('AR-10 AR-12 I1-I8 gives the last slot to one of two and the next one to the other wherever a process crashes', async () => {
    const runs = await allOf(everyCrashOf(LastSlotScenario));
    expect(runs.filter((run) => !isFound(2)(run))).toEqual([]);
  }, 180_000);

  it('AR-12 I1-I8 never posts again what the owner deleted, or a member undid, before anybody looked for it', async () => {
    const deleted = await allOf(everyCrashOf(DeletedReplyScenario));
    const undone = await allOf(everyCrashOf(UndoneReplyScenario));
    expect([...deleted, ...undone].filter((run) => wrongOf([run]).length > 0 || run.answered > 1)).toEqual(
      [],
    );
    expect(deleted.filter(({ answered, handed }) => answered === 1 && handed === 1).length).toBeGreaterThan(
      0,
    );
    expect(undone.filter(({ answered, handed }) => answered === 1 && handed === 1)).toEqual([]);
  }, 180_000);

  it('AR-12 I1-I8 answers once, or asks a person, when two workers take turns at every call', async () => {
    const runs = await allOf(everyInterleaving());
    expect(runs.filter((run) => !isFound(1)(run))).toEqual([]);
    expect(runs.length).toBeGreaterThan(300);
  }, 180_000);

  it('AR-12 AR-13 AR-18 I1-I8 bears whatever people and the platform do between a worker’s calls', async () => {
    const runs = await allOf(everyInterference());
    expect(wrongOf(runs)).toEqual([]);
    expect(new Set(runs.map(({ answered }) => answered))).toEqual(new Set([0, 1]));
    expect(runs.length).toBeGreaterThan(300);
  }, 180_000);

  it('tells the same story for the same seed', async () => {
    const story = async () => {
      const lines: string[] = [];
      await runSeed({ seed: Seed, index: 7, tell: (line) => lines.push(line) });
      return lines;
    };
    const first = await story();
    expect(first.length).toBeGreaterThan(10);
    expect(await story()).toEqual(first);
  });
});

describe('random days with every fault', () => {
  const broken = new Map<Invariant, string[]>();
  const reached = new Set<string>();
  beforeAll(async () => {
    for (let index = 0; index < Days; index += 1) {
      const run = await runSeed({ seed: Seed, index });
      for (const reason of run.reached) reached.add(reason);
      for (const { invariant, what } of run.violations) {
        const story = `npm run simulate -- --seed ${Seed} --run ${index}: ${what}`;
        broken.set(invariant, [...(broken.get(invariant) ?? []), story]);
      }
    }
  }, 120_000);

  it.each(Object.entries(Invariants) as [Invariant, string][])('AR-12 %s: %s', (invariant) => {
    expect(broken.get(invariant) ?? []).toEqual([]);
  });

  it('lead to every end that a reply can have', () => {
    expect(Destinations.filter((reason) => !reached.has(reason))).toEqual([]);
  });
});

describe('the simulation', () => {
  const noticedBy = new Set<Invariant>();

  it.each(Mutants.map((mutant) => [mutant.name, mutant] as const))(
    'notices the mutant “%s”',
    async (_name, mutant) => {
      const { caught } = await runMutant(mutant, Seed, 3_000);
      expect(caught).toBeDefined();
      if (caught) noticedBy.add(caught.violation.invariant);
    },
    180_000,
  );

  it('has mutants that each of the invariants is the first to notice', () => {
    expect([...noticedBy].toSorted()).toEqual(Object.keys(Invariants));
  });
});
