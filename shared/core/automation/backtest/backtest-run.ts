import type { Finding } from '../../activity/job-work.ts';
import { addSeconds, type Instant, latest } from '../../kernel/time.ts';
import { type RuleUsage, reserveSlot, usedInDayOf } from '../../replies/limits.ts';
import { dueAtOf } from '../../replies/reply-times.ts';
import { LeaseSeconds } from '../../replies/transitions.ts';
import { isActiveAt, nextActiveAt } from '../active-hours.ts';
import type { Rule } from '../rule.ts';
import type {
  BacktestExample,
  BacktestState,
  ExampleList,
  RuleTally,
  Subject,
  WaitingReply,
} from './backtest-state.ts';

/** How an interaction would have ended. */
export type Ending =
  | { kind: 'answered' | 'told'; ruleId: string; reply: string | null }
  | { kind: 'blocked'; by: string; ruleId: string | null }
  | { kind: 'limited'; by: string; ruleId: string }
  | { kind: 'without_text'; by: string; ruleId: string }
  | { kind: 'no_match' };

const MostExamples = 50;

/**
 * One run over past interactions with the limits and cooldowns that it would have used up. It changes only its own state,
 * which is data, so that it can go on in another message.
 */
export class BacktestRun {
  readonly state: BacktestState;
  readonly findings: Finding[] = [];
  readonly #rules: ReadonlyMap<string, Rule>;

  constructor(state: BacktestState) {
    this.state = state;
    this.#rules = new Map(state.rules.map((rule) => [rule.ruleId, rule]));
  }

  usedToday(ruleId: string, now: Instant): number {
    return usedInDayOf(this.state.usages[ruleId], now);
  }

  /** Counts which rules match, and who takes the match from whom. */
  matched(ruleIds: readonly string[], winner: string | undefined): void {
    for (const ruleId of ruleIds) {
      const tally = this.#tallyOf(ruleId);
      tally.matched += 1;
      if (winner !== undefined && winner !== ruleId) increment(tally.takenBy, winner);
    }
  }

  wait(reply: WaitingReply): void {
    this.state.waiting.push(reply);
  }

  /** Lets the replies go out whose time comes until then, in its order; without an end, all of them. */
  settleUntil(end: Instant | undefined): void {
    const { state } = this;
    for (;;) {
      const next = state.waiting.reduce<WaitingReply | undefined>(
        (first, one) => (first === undefined || one.at < first.at ? one : first),
        undefined,
      );
      if (!next || (end !== undefined && next.at > end)) return;
      state.waiting.splice(state.waiting.indexOf(next), 1);
      this.#attempt(next);
    }
  }

  #attempt(reply: WaitingReply): void {
    const rule = this.#rules.get(reply.ruleId);
    if (!rule) return;
    const { at, subject, authorKey } = reply;
    if (rule.hours && !isActiveAt(rule.hours, at)) {
      this.#waitOrEnd(reply, nextActiveAt(rule.hours, at), 'outside_hours');
      return;
    }
    const cooldownKey = `${rule.ruleId}|${authorKey}`;
    const answer = reserveSlot({
      usage: this.#usageOf(rule.ruleId),
      cooldown: authorKey === null ? undefined : this.state.cooldowns[cooldownKey],
      authorKey,
      limits: rule.limits,
      interactionId: subject.interactionId,
      now: at,
      landsUntil: addSeconds(at, LeaseSeconds),
    });
    if (answer.kind === 'wait') {
      if (answer.limit === 'daily' && this.#decideAnew(reply)) return;
      this.#waitOrEnd(reply, answer.until, `limit_${answer.limit}`);
      return;
    }
    this.state.usages[rule.ruleId] = answer.usage;
    if (authorKey !== null && answer.cooldown) this.state.cooldowns[cooldownKey] = answer.cooldown;
    const kind = rule.action.type === 'send_webhook' ? 'told' : 'answered';
    this.end(subject, { kind, ruleId: rule.ruleId, reply: reply.reply });
  }

