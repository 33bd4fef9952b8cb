import type { SocialAccount } from '../../shared/core/accounts/social-account.ts';
import type { Findings } from '../../shared/core/analysis/analysis.ts';
import type { AnalysisModel, ModelAnswer } from '../../shared/core/analysis/ports.ts';
import type { Execution } from '../../shared/core/automation/execution.ts';
import type { Rule } from '../../shared/core/automation/rule.ts';
import { EmptyRuleOrder, withRules } from '../../shared/core/automation/rule-order.ts';
import type { CapturedInteraction } from '../../shared/core/interactions/captured-interaction.ts';
import { interactionIdOf } from '../../shared/core/interactions/captured-interaction.ts';
import type { Interaction } from '../../shared/core/interactions/interaction.ts';
import type { Sighting } from '../../shared/core/interactions/sighting.ts';
import { type IntakeReport, takeIn } from '../../shared/core/interactions/take-in.ts';
import type { TenantContext } from '../../shared/core/kernel/tenant-context.ts';
import type { Organization } from '../../shared/core/organizations/organization.ts';
import type { PrepareResult } from '../../shared/core/replies/prepare-reply.ts';
import type { ReplyModel, ReplyRequest } from '../../shared/core/replies/reply-model.ts';
import type { SendResult } from '../../shared/core/replies/send-due-reply.ts';
import { workOnReply } from '../../shared/core/replies/work-on-reply.ts';
import { blocklistStore } from '../../shared/infra/dynamo/blocklist-store.ts';
import { conversationStore } from '../../shared/infra/dynamo/conversation-store.ts';
import { executionStore } from '../../shared/infra/dynamo/execution-store.ts';
import { interactionStore } from '../../shared/infra/dynamo/interaction-store.ts';
import { jobStore } from '../../shared/infra/dynamo/job-store.ts';
import { jobWorkStore } from '../../shared/infra/dynamo/job-work-store.ts';
import { limitStore } from '../../shared/infra/dynamo/limit-store.ts';
import { rollupStore } from '../../shared/infra/dynamo/rollup-store.ts';
import { ruleStore } from '../../shared/infra/dynamo/rule-store.ts';
import type { Table } from '../../shared/infra/dynamo/table.ts';
import { templateStore } from '../../shared/infra/dynamo/template-store.ts';
import { webhookStore } from '../../shared/infra/dynamo/webhook-store.ts';
import { linearRegexes } from '../../shared/infra/patterns/linear-regex.ts';
import { findRegexFault } from '../../shared/infra/patterns/regex-fault.ts';
import { type FixedClock, fixedClock, randomIds } from './clock.ts';
import { aContext } from './contexts.ts';
import { aCaptured, anAccount, anOrganization, findings, Noon } from './conversation-builders.ts';
import { FakePlatform } from './fake-platform.ts';

/** As in production. */
export const QuietSeconds = 600;

type Said = Partial<CapturedInteraction>;

/** The whole conversation pipeline of one organization on a real table, with a platform and a model in memory. */
export class Conversation {
  readonly clock: FixedClock = fixedClock(Noon);
  readonly platform = new FakePlatform(this.clock);
  readonly context: TenantContext;
  organization: Organization;
  accounts: SocialAccount[] = [anAccount()];
  /** What the model finds in a text; `throttled` when it has no capacity. */
  findingsOf: (text: string) => Findings | 'throttled' = () => findings();
  /** The texts of each call of the model. */
  readonly modelCalls: string[][] = [];
  /** What the model writes as a reply. */
  replyOf: (request: ReplyRequest) => unknown = () => ({
    reply: 'Thank you so much, that is lovely to hear!',
  });
  /** What each reply was to be written from. */
  readonly replyRequests: ReplyRequest[] = [];
  readonly recaptured: CapturedInteraction[] = [];
  /** Replies that the reply queue was asked to look at without a delay. */
  readonly woken: { interactionId: string; delaySeconds: number }[] = [];
  /** Messages that the queue of long work holds. */
  readonly slices: { organizationId: string; jobId: string; slice: number }[] = [];
  readonly deps;

