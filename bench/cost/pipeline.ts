import type { Change } from '../../shared/core/activity/change.ts';
import { countChanges } from '../../shared/core/activity/count-changes.ts';
import { fileActivity } from '../../shared/core/activity/file-activity.ts';
import { carriedAnalysis } from '../../shared/core/analysis/metered-analysis.ts';
import { modelBudget } from '../../shared/core/analysis/model-budget.ts';
import type { Sighting } from '../../shared/core/interactions/sighting.ts';
import { takeIn } from '../../shared/core/interactions/take-in.ts';
import { timeOrderedId } from '../../shared/core/kernel/ids.ts';
import type { TenantContext } from '../../shared/core/kernel/tenant-context.ts';
import { sendDueReply } from '../../shared/core/replies/send-due-reply.ts';
import { analysisModel } from '../../shared/infra/bedrock/analysis-model.ts';
import { FakePlatform } from '../../test/support/fake-platform.ts';
import type { Day, Delivery } from './day.ts';
import { LambdaMeter } from './lambda-meter.ts';
import type { Ledger } from './ledger.ts';
import { ModelMeter } from './model-meter.ts';
import type { SimulatedOrganization } from './organizations.ts';
import { QueueMeter } from './queue-meter.ts';
import type { Chance } from './random.ts';
import type { Stores } from './stores.ts';
import { ChangeStream } from './stream.ts';
import type { Timeline } from './timeline.ts';

/** As the stack configures the intake queue: batches of up to 20, collected for a second, by several pollers. */
const BatchSize = 20;
const WindowMilliseconds = 1_000;
const Pollers = 2;

/** Lambda looks for records of a shard four times a second; without a window it takes what is there. */
const Following = { batchSize: 100, windowMilliseconds: 250 };
const Counting = { batchSize: 1_000, windowMilliseconds: 300_000 };

const ModelId = 'eu.anthropic.claude-haiku-4-5-20251001-v1:0';

interface Message {
  organization: SimulatedOrganization;
  sighting: Sighting;
}

interface Parts {
  stores: Stores;
  ledger: Ledger;
  timeline: Timeline;
  chance: Chance;
}

/** The shipped pipeline from the intake queue to the posted reply and the consumer of changes, on a simulated day. */
export class Pipeline {
  readonly queues = new QueueMeter();
  readonly lambda = new LambdaMeter();
  readonly model = new ModelMeter();
  readonly stream: ChangeStream;
  /** How often the model was spared, by the reason. */
  readonly analyses = new Map<string, number>();
  readonly results = new Map<string, number>();
  readonly #parts: Parts;
  readonly #platform: FakePlatform;
  readonly #collecting: Message[][] = Array.from({ length: Pollers }, () => []);
  readonly #deps;

  constructor(parts: Parts) {
    const { stores, timeline, chance } = parts;
    this.#parts = parts;
    this.#platform = new FakePlatform(timeline.clock);
    this.#deps = {
      ...stores,
      clock: timeline.clock,
      newId: (prefix: string) => timeOrderedId(prefix, timeline.now, chance.bytes(10)),
      quietSeconds: 600,
      model: carriedAnalysis(
        analysisModel(this.model.client, ModelId),
        modelBudget({
          organizations: stores.organizations,
          usages: stores.modelUsages,
          clock: timeline.clock,
          modelId: ModelId,
        }),
      ),
      platform: this.#platform,
      recapture: async () => undefined,
      wakeReply: async (context: TenantContext, interactionId: string, delaySeconds: number) =>
        this.#wake(context, interactionId, delaySeconds),
    };
    const followed = (work: (changes: readonly Change[]) => Promise<void>) => (changes: readonly Change[]) =>
      this.#invoked(async () => {
        await work(changes);
        return {};
      });
    this.stream = new ChangeStream(timeline, [
      { ...Following, consume: followed((changes) => fileActivity(stores, changes, timeline.clock.now())) },
      { ...Counting, consume: followed((changes) => countChanges(stores, changes)) },
    ]);
  }

  schedule(day: Day): void {
    for (const delivery of day.deliveries) {
      this.#parts.timeline.at(delivery.at, async () => this.#deliver(delivery));
    }
  }

  #deliver({ organization, sightings }: Delivery): void {
    this.queues.sent(sightings);
    const poller = this.#parts.chance.integer(Pollers);
    for (const sighting of sightings) {
      if (sighting.kind === 'seen' && !sighting.interaction.isFromOwner)
        this.#platform.show(sighting.interaction.externalId, sighting.interaction.text);
      this.#collect(poller, { organization, sighting });
    }
  }

  #collect(poller: number, message: Message): void {
    const collecting = this.#collecting[poller] ?? [];
    collecting.push(message);
    const { timeline } = this.#parts;
    if (collecting.length % BatchSize !== 1) return;
    timeline.at(timeline.now + WindowMilliseconds, async () => {
      const batch = collecting.splice(0, BatchSize);
      this.queues.consumed(batch.map(({ sighting }) => sighting));
      await this.#takeIn(batch);
    });
  }

  async #takeIn(batch: readonly Message[]): Promise<void> {
    await this.#invoked(async () => {
      const { calls, outputTokens } = this.model;
      for (const [organization, messages] of Map.groupBy(batch, (message) => message.organization)) {
        const report = await takeIn(this.#deps, organization.context, messages, () => 60_000);
        const [failure] = report.failed;
        if (failure) throw failure.error;
        for (const [reason, count] of Object.entries(report.analyses)) countUp(this.analyses, reason, count);
        for (const { message, delaySeconds } of report.later) this.#later(message, delaySeconds);
      }
      return { modelCall: this.model.calls - calls, outputToken: this.model.outputTokens - outputTokens };
    });
  }

  #later(message: Message, delaySeconds: number): void {
    const { timeline } = this.#parts;
    this.queues.sent([message.sighting]);
    timeline.at(timeline.now + delaySeconds * 1_000, async () => this.#collect(0, message));
  }

  #wake(context: TenantContext, interactionId: string, delaySeconds: number): void {
    const { timeline } = this.#parts;
    const message = { organizationId: context.organizationId, interactionId };
    this.queues.sent([message]);
    timeline.at(timeline.now + delaySeconds * 1_000, () =>
      this.#invoked(async () => {
        this.queues.consumed([message]);
        const result = await sendDueReply(this.#deps, context, interactionId);
        countUp(this.results, result, 1);
        return { platformCall: 2 };
      }),
    );
  }

  async #invoked(work: () => Promise<Parameters<LambdaMeter['invoked']>[0]>): Promise<void> {
    const { ledger } = this.#parts;
    const before = ledger.requests;
    const waits = await work();
    this.lambda.invoked({ ...waits, tableRequest: ledger.requests - before });
  }
}

function countUp(counts: Map<string, number>, name: string, amount: number): void {
  counts.set(name, (counts.get(name) ?? 0) + amount);
}
