import { EmptyBlocklist } from '../../shared/core/automation/blocklist.ts';
import type { Interaction } from '../../shared/core/interactions/interaction.ts';
import type { InteractionStore } from '../../shared/core/interactions/ports.ts';
import { addSeconds } from '../../shared/core/kernel/time.ts';
import type { RuleUsage } from '../../shared/core/replies/limits.ts';
import type { LimitStore } from '../../shared/core/replies/ports.ts';
import { type SendDeps, sendDueReply } from '../../shared/core/replies/send-due-reply.ts';
import { Random } from '../simulation/random.ts';
import { fixedClock, randomIds } from './clock.ts';
import { aContext } from './contexts.ts';
import {
  aCaptured,
  anAccount,
  anInteraction,
  anOrganization,
  aPendingReply,
  aRule,
  Noon,
} from './conversation-builders.ts';
import { FakePlatform } from './fake-platform.ts';

/** `commit_lost` is a write that happened and whose answer did not arrive. */
export type TableFault = 'throttled' | 'conflict' | 'commit_lost';
export type FaultOf = (call: { isWrite: boolean; isTransaction: boolean }) => TableFault | undefined;

/** Where a race takes place: the same stores with and without faults. */
export interface RaceTrack {
  prepared: { interactions: InteractionStore; setUsage(usage: RuleUsage): Promise<void> };
  faulty: { interactions: InteractionStore; limits: LimitStore };
}

export const Workers = 50;
/** Faults stop after these, so that every worker finds an end while no slot has become free by time alone. */
const FaultyRounds = 2;
const MostRounds = 5;
/** As in production. */
const QuietSeconds = 600;

const Limits = ['hourly', 'daily', 'cooldown'] as const;
const nothing = () => Promise.reject(new Error('A race needs nothing of this.'));

/** How a race ended: the end of each reply by its interaction, and what is left of the limit. */
export interface RaceEnd {
  answered: string[];
  handed: string[];
  waiting: string[];
  posted: number;
  holders: string[];
  usedInDay: number;
}

/** As many replies as workers, all due at once, and a rule with a single slot left of one of its limits. */
export class LimitRace {
  readonly context;
  readonly #random: Random;
  readonly #limit: (typeof Limits)[number];
  /** Slots of the limit, all but one of them taken. */
  readonly #capacity: number;
  readonly #clock = fixedClock(Noon);
  readonly #platform = new FakePlatform(this.#clock);
  #isFaulty = false;
  readonly injected: TableFault[] = [];

  constructor(index: number) {
    this.#random = new Random(1, index);
    this.#limit = Limits[index % Limits.length] ?? 'hourly';
    this.#capacity = this.#limit === 'cooldown' ? 1 : this.#random.between(1, 4);
    this.context = aContext({ organizationId: `org_race_${index}` });
  }

  readonly faultOf: FaultOf = ({ isWrite, isTransaction }) => {
    const random = this.#random;
    if (!this.#isFaulty || !random.chance(isTransaction ? 0.5 : 0.03)) return undefined;
    const ofWrites = isTransaction
      ? (['throttled', 'conflict', 'commit_lost'] as const)
      : (['throttled', 'commit_lost'] as const);
    const fault: TableFault = isWrite ? random.pick([...ofWrites]) : 'throttled';
    this.injected.push(fault);
    return fault;
  };

  /** What every race with this number must end with, whoever wins it. */
  get expected(): { winners: number; waiting: number; usedInDay: number } {
    return { winners: 1, waiting: Workers - 1, usedInDay: this.#capacity };
  }

  async run({ prepared, faulty }: RaceTrack): Promise<RaceEnd> {
    const ids = await this.#prepare(prepared);
    const deps = this.#depsOn(faulty);
    let left = ids;
    for (let round = 0; round < MostRounds && left.length > 0; round += 1) {
      this.#isFaulty = round < FaultyRounds;
      const ends = await Promise.allSettled(left.map((id) => sendDueReply(deps, this.context, id)));
      // The queue delivers again what failed, and the timer wakes what nobody recorded.
      left = left.filter((_, index) => isUnfinished(ends[index]));
      this.#clock.advance({ seconds: QuietSeconds + 60 });
    }
    this.#isFaulty = false;
    return this.#end(faulty, ids);
  }

  async #end({ interactions, limits }: RaceTrack['faulty'], ids: readonly string[]): Promise<RaceEnd> {
    const found = await Promise.all(ids.map((id) => interactions.find(this.context, id)));
    const of = (isSo: (interaction: Interaction) => boolean) =>
      found.flatMap((interaction) => (interaction && isSo(interaction) ? [interaction.interactionId] : []));
    const usage = await limits.usageOf(this.context, 'rule_1');
    return {
      answered: of(({ status }) => status === 'replied'),
      handed: of(({ manualReason }) => manualReason?.code === 'may_be_answered'),
      waiting: of(
        ({ pendingReply, lease }) => pendingReply?.waitingFor === `limit_${this.#limit}` && lease === null,
      ),
      posted: this.#platform.allReplies.length,
      holders: usage.slots.flatMap(({ interactionId }) =>
        ids.includes(interactionId) ? [interactionId] : [],
      ),
      usedInDay: usage.usedInDay,
    };
  }

  async #prepare({ interactions, setUsage }: RaceTrack['prepared']): Promise<string[]> {
    await setUsage(this.#usedBefore());
    return Promise.all(
      Array.from({ length: Workers }, async (_, worker) => {
        const captured = aCaptured({ externalId: `comment_${worker}` });
        const pendingReply = aPendingReply();
        const interactionId = `int_${worker}`;
        const interaction = anInteraction({
          ...captured,
          interactionId,
          status: 'reply_scheduled',
          pendingReply,
        });
        await interactions.create(this.context, { interaction });
        this.#platform.show(captured.externalId, captured.text);
        return interactionId;
      }),
    );
  }

  #usedBefore(): RuleUsage {
    const until = addSeconds(Noon, 7_200);
    const slots = Array.from({ length: this.#capacity - 1 }, (_, index) => ({
      interactionId: `earlier_${index}`,
      until,
    }));
    return { ruleId: 'rule_1', slots, day: Noon.slice(0, 10), usedInDay: slots.length, version: 1 };
  }

  #depsOn({ interactions, limits }: RaceTrack['faulty']): SendDeps {
    const perHour = this.#limit === 'hourly' ? this.#capacity : 200;
    const perDay = this.#limit === 'daily' ? this.#capacity : 1_000;
    const rule = aRule({
      limits: { perHour, perDay, authorCooldownMinutes: this.#limit === 'cooldown' ? 60 : 0 },
    });
    const account = anAccount();
    return {
      interactions,
      limits,
      clock: this.#clock,
      newId: randomIds(this.#clock),
      quietSeconds: QuietSeconds,
      platform: this.#platform,
      organizations: { get: async () => anOrganization() },
      accounts: { find: async () => account, page: async () => ({ items: [account] }) },
      rules: {
        list: async () => [rule],
        find: async () => rule,
        order: nothing,
        save: nothing,
        delete: nothing,
      },
      templates: { list: async () => [] },
      blocklists: { get: async () => EmptyBlocklist },
      contents: { findMany: async () => [] },
      campaigns: { find: async () => undefined },
      recapture: nothing,
    };
  }
}

/** Failed, or lost its way to the end by a fault: the table says what it is, and the next delivery goes on from there. */
function isUnfinished(end: PromiseSettledResult<string> | undefined): boolean {
  if (end?.status !== 'fulfilled') return true;
  return ['not_due', 'lost', 'uncertain'].includes(end.value);
}
