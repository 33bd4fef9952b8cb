import type { TenantContext } from '../../shared/core/kernel/tenant-context.ts';
import type { ReplyTarget } from '../../shared/core/replies/platform.ts';
import { checkLanding } from './check-limits.ts';
import { checkPost } from './check-post.ts';
import { consume, consumeDead, runTimer } from './functions.ts';
import { letHappen } from './happenings.ts';
import { Ledger, type Post } from './ledger.ts';
import type { Mutant } from './mutant.ts';
import { OrganizationFacts } from './organization-facts.ts';
import { SimulatedPlatform } from './platform.ts';
import { type Call, type Faults, type Process, Processes } from './process.ts';
import { SimulatedQueue } from './queue.ts';
import type { Scenario, ScenarioComment } from './scenario.ts';
import { Scheduler } from './scheduler.ts';
import { commentSeen, replySeen } from './sightings.ts';
import { SimulatedTable } from './table.ts';

export type Outage = 'platform_down' | 'model_down' | 'model_broken';

export interface WorldOptions {
  scenario: Scenario;
  faults: Faults;
  mutant?: Mutant | undefined;
  /** Takes the lines of the story of a run; left out where nobody will read it. */
  tell?: ((line: string) => void) | undefined;
}

const MillisecondsPerMinute = 60_000;

/** Everything around the code under test: the cloud, the platform and the people, on one virtual clock. */
export class World {
  readonly scenario: Scenario;
  readonly faults: Faults;
  readonly mutant: Mutant | undefined;
  readonly scheduler: Scheduler;
  readonly processes: Processes;
  readonly ledger = new Ledger();
  readonly platform = new SimulatedPlatform();
  readonly table: SimulatedTable;
  readonly queue: SimulatedQueue;
  readonly trace: (line: string) => void;
  readonly #facts: ReadonlyMap<string, OrganizationFacts>;
  readonly #outages = new Map<Outage, number>();
  #ids = 0;
  #lastTick = 0;
  #plannedTick = Number.POSITIVE_INFINITY;

  constructor({ scenario, faults, mutant, tell }: WorldOptions) {
    this.scenario = scenario;
    this.faults = faults;
    this.mutant = mutant;
    this.scheduler = new Scheduler(scenario.start);
    this.trace = tell ? (line) => tell(`${this.scheduler.now()}  ${line}`) : () => undefined;
    this.processes = new Processes(this.scheduler, faults, this.trace);
    this.table = new SimulatedTable((commit) => {
      this.ledger.committed(commit);
      if (commit.write.interaction.pendingReply) this.planTick();
    }, mutant?.table);
    this.queue = new SimulatedQueue(this.scheduler, faults, {
      receive: (message) => consume(this, message),
      receiveDead: (message) => consumeDead(this, message),
    });
    const organizations = new Set(scenario.comments.map(({ organizationId }) => organizationId));
    this.#facts = new Map([...organizations].map((id) => [id, new OrganizationFacts(id, scenario.rules)]));
  }

  /** Everything that will happen by itself: comments are written, and people act. */
  begin(): void {
    for (const comment of this.scenario.comments) {
      this.scheduler.at(Date.parse(comment.at), () => {
        this.trace(`${comment.author} writes ${comment.externalId}`);
        this.platform.show(comment.externalId, comment.text, comment.kind !== 'mention');
        const sighting = commentSeen(comment, comment.text, this.scheduler.now());
        this.queue.send({ queue: 'intake', organizationId: comment.organizationId, sighting });
      });
    }
    for (const happening of this.scenario.happenings) {
      this.scheduler.at(Date.parse(happening.at), () => letHappen(this, happening));
    }
  }

  newId(prefix: string): string {
    this.#ids += 1;
    return `${prefix}_${this.#ids}`;
  }

  facts(organizationId: string): OrganizationFacts {
    const facts = this.#facts.get(organizationId);
    if (!facts) throw new Error(`There is no organization ${organizationId}.`);
    return facts;
  }