  #waitOrEnd(reply: WaitingReply, until: Instant | undefined, waitingFor: string): void {
    if (until !== undefined && until <= reply.latestSendAt) this.wait({ ...reply, at: until });
    else this.end(reply.subject, { kind: 'limited', by: waitingFor, ruleId: reply.ruleId });
  }

  /** A spent day lets the other rules have their turn, once (AR-10). */
  #decideAnew(reply: WaitingReply): boolean {
    if (reply.decidedAnew) return false;
    const other = reply.otherRuleIds
      .flatMap((ruleId) => this.#rules.get(ruleId) ?? [])
      .find((rule) => this.usedToday(rule.ruleId, reply.at) < rule.limits.perDay);
    if (!other) return false;
    const at = latest(dueAtOf(reply.textSeenAt, other.delaySeconds), reply.at);
    this.wait({ ...reply, ruleId: other.ruleId, reply: null, at, decidedAnew: true });
    return true;
  }

  /** Counts how an interaction would have ended, beside how it ended. */
  end(subject: Subject, ending: Ending): void {
    const { tally } = this.state;
    const wasAnswered = subject.inFact.by === 'rule';
    tally.interactions += 1;
    if (wasAnswered) tally.answeredInFact += 1;
    this.#count(ending);
    if (ending.kind === 'answered') this.#compare(subject, ending);
    else if (wasAnswered) {
      tally.noLongerAnswered += 1;
      this.#example('no_longer_answered', subject, ending);
    }
    if (ending.kind === 'limited') this.#example('limited', subject, ending);
    if (ending.kind === 'blocked' && ending.ruleId !== null) {
      tally.blockedMatches += 1;
      this.#example('blocked_by_safety', subject, ending);
    }
  }

  #count(ending: Ending): void {
    const { tally } = this.state;
    if (ending.kind === 'answered' || ending.kind === 'told') this.#tallyOf(ending.ruleId).answered += 1;
    if (ending.kind === 'answered') tally.answered += 1;
    if (ending.kind === 'told') tally.webhooksTold += 1;
    if (ending.kind === 'no_match') tally.noMatch += 1;
    if (ending.kind === 'blocked') increment(tally.blocked, ending.by);
    if (ending.kind === 'limited') increment(tally.limited, ending.by);
    if (ending.kind === 'without_text') increment(tally.withoutText, ending.by);
  }

  #compare(subject: Subject, ending: Extract<Ending, { kind: 'answered' | 'told' }>): void {
    const { tally } = this.state;
    const { inFact } = subject;
    if (inFact.by !== 'rule') {
      tally.newlyAnswered += 1;
      this.#example('newly_answered', subject, ending);
    } else if (inFact.ruleId === ending.ruleId) tally.unchanged += 1;
    else {
      tally.takenFromAnotherRule += 1;
      this.#example('taken_from_another_rule', subject, ending);
    }
  }

  #example(list: ExampleList, subject: Subject, ending: Ending): void {
    const count = this.state.examples[list] ?? 0;
    if (count >= MostExamples) return;
    this.state.examples[list] = count + 1;
    const ruleId = 'ruleId' in ending ? ending.ruleId : null;
    const found: BacktestExample = {
      ...subject,
      ending: ending.kind,
      by: 'by' in ending ? ending.by : null,
      ruleId,
      ruleName: (ruleId !== null && this.#rules.get(ruleId)?.name) || null,
      reply: 'reply' in ending ? ending.reply : null,
    };
    this.findings.push({ list, found });
  }

  #usageOf(ruleId: string): RuleUsage {
    return this.state.usages[ruleId] ?? { ruleId, slots: [], day: '', usedInDay: 0, version: 0 };
  }

  #tallyOf(ruleId: string): RuleTally {
    const known = this.state.ruleTallies[ruleId];
    if (known) return known;
    const tally = { matched: 0, answered: 0, takenBy: {} };
    this.state.ruleTallies[ruleId] = tally;
    return tally;
  }
}

function increment(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
