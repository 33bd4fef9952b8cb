import type { APIGatewayProxyResult } from 'aws-lambda';
import { createWebhooksHandler } from '../../lambdas/api/webhooks/index.ts';
import { createWebhooksConsumer } from '../../lambdas/queues/webhooks.ts';
import type { Change } from '../../shared/core/activity/change.ts';
import type { Rule } from '../../shared/core/automation/rule.ts';
import { addSeconds } from '../../shared/core/kernel/time.ts';
import type { WebhookDelivery } from '../../shared/core/webhooks/delivery.ts';
import type { SendResult, WakeDeliveries } from '../../shared/core/webhooks/ports.ts';
import { keptSubscriptions, recordDeliveries } from '../../shared/core/webhooks/record-deliveries.ts';
import type { WebhookWithSecret } from '../../shared/core/webhooks/webhook.ts';
import { dueItems } from '../../shared/infra/dynamo/due-index.ts';
import type { Table } from '../../shared/infra/dynamo/table.ts';
import { webhookDeliveryStore } from '../../shared/infra/dynamo/webhook-delivery-store.ts';
import { webhookStore } from '../../shared/infra/dynamo/webhook-store.ts';
import { webhookVault } from '../../shared/infra/kms/webhook-vault.ts';
import { aLambdaContext, aMember, anApiEvent } from './api-events.ts';
import { aChange, anObservedInteraction } from './changes.ts';
import { fixedClock, randomIds } from './clock.ts';
import { fakeCipher } from './fake-cipher.ts';
import { deliver } from './queue-events.ts';

const Start = '2026-11-20T12:00:00.000Z';
const Ok: SendResult = {
  kind: 'answered',
  status: 200,
  answer: 'ok',
  retryAfterSeconds: null,
  milliseconds: 12,
};

type Call = Omit<Parameters<typeof anApiEvent>[0], 'authorizer'> & { authorizer?: Record<string, string> };

/** All of one organization's webhooks on a real table, with a receiver and a queue in memory. */
export class WebhookDesk {
  readonly clock = fixedClock(Start);
  readonly organizationId: string;
  readonly requests: { url: string; headers: Record<string, string>; body: string }[] = [];
  readonly notices: string[] = [];
  readonly queue: Parameters<WakeDeliveries>[0][number][] = [];
  /** How the receiver answers. */
  answer: SendResult = Ok;
  rules: Rule[] = [];
  readonly #table: Table;
  readonly #deps;
  #changes = 0;

  constructor(table: Table, organizationId: string) {
    this.#table = table;
    this.organizationId = organizationId;
    this.#deps = {
      clock: this.clock,
      newId: randomIds(this.clock),
      randomSecret: () => Buffer.alloc(32, this.clock.now()).toString('base64url'),
      checkUrl: async () => undefined,
      rules: { list: async () => this.rules },
      webhooks: webhookStore(table),
      deliveries: webhookDeliveryStore(table),
      vault: webhookVault(fakeCipher(), () => Date.parse(this.clock.now())),
      wake: async (wakes: Parameters<WakeDeliveries>[0]) => {
        this.queue.push(...wakes);
      },
      send: async (request: (typeof this.requests)[number]) => {
        this.requests.push(request);
        return this.answer;
      },
      notifyDisabled: async (_context: unknown, { url }: { url: string }, reason: string) => {
        this.notices.push(`${url} ${reason}`);
      },
    };
  }

  async call({ authorizer = aMember('admin', this.organizationId), ...input }: Call) {
    const handler = createWebhooksHandler(this.#deps, { clock: this.clock });
    const event = anApiEvent({ ...input, authorizer });
    const result = (await handler(event, aLambdaContext())) as APIGatewayProxyResult;
    return { status: result.statusCode, body: JSON.parse(result.body || '{}') };
  }

  async create(overrides: object = {}): Promise<WebhookWithSecret> {
    const body = { url: 'https://hooks.example.com/earshot', eventTypes: ['comment.captured'], ...overrides };
    return (await this.call({ method: 'POST', resource: '/v1/webhooks', body })).body;
  }

  /** Calls an operation on one endpoint, e.g. `on(webhookId, 'POST', '/test')`. */
  on(webhookId: string, method: string, suffix = '', input: Partial<Call> = {}) {
    const resource = `/v1/webhooks/{webhookId}${suffix}`;
    return this.call({ method, resource, ...input, params: { webhookId, ...input.params } });
  }

  async deliveries(webhookId: string, query: Record<string, string> = {}): Promise<WebhookDelivery[]> {
    return (await this.on(webhookId, 'GET', '/deliveries', { query })).body.items;
  }

  /** The stream tells of changes; by default of a comment that was captured. */
  async changed(overrides: Partial<Change> = {}): Promise<void> {
    this.#changes += 1;
    const { organizationId } = this;
    const occasion = { organizationId, eventId: `e${this.#changes}`, at: this.clock.now() };
    const change = aChange({ after: anObservedInteraction() }, { ...occasion, ...overrides });
    const subscriptions = keptSubscriptions(this.#deps.webhooks);
    await recordDeliveries({ ...this.#deps, subscriptions }, [change], this.clock.now());
  }

  /** Hands over what lies in the queue, as soon as it is due. */
  async work(): Promise<void> {
    for (const { delaySeconds, ...body } of this.queue.splice(0)) {
      if (delaySeconds > 0) this.clock.advance({ seconds: delaySeconds });
      const failed = await deliver(createWebhooksConsumer(this.#deps), [body]);
      if (failed.length > 0) throw new Error('A delivery failed.');
    }
  }

  /** Lets the timer find what waits longer than a queue can carry, at the time when it is due. */
  async workWhenDue(): Promise<boolean> {
    await this.work();
    const waiting = (
      await Array.fromAsync(dueItems(this.#table, 'webhook', addSeconds(this.clock.now(), 10 * 86_400)))
    )
      .filter(({ ref }) => ref.startsWith(`${this.organizationId}#`))
      .toSorted((a, b) => (a.wakeAt < b.wakeAt ? -1 : 1));
    const [first] = waiting;
    if (!first) return false;
    const [organizationId = '', webhookId = '', deliveryId = ''] = first.ref.split('#');
    if (first.wakeAt > this.clock.now()) this.clock.set(first.wakeAt);
    this.queue.push({ organizationId, webhookId, deliveryId, delaySeconds: 0 });
    await this.work();
    return true;
  }
}