  constructor(table: Table, organizationId: string) {
    this.organization = anOrganization({ organizationId });
    this.context = aContext({ organizationId });
    this.deps = {
      clock: this.clock,
      newId: randomIds(this.clock),
      quietSeconds: QuietSeconds,
      interactions: interactionStore(table),
      executions: executionStore(table),
      rules: ruleStore(table),
      templates: templateStore(table),
      webhooks: webhookStore(table),
      blocklists: blocklistStore(table, linearRegexes()),
      limits: limitStore(table),
      rollups: rollupStore(table),
      findRegexFault,
      jobs: jobStore(table),
      work: jobWorkStore(table),
      sendSlice: async ({ organizationId }: TenantContext, jobId: string, slice: number) => {
        this.slices.push({ organizationId, jobId, slice });
      },
      organizations: { get: async (_context: TenantContext) => this.organization },
      accounts: {
        find: async (_context: TenantContext, id: string) =>
          this.accounts.find(({ accountId }) => accountId === id),
        page: async () => ({ items: this.accounts }),
      },
      conversations: conversationStore(table),
      contents: { findMany: async () => [] },
      campaigns: { find: async () => undefined },
      platform: this.platform,
      messages: this.platform,
      requestSync: async () => undefined,
      model: { ask: async (texts) => this.#answer(texts) } satisfies AnalysisModel,
      replyModel: {
        write: async (request) => {
          this.replyRequests.push(request);
          const input = this.replyOf(request);
          return input === 'throttled' ? { kind: 'throttled' } : { kind: 'answer', input };
        },
      } satisfies ReplyModel,
      wakeReply: async (_context: TenantContext, interactionId: string, delaySeconds: number) => {
        if (delaySeconds === 0) this.woken.push({ interactionId, delaySeconds });
      },
      recapture: async (_context: TenantContext, interaction: Interaction, text: string) => {
        this.recaptured.push({ ...interaction, text, capturedAt: this.clock.now() });
      },
    };
  }

  async addRule(rule: Rule): Promise<Rule> {
    const { rules } = this.deps;
    const order = await rules.order(this.context);
    await rules.save(this.context, [rule], withRules(order.version === 0 ? EmptyRuleOrder : order, [rule]));
    return rule;
  }

  /** Somebody comments, and intake hears of it. */
  async hear(said: Said = {}): Promise<string> {
    const captured = aCaptured({ capturedAt: this.clock.now(), ...said });
    if (!captured.isFromOwner) this.platform.show(captured.externalId, captured.text);
    await this.takeIn([{ kind: 'seen', interaction: captured }]);
    return interactionIdOf(captured);
  }

  async takeIn(sightings: readonly Sighting[]): Promise<IntakeReport<{ sighting: Sighting }>> {
    const messages = sightings.map((sighting) => ({ sighting }));
    const report = await takeIn(this.deps, this.context, messages, () => 60_000);
    const [failure] = report.failed;
    if (failure) throw failure.error;
    return report;
  }

  send(interactionId: string): Promise<SendResult | PrepareResult> {
    return workOnReply(this.deps, this.context, interactionId);
  }

  async interaction(interactionId: string): Promise<Interaction> {
    const found = await this.deps.interactions.find(this.context, interactionId);
    if (!found) throw new Error(`There is no interaction ${interactionId}.`);
    return found;
  }

  async executions(): Promise<Execution[]> {
    const { items } = await this.deps.executions.page(this.context, {}, { limit: 100 });
    return items;
  }

  #answer(texts: readonly { id: string; text: string }[]): ModelAnswer {
    this.modelCalls.push(texts.map(({ text }) => text));
    const found = texts.map(({ id, text }) => ({ id, found: this.findingsOf(text) }));
    if (found.some((entry) => entry.found === 'throttled')) return { kind: 'throttled' };
    return {
      kind: 'answer',
      input: { comments: found.map((entry) => ({ id: entry.id, ...(entry.found as Findings) })) },
    };
  }
}