  outage(kind: Outage): boolean {
    return (this.#outages.get(kind) ?? 0) > this.scheduler.milliseconds;
  }

  breakDown(kind: Outage, seconds: number): void {
    this.#outages.set(kind, this.scheduler.milliseconds + seconds * 1_000);
  }

  call<T>(call: Call, effect: () => T, answers: { repeated?: T; conflict?: T } = {}): Promise<T> {
    return this.processes.call(call, effect, answers);
  }

  /** A call for an organization, which must be the one that the process works for (I7). */
  callOf<T>(
    process: Process,
    context: TenantContext,
    label: string,
    kind: 'read' | 'write',
    effect: (context: TenantContext) => T,
    answers: { repeated?: T; conflict?: T } = {},
  ): Promise<T> {
    if (process.organizationId !== context.organizationId)
      this.ledger.violated('I7', `${process.name} called ${label} for ${context.organizationId}`);
    return this.call({ process, label, isWrite: kind === 'write' }, () => effect(context), answers);
  }

  observePost(
    process: Process,
    { context, target, text }: { context: TenantContext; target: ReplyTarget; text: string },
  ): Post {
    const interaction = this.table.interaction(context.organizationId, target.interactionId);
    if (!interaction) throw new Error(`${target.externalId} is posted to, and is not stored.`);
    const origin = interaction.pendingReply?.origin;
    const post: Post = {
      process,
      organizationId: context.organizationId,
      interaction,
      ruleId: (origin?.kind === 'automation' ? origin.ruleId : interaction.decision?.ruleId) ?? '',
      text,
      calledAt: this.scheduler.milliseconds,
      landed: undefined,
      answer: undefined,
      result: undefined,
    };
    this.ledger.posts.push(post);
    if (process.kind === 'replies')
      checkPost(
        this.ledger,
        post,
        this.facts(context.organizationId),
        this.platform.comment(target.externalId),
      );
    return post;
  }

  /** A posted reply becomes one that people see, and that the platform may report to us. */
  land(post: Post): void {
    const { externalId } = post.interaction;
    const { random, severity } = this.faults;
    const now = this.scheduler.milliseconds;
    const landed = this.platform.land(externalId, {
      text: post.text,
      by: post.process.kind === 'person' ? 'member' : 'automation',
      landedAt: now,
      visibleAt: now + random.between(0, 30_000) * severity,
    });
    if (!landed) return;
    post.landed = landed;
    this.trace(`“${post.text.replace('\n', ' / ')}” appears below ${externalId}`);
    if (landed.by === 'automation') checkLanding(this.ledger, post, this.facts(post.organizationId));
    const comment = this.scenario.comments.find((candidate) => candidate.externalId === externalId);
    if (comment && random.chance(0.6 * severity)) this.report(comment, landed);
  }

  report(comment: ScenarioComment, reply: Parameters<typeof replySeen>[1]): void {
    this.scheduler.after(this.faults.random.between(500, 20_000), () => {
      const sighting = replySeen(comment, reply, this.scheduler.now());
      this.queue.send({ queue: 'intake', organizationId: comment.organizationId, sighting });
    });
  }

  /** The timer runs every minute; minutes in which nothing can be due are left out. */
  planTick(): void {
    if (this.mutant?.hasNoTimer) return;
    let earliest = Number.POSITIVE_INFINITY;
    for (const { wakeAt } of this.table.waiting()) earliest = Math.min(earliest, Date.parse(wakeAt));
    if (earliest === Number.POSITIVE_INFINITY) return;
    const from = Math.max(this.scheduler.milliseconds, earliest - MillisecondsPerMinute);
    const minute = Math.ceil(from / MillisecondsPerMinute) * MillisecondsPerMinute;
    const at = Math.max(minute, this.#lastTick + MillisecondsPerMinute);
    if (at >= this.#plannedTick) return;
    this.#plannedTick = at;
    this.scheduler.at(at, () => {
      if (this.#plannedTick !== at) return;
      this.#plannedTick = Number.POSITIVE_INFINITY;
      this.#lastTick = at;
      runTimer(this);
      this.planTick();
    });
  }
}
